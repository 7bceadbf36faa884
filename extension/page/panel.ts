/** "Why is this marked or not?", in our own root: what was looked at, each candidate with its reason, and the rules that apply here. */
import { isolated } from "../shared/call-words.ts";
import { faxWords, regionWords, siteWords, verdictWords } from "../shared/explained-words.ts";
import type { Explained, Verdict } from "../shared/explained.ts";
import { t } from "../shared/messages.ts";
import { icon } from "./icons.ts";
import type { Overlay } from "./overlay.ts";

export class Panel {
  readonly #overlay: Overlay;
  readonly #element = make("section", "part panel");
  readonly #close = document.createElement("button");
  #stop = new AbortController();
  #focusBefore: Element | null = null;
  #shown = false;

  constructor(overlay: Overlay) {
    this.#overlay = overlay;
    this.#element.setAttribute("role", "dialog");
    this.#element.setAttribute("aria-label", t("why_title"));
    this.#close.type = "button";
    this.#close.className = "close";
    this.#close.setAttribute("aria-label", t("action_close"));
    this.#close.append(icon("cross"));
    this.#close.addEventListener("click", (event) => {
      if (event.isTrusted) this.close();
    });
  }

  /** Null: nobody knows what was meant. */
  show(explained: Explained | null): void {
    if (!this.#shown) this.#focusBefore = document.activeElement;
    this.#shown = true;
    this.#element.dir = chrome.i18n.getMessage("@@bidi_dir");
    this.#element.lang = t("language_tag");
    this.#element.replaceChildren(make("h2", "title", t("why_title")), this.#close, ...(explained === null ? [make("p", "", t("why_once_more"))] : parts(explained)));
    this.#overlay.show(this, this.#element);
    this.#close.focus({ preventScroll: true });
    this.#stop.abort();
    this.#stop = new AbortController();
    const escaped = (event: KeyboardEvent): void => {
      if (!event.isTrusted || event.key !== "Escape") return;
      // One thing at a time: what else is open waits for the next one.
      event.stopImmediatePropagation();
      this.close();
    };
    addEventListener("keydown", escaped, { capture: true, signal: this.#stop.signal });
  }

  close(): void {
    if (!this.#shown) return;
    const hadFocus = this.#overlay.focused !== null;
    this.#shown = false;
    this.#stop.abort();
    this.#overlay.hide(this, this.#element);
    if (hadFocus && this.#focusBefore instanceof HTMLElement) this.#focusBefore.focus({ preventScroll: true });
    this.#focusBefore = null;
  }
}

function* parts(explained: Explained): Generator<HTMLElement> {
  const { text, verdicts, more, site, fax } = explained;
  if (text !== null) yield make("blockquote", "", text);
  if (verdicts.length === 0) yield make("p", "", t("why_none"));
  else {
    const list = make("ul", "verdicts");
    list.append(...verdicts.map(item));
    yield list;
  }
  if (more) yield make("p", "remedy", t("why_more"));
  const rules = make("div", "rules");
  rules.append(...[siteWords(site), regionWords(explained), faxWords(fax)].map((line) => make("p", "", line)));
  yield rules;
}

function item(verdict: Verdict): HTMLElement {
  const { marked, written, e164, extension, before } = verdict;
  const entry = make("li", "");
  entry.dataset["tone"] = marked ? "good" : "none";
  const sign = make("div", "sign");
  sign.append(icon(marked ? "check" : "cross", 12));
  const number = make("p", "title", isolated(written));
  const says = make("p", "", `${t(marked ? "why_marked" : "why_not_marked")}. ${verdictWords(verdict)}`);
  const lines = [number, says];
  const called = [e164 === null ? null : isolated(e164), extension === null ? null : t("number_extension", extension)].filter((part) => part !== null);
  if (marked && called.length > 0) number.append(make("span", "called", ` → ${called.join(" · ")}`));
  if (before !== null) lines.push(make("p", "remedy", t("why_before", before)));
  const words = make("div", "words");
  words.append(...lines);
  entry.append(sign, words);
  return entry;
}

function make(name: string, className: string, text = ""): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}
