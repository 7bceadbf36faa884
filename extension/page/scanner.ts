/** Reads what was added or changed, and marks the numbers in it, a slice at a time. */
import { Context } from "./context.ts";
import type { FoundNumber, InternalRule, Region } from "./detector/index.ts";
import { mayHoldNumber, prepare } from "./detector/index.ts";
import { isElement, isInSkipped, isText, parentOf } from "./dom.ts";
import type { Mark, Marker } from "./marker.ts";
import { Nearest } from "./nearest.ts";
import { firstOf, indexOf, read, readInSteps, soleText, type Reading } from "./reading.ts";
import { isEdge, lineAround, RunWalker, standsInLine, type Run } from "./runs.ts";
import { skippedBy } from "./skipped-label.ts";
import { Slices, type SliceReport } from "./slices.ts";
import { BUSY_SLICE_MS, ORDERED_FROM, RELABELLED_LEVELS, RELABELLED_PARTS, RELABELLED_ROWS, RELABELLED_UNITS, SLICE_MS, WINDOW_UNITS } from "./tunables.ts";
import { detectInPieces } from "./windows.ts";

export interface Rules {
  readonly region: Region | null;
  /** Other countries in question. */
  readonly rivals: readonly Region[];
  readonly internal: readonly InternalRule[];
  readonly fax: boolean;
  readonly skipLabels: readonly string[];
}

export interface ScannerHooks {
  /** Every element that is walked over: it may have a shadow root. */
  readonly element: (element: Element) => void;
  /** A round of work is done. */
  readonly settled: () => void;
}

interface Collected {
  readonly items: Run;
  readonly round: number;
  /** Its text is the same, but what it is called may be something else. */
  readonly relabelled: boolean;
}

/** For an internal number. */
const ENOUGH_DIGITS = /\p{Nd}\P{Nd}*\p{Nd}\P{Nd}*\p{Nd}/u;

/** Parts first: to put together the text of ten thousand rows takes milliseconds. */
function isSmall(element: Element): boolean {
  let parts = 0;
  for (let part = element.firstChild; part !== null; part = part.nextSibling) if (++parts > RELABELLED_PARTS) return false;
  return element.textContent.length <= RELABELLED_UNITS;
}

export class Scanner {
  readonly #marker: Marker;
  readonly #hooks: ScannerHooks;
  /** The page has changed since the last slice. */
  #fresh = false;
  readonly #slices = new Slices((goOn) => this.#work(goOn), () => (this.#fresh ? BUSY_SLICE_MS : SLICE_MS));
  readonly #context = new Context();
  /** Known of the elements around what is read in this slice. */
  readonly #skipped = new Map<Node, boolean>();
  #rules: Rules;
  /** Trees to be walked, and whether no more than a label has changed in them; and nodes whose line is to be read again. */
  readonly #trees = new Map<Node, boolean>();
  readonly #changed = new Set<ChildNode>();
  /** Known to be in none of those trees, in this slice. */
  readonly #apart = new Set<Node>();
  #walker: RunWalker | null = null;
  /** What is walked, as long as no digit was seen in it: it may be a label that was put in place of another. */
  #quiet: Element | null = null;
  #collected: Collected[] = [];
  #runs: Nearest<Collected> | null = null;
  #pieces: Generator<undefined> | null = null;
  #prepared = false;
  #scrolled = false;
  /** Counts rounds of reading again. A run that was found before its text was read again is stale. */
  #round = 0;
  readonly #reread = new WeakMap<Text, number>();

  constructor(marker: Marker, rules: Rules, hooks: ScannerHooks) {
    this.#marker = marker;
    this.#rules = rules;
    this.#hooks = hooks;
  }

  get idle(): boolean {
    return this.#trees.size === 0 && this.#changed.size === 0 && this.#walker === null && this.#runs === null && this.#pieces === null;
  }

  get slices(): SliceReport {
    return this.#slices.report;
  }

