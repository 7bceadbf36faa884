/**
 * Why each text that may be a number is marked or not: read anew from the page, with the same detector and the same rules as the
 * marks. Only when the person asks; sliced as all work on a page is.
 */
import { MAX_EXPLAINED_TEXT, MAX_VERDICTS, type Explained, type Verdict } from "../shared/explained.ts";
import { marksAt, siteMatches } from "../shared/sites.ts";
import type { Settings } from "../shared/settings.ts";
import { Context } from "./context.ts";
import { explain, mayHoldNumber, type FoundNumber, type Refusal } from "./detector/index.ts";
import { faxAround } from "./fax.ts";
import { isInSkipped, shadowRootOf } from "./dom.ts";
import { isShownField } from "./fields.ts";
import { spotAt } from "./hit.ts";
import { firstOf, indexOf, read, type Reading, type Spot } from "./reading.ts";
import type { RegionHere } from "./region.ts";
import { lastRightClick } from "./right-click.ts";
import { lineAround, RunWalker, type Run } from "./runs.ts";
import { addressOf, pageDeclines } from "./settings-here.ts";
import { skippedBy } from "./skipped-label.ts";
import { Slices } from "./slices.ts";
import { WINDOW_UNITS } from "./tunables.ts";
import { detectAmong } from "./windows.ts";

export interface Ground {
  readonly settings: Settings;
  readonly region: RegionHere;
  /** Whether the script is here by the person's leave for the site, and not just for one call. */
  readonly hasGate: boolean;
  readonly isOurs: (node: Node) => boolean;
}

/** A date or a price is worth a line on the spot, but a page's list leaves out what nobody would take for a number, in digits. */
const LEAST_LISTED_DIGITS = 6;

const short = (text: string, longest = MAX_EXPLAINED_TEXT): string => text.replace(/\s+/gu, " ").trim().slice(0, longest);

function ofFound({ written, e164, extension, reason, detail }: FoundNumber, before: string, skipped: string | null): Verdict {
  const common = { written: short(written), e164, extension, before: before === "" ? null : short(before) };
  if (skipped !== null) return { ...common, marked: false, reason: "skip_label", word: skipped };
  return { ...common, marked: true, reason, word: detail === "" ? null : detail };
}

function ofRefusal({ written, reason, detail }: Refusal, before: string, region: string | null): Verdict {
  const isByLabel = reason === "label" || reason === "fax";
  return {
    written: short(written),
    marked: false,
    reason: reason === "invalid" && region === null ? "no_region" : reason,
    word: isByLabel ? short(detail, 60) : null,
    e164: null,
    extension: null,
    before: before === "" ? null : short(before),
  };
}

/** What became of each text in one line of reading, in order. */
export function verdictsOn(text: string, before: string, { settings, region: { region, rivals } }: Pick<Ground, "settings" | "region">): readonly Verdict[] {
  const { internal, fax, skipLabels } = settings;
  const options = { region, internal, fax, before };
  const { numbers, refusals } = explain(text, options);
  const marked = detectAmong(text, { ...options, rivals });
  const isApart = ({ start, end }: { readonly start: number; readonly end: number }): boolean => marked.every((each) => each.end <= start || each.start >= end);
  return [
    ...marked.map((found) => ({ at: found.start, verdict: ofFound(found, before, skippedBy(found.start, text, before, skipLabels)) })),
    ...numbers.filter(isApart).map((found) => {
      const word = fax ? "" : faxAround(text, found);
      return { at: found.start, verdict: ofRefusal({ ...found, reason: word === "" ? "countries" : "fax", detail: word }, before, region) };
    }),
    ...refusals.filter(isApart).map((refused) => ({ at: refused.start, verdict: ofRefusal(refused, before, region) })),
  ]
    .sort((one, other) => one.at - other.at)
    .map(({ verdict }) => verdict);
}

export function groundsOf({ settings, region, hasGate }: Ground): Pick<Explained, "region" | "regionFrom" | "site" | "fax"> {
  return { region: region.region, regionFrom: region.from, site: siteVerdict(settings, hasGate), fax: settings.fax };
}

function siteVerdict({ sites }: Settings, hasGate: boolean): Explained["site"] {
  const address = addressOf(document);
  if (sites.mode === "none") return "off";
  if (sites.exceptions.some((site) => siteMatches(site, address))) return "excepted";
  if (!marksAt(sites, address)) return "not_chosen";
  if (!hasGate) return "no_access";
  return pageDeclines(document) && !sites.chosen.some((site) => siteMatches(site, address)) ? "declined" : "marked";
}

