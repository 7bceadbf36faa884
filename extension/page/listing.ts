/** The page's numbers, as the popup lists them. */
import { numberOfLink } from "../shared/links.ts";
import type { ListedNumber } from "../shared/page-messages.ts";
import { readNumber, type FoundNumber } from "./detector/index.ts";
import { numberShownIn, shownFields } from "./fields.ts";
import { wantedOf } from "./gestures.ts";
import { inOrder } from "./keyboard.ts";
import { LINK_SELECTOR } from "./link-selector.ts";
import { hrefOf } from "./links.ts";
import type { Session } from "./session.ts";
import { MAX_LISTED } from "./tunables.ts";
import { together, whoseIn, type Whose } from "./whose.ts";

/** What a label is cut to; the popup shows it in two lines. */
const LONGEST_LABEL = 100;

export function listed(found: FoundNumber, label: string | null, region: string | null): ListedNumber {
  const wanted = wantedOf(found, region);
  return { ...wanted, e164: found.e164 ?? "", label: label?.slice(0, LONGEST_LABEL) ?? null };
}

export function listNumbers(session: Session): readonly ListedNumber[] {
  const { region } = session;
  const numbers = new Map<string, ListedNumber>();
  const add = (number: ListedNumber | null): void => {
    if (number === null) return;
    const key = `${number.e164 === "" ? number.written : number.e164} ${number.extension ?? ""}`;
    const known = numbers.get(key);
    if (known === undefined ? numbers.size < MAX_LISTED : known.label === null && number.label !== null) numbers.set(key, number);
  };
  const roots = new Map<Node, Whose>();
  const whose = (element: Element): string | null => {
    const root = element.getRootNode();
    if (!(root instanceof Document) && !(root instanceof ShadowRoot)) return null;
    const known = roots.get(root) ?? whoseIn(root);
    roots.set(root, known);
    return known.of(element);
  };
  for (const { found, label, start } of inOrder([...session.marker.marks()])) {
    const element = start.node.parentElement;
    if (element?.checkVisibility({ visibilityProperty: true }) === true) add(listed(found, together(whose(element), label), region));
  }
  for (const root of [document, ...session.watcher.roots()]) {
    for (const link of root.querySelectorAll(LINK_SELECTOR)) if (link.checkVisibility()) add(ofLink(link, region, whose));
    for (const field of shownFields(root)) {
      const shown = numberShownIn(field, session.rules);
      if (shown !== null) add(listed(shown.found, shown.label, region));
    }
  }
  return [...numbers.values()];
}

function ofLink(link: Element, region: string | null, whose: Whose["of"]): ListedNumber | null {
  const number = numberOfLink(hrefOf(link) ?? "");
  if (number === null) return null;
  const read = readNumber(number.written, region);
  const text = link.textContent.replace(/\s+/gu, " ").trim();
  const label = together(whose(link), text === "" || /\p{Nd}{3}/u.test(text) ? null : text.slice(0, 60))?.slice(0, LONGEST_LABEL) ?? null;
  if (!("e164" in read)) return { ...number, e164: "", region, label };
  return { ...listed(read, label, region), extension: number.extension ?? read.extension };
}