  /** A whole tree: an added element, a shadow root, the document. */
  scan(tree: Node): void {
    if (!this.#prepared) this.#pieces = prepareAll(this.#rules);
    this.#prepared = true;
    this.#enqueue(tree, false);
    this.#fresh = true;
    this.#slices.wake();
  }

  /** The line around a node whose text, or whose neighbour, has changed. */
  reread(node: ChildNode): void {
    this.#changed.add(node);
    this.#fresh = true;
    this.#slices.wake();
  }

  /** What this says may call something near it otherwise now. */
  relabel(node: Node): void {
    this.#relabel(node);
    this.#slices.wake();
  }

  /** Nothing to read, but what it is read by may have changed. */
  wake(): void {
    this.#slices.wake();
  }

  scrolled(): void {
    this.#scrolled = this.#runs !== null;
    this.#marker.scrolled();
  }

  rule(rules: Rules): void {
    this.#rules = rules;
  }

  destroy(): void {
    this.#slices.destroy();
    this.#trees.clear();
    this.#changed.clear();
    this.#walker = this.#runs = this.#pieces = null;
  }

  #work(goOn: () => boolean): boolean {
    this.#fresh = false;
    this.#context.forget();
    this.#skipped.clear();
    this.#apart.clear();
    this.#marker.disturb();
    while (goOn()) {
      if (this.#pieces !== null) {
        if (this.#pieces.next().done === true) this.#pieces = null;
      } else if (this.#changed.size > 0) {
        this.#takeChanged();
      } else if (this.#walker !== null) {
        if (!this.#walker.walk(goOn)) return false;
        this.#walker = null;
        if (this.#quiet !== null) this.#relabelAround(this.#quiet);
      } else if (this.#trees.size > 0) {
        this.#takeTree();
      } else if (this.#collected.length > 0) {
        this.#order();
      } else if (this.#runs !== null) {
        this.#takeRun(this.#runs);
      } else {
        this.#marker.show();
        this.#hooks.settled();
        return true;
      }
    }
    this.#marker.show();
    return false;
  }

  /** Changed text is read before anything else: it may carry a stale mark. */
  #takeChanged(): void {
    for (const node of this.#changed) {
      this.#changed.delete(node);
      if (isText(node)) this.#marker.unmark(node);
      if (!node.isConnected || this.#isWithinAnother(node) || isInSkipped(node, this.#skipped)) return;
      if (isElement(node) && !standsInLine(node)) {
        this.#enqueue(node, false);
        return;
      }
      const runs = this.#runsAround(node);
      if (runs.length === 0) this.#relabel(node);
      else this.#pieces = this.#detectAll(runs);
      return;
    }
  }

  #runsAround(node: ChildNode): readonly Run[] {
    this.#round++;
    const line = lineAround(node);
    if (line === null) return [];
    const runs: Run[] = [];
    new RunWalker({ run: (run) => runs.push(run), element: this.#hooks.element }, ...line).walk(() => true);
    for (const run of runs) {
      for (const item of run) {
        if (isEdge(item)) continue;
        this.#changed.delete(item);
        this.#reread.set(item, this.#round);
      }
    }
    return runs;
  }

  /** Text without digits may call something near it otherwise now. */
  #relabel(node: Node): void {
    const table = parentOf(node)?.closest("th")?.closest("table");
    if (table !== null && table !== undefined) {
      if (table.rows.length <= RELABELLED_ROWS) this.#addRelabelled(table);
      return;
    }
    let around: Element | null = null;
    for (let at = parentOf(node), n = 0; n < RELABELLED_LEVELS && at !== null && at.localName !== "body" && isSmall(at); at = at.parentElement, n++) around = at;
    if (around !== null && ENOUGH_DIGITS.test(around.textContent)) this.#addRelabelled(around);
  }

  #enqueue(tree: Node, relabelled: boolean): void {
    this.#trees.set(tree, relabelled);
    this.#apart.clear();
  }

  #relabelAround(added: Element): void {
    this.#quiet = null;
    if (added.isConnected && isSmall(added) && added.textContent.trim() !== "") this.#relabel(added);
  }

  #addRelabelled(tree: Node): void {
    if (!this.#trees.has(tree)) this.#enqueue(tree, true);
  }

  #takeTree(): void {
    for (const [tree, relabelled] of this.#trees) {
      this.#trees.delete(tree);
      if (!tree.isConnected || this.#isWithinAnother(tree)) return;
      if (isInSkipped(tree, this.#skipped)) {
        const texts = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
        for (let at = texts.nextNode(); at !== null; at = texts.nextNode()) if (isText(at)) this.#marker.unmark(at);
        return;
      }
      this.#quiet = isElement(tree) && !relabelled ? tree : null;
      const run = (items: Run): void => {
        this.#quiet = null;
        this.#collected.push({ items, round: this.#round, relabelled });
      };
      this.#walker = new RunWalker({ run, element: this.#hooks.element }, tree);
      return;
    }
  }

  #isWithinAnother(tree: Node): boolean {
    if (this.#trees.size === 0) return false;
    const passed: Node[] = [];
    for (let at = tree.parentNode; at !== null && !this.#apart.has(at); at = at.parentNode) {
      if (this.#trees.has(at)) return true;
      passed.push(at);
    }
    for (const each of passed) this.#apart.add(each);
    return false;
  }

  #order(): void {
    const runs = this.#collected;
    this.#collected = [];
    if (this.#runs !== null) {
      // Younger work goes in front of what is left of the older.
      const rest = this.#runs;
      while (rest.left > 0) {
        const run = rest.take();
        if (run !== undefined) runs.push(run);
      }
    }
    this.#runs = new Nearest(runs, runs.length < ORDERED_FROM ? () => 0 : fromViewport);
  }

  #takeRun(runs: Nearest<Collected>): void {
    if (this.#scrolled) {
      this.#scrolled = false;
      if (runs.left >= ORDERED_FROM) runs.reorder(fromViewport);
    }
    const run = runs.take();
    if (run === undefined) this.#runs = null;
    else if (!run.items.some((item) => !isEdge(item) && this.#isStale(item, run.round)) && !(run.relabelled && this.#isLabelledSo(run.items))) this.#pieces = this.#detectAll([run.items]);
  }

  /** Marked by the label it has now: to read it again would find the same. */
  #isLabelledSo(run: Run): boolean {
    const only = soleText(run);
    const marks = only === null ? [] : [...this.#marker.of(only)];
    if (only === null || marks.length === 0) return false;
    const before = this.#context.before(only);
    return marks.every(({ nodes, label }) => nodes.length === 1 && (label ?? "") === before);
  }

  #isStale(text: Text, round: number): boolean {
    return !text.isConnected || (this.#reread.get(text) ?? -1) > round;
  }

  *#detectAll(runs: readonly Run[]): Generator<undefined> {
    for (const run of runs) {
      for (const item of run) if (!isEdge(item)) this.#marker.unmark(item);
      for (const reading of readInSteps(run)) {
        if (reading === null) yield;
        else yield* this.#detectIn(reading);
        if (reading !== null && reading.text.length > WINDOW_UNITS) yield;
      }
    }
  }

  *#detectIn(reading: Reading): Generator<undefined> {
    const { text } = reading;
    if (!mayHoldNumber(text)) return;
    const first = firstOf(reading);
    if (first === undefined) return;
    const before = this.#context.before(first);
    for (const found of detectInPieces(text, { ...this.#rules, before })) {
      for (const number of found) if (skippedBy(number.start, text, before, this.#rules.skipLabels) === null) this.#marker.mark(reading, number, before === "" ? null : before);
      yield;
    }
  }

  /** The number as it stands there now, or null when it is another one or none. Nothing is dialled by an old reading. */
  recheck(mark: Mark): FoundNumber | null {
    const { node, offset } = mark.start;
    if (!node.isConnected || isInSkipped(node)) return null;
    this.#context.forget();
    const line = lineAround(node);
    if (line === null) return null;
    const readings: Reading[] = [];
    new RunWalker({ run: (run) => readings.push(...read(run, mark.start)), element: () => undefined }, ...line).walk(() => true);
    for (const reading of readings) {
      const start = indexOf(reading, { node, offset });
      if (start < 0) continue;
      const first = firstOf(reading);
      const before = first === undefined ? "" : this.#context.before(first);
      for (const numbers of detectInPieces(reading.text, { ...this.#rules, before })) {
        const found = numbers.find((each) => each.start === start);
        if (found !== undefined && isSame(found, mark.found)) return found;
      }
    }
    // A style may have hidden what was shown, of which nobody is told.
    this.reread(node);
    return null;
  }
}

function* prepareAll({ region, rivals }: Rules): Generator<undefined> {
  for (const each of [region, ...rivals]) yield* prepare(each);
}

const isSame = (one: FoundNumber, other: FoundNumber): boolean =>
  one.written === other.written && one.e164 === other.e164 && one.extension === other.extension;

/** Negative above the viewport, positive below it. */
function fromViewport({ items: [item] }: Collected): number {
  if (item === undefined) return 0;
  const element = isEdge(item) ? item.element : item.parentNode;
  if (!isElement(element) || !element.isConnected) return 0;
  const { top, bottom } = element.getBoundingClientRect();
  return bottom < 0 ? -1 : top > innerHeight ? 1 : 0;
}