/** The line of reading around a place. */
export function explainAt(ground: Ground, { node, offset }: Spot): Explained {
  const line = lineAround(node);
  const answer = { ...groundsOf(ground), more: false };
  if (isInSkipped(node) || line === null) return { ...answer, text: short(node.data), verdicts: [inEditor(node.data)] };
  const runs: Run[] = [];
  new RunWalker({ run: (run) => runs.push(run), element: () => undefined }, ...line).walk(() => true);
  const context = new Context();
  for (const reading of runs.flatMap((run) => [...read(run, { node, offset })])) {
    const at = indexOf(reading, { node, offset: Math.min(offset, node.data.length - 1) });
    if (at < 0) continue;
    const from = Math.max(0, at - WINDOW_UNITS / 2);
    const verdicts = verdictsOn(reading.text.slice(from, from + WINDOW_UNITS), labelOf(reading, context), ground);
    return { ...answer, text: short(reading.text.slice(Math.max(0, at - MAX_EXPLAINED_TEXT / 2))), verdicts, more: reading.text.length > WINDOW_UNITS };
  }
  return { ...answer, text: short(node.data), verdicts: [] };
}

/** What was right-clicked; null where nobody knows what that was. */
export function explainHere(ground: Ground, selection: string): Explained | null {
  const click = lastRightClick();
  const target = click?.target.deref();
  if (target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && isShownField(target))) return explainText(ground, target.value, true);
  const spot = click === null ? null : spotAt(click.x, click.y);
  if (spot !== null) return explainAt(ground, spot);
  return selection === "" ? null : explainText(ground, selection, false);
}

/** A text without a place in the page: a selection, the value of a field. */
function explainText(ground: Ground, text: string, isField: boolean): Explained {
  const verdicts = isField ? [inEditor(text)] : verdictsOn(text.slice(0, WINDOW_UNITS), "", ground);
  return { ...groundsOf(ground), text: short(text), verdicts, more: text.length > WINDOW_UNITS };
}

const inEditor = (text: string): Verdict => ({ written: short(text, 60), marked: false, reason: "editor", word: null, e164: null, extension: null, before: null });

function labelOf(reading: Reading, context: Context): string {
  const first = firstOf(reading);
  return first === undefined ? "" : context.before(first);
}

/** What was refused on the page, in document order, each text once. */
export function explainPage(ground: Ground): Promise<Explained> {
  const context = new Context();
  const trees: Node[] = [document];
  const known = new Set<Node>(trees);
  const runs: Run[] = [];
  const verdicts = new Map<string, Verdict>();
  let walker: RunWalker | null = null;
  let more = false;

  function take(run: Run): void {
    for (const reading of read(run)) {
      if (!mayHoldNumber(reading.text)) continue;
      // A longer line is prose or data: its beginning tells as much as a list can hold.
      more ||= reading.text.length > WINDOW_UNITS;
      for (const verdict of verdictsOn(reading.text.slice(0, WINDOW_UNITS), labelOf(reading, context), ground)) {
        if (verdict.marked || verdict.written.replace(/[^\p{Nd}]/gu, "").length < LEAST_LISTED_DIGITS) continue;
        if (verdicts.size < MAX_VERDICTS) verdicts.set(`${verdict.reason} ${verdict.written}`, verdict);
        else more = true;
      }
    }
  }

  const element = (each: Element): void => {
    const root = shadowRootOf(each);
    if (root === null || known.has(root) || ground.isOurs(each)) return;
    known.add(root);
    trees.push(root);
  };

  return new Promise((resolve) => {
    const slices = new Slices((goOn) => {
      while (goOn()) {
        const run = runs.shift();
        if (run !== undefined) take(run);
        else if (walker !== null) {
          if (walker.walk(goOn)) walker = null;
        } else {
          const tree = trees.shift();
          if (tree === undefined || more) {
            resolve({ ...groundsOf(ground), text: null, verdicts: [...verdicts.values()], more });
            return true;
          }
          walker = new RunWalker({ run: (each) => runs.push(each), element }, tree);
        }
      }
      return false;
    });
    slices.wake();
  });
}
