/**
 * From runs to text: what a person reads as one line, with the way back from each character to its node. Invisible marks
 * (soft hyphen, direction, zero width) are left out and white space is collapsed, as on the screen.
 */
import { isCustom, shadowRootOf } from "./dom.ts";
import { CELL } from "./headings.ts";
import { isEdge, type Item, type Run } from "./runs.ts";
import { isNamedFax, isWordFor, signOf } from "./signs.ts";

/** `length` characters of the text that stand unchanged at `offset` of `node`. */
interface Stretch {
  readonly at: number;
  readonly node: Text;
  readonly offset: number;
  readonly length: number;
}

export interface Spot {
  readonly node: Text;
  readonly offset: number;
}

export interface Reading {
  readonly text: string;
  readonly stretches: readonly Stretch[];
}

/** Stands for an image or a field within a line: no part of any number. */
const OBJECT = "\uFFFC";
const LETTER = /\p{L}/u;
const ENDS_IN_DIGIT = /\p{Nd}$/u;
const SPECIAL = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\u061C\uFEFF]|[ \t\n\r\f]{2,}|[\t\n\r\f]/u;
const EACH_SPECIAL = new RegExp(SPECIAL.source, "gu");
const KEEPS_LINES = /^(?:pre|break-spaces)/u;

class Joiner {
  text = "";
  /** What was added last: to look at the end of the text itself each time would copy all of it. */
  #last = "";
  readonly stretches: Stretch[] = [];

  object(): void {
    if (this.text !== "") this.#append(OBJECT);
  }

  /** Small digits behind others are none of theirs. */
  note(): void {
    if (ENDS_IN_DIGIT.test(this.#last)) this.object();
  }

  space(): void {
    if (this.text !== "" && !this.#last.endsWith(" ")) this.#append(" ");
  }

  /** A picture that says what comes next. */
  sign(words: string): void {
    this.#append(`${OBJECT}${words} `);
  }

  /** All of the node, or a part of it that begins there. Its text is asked for once: Firefox makes a copy of it each time. */
  add(node: Text, keepsLines: () => boolean, data = node.data, begin = 0): void {
    const stretch = (from: number, to: number, as = data.slice(from, to)): void => {
      if (to <= from) return;
      this.stretches.push({ at: this.text.length, node, offset: begin + from, length: to - from });
      this.#append(as);
    };
    let from = 0;
    let keeps: boolean | undefined;
    if (SPECIAL.test(data)) {
      for (const { index, 0: special } of data.matchAll(EACH_SPECIAL)) {
        stretch(from, index);
        from = index + special.length;
        if (!/^[ \t\n\r\f]/u.test(special)) continue;
        if (/[\n\r]/u.test(special) && (keeps ??= keepsLines())) stretch(index, from);
        else stretch(index, index + 1, " ");
      }
    }
    stretch(from, data.length);
  }

  #append(text: string): void {
    this.text += text;
    this.#last = text;
  }
}

/** Inline: part of the line. Spaced: the same, with a gap to its sides. Raised: a note's mark, or an index. Apart: a box of its own. Lifted: not in this line at all (hidden, or placed elsewhere). */
type Place = "inline" | "spaced" | "raised" | "apart" | "lifted";

/** A cell or an item whatever its style, and what is shown where its slot is. */
const BY_ITSELF = `${CELL},[role=columnheader],[role=row],[role=listitem],[slot],tspan:is([x],[y],[dy])`;

/** Not valid any more: what stands beside it is read without it. */
const STRUCK = "del,s,strike";

/** What looks like a space between two letters, in CSS pixels. */
const GAP_PX = 3;

function placeOf(element: Element): Place {
  const style = getComputedStyle(element);
  const { display, position, float, verticalAlign, visibility } = style;
  if (display === "none" || position === "absolute" || position === "fixed" || element.matches(STRUCK)) return "lifted";
  if (visibility === "hidden" && isShownAround(element)) return "lifted";
  if (float !== "none" || element.matches(BY_ITSELF)) return "apart";
  if (display === "contents") return "inline";
  // What stands in it is shown in its slots, wherever those are.
  if (display !== "inline" || (isCustom(element) && shadowRootOf(element) !== null)) return "apart";
  if (verticalAlign === "super" || verticalAlign === "sub") return "raised";
  const gap = (parseFloat(style.marginInlineStart) + parseFloat(style.paddingInlineStart) + parseFloat(style.marginInlineEnd) + parseFloat(style.paddingInlineEnd)) / 2;
  return gap >= GAP_PX ? "spaced" : "inline";
}

/** What is hidden as a whole is read as it will be shown. */
const isShownAround = ({ parentElement }: Element): boolean => parentElement !== null && getComputedStyle(parentElement).visibility === "visible";

const keepsLinesIn = (node: Text): boolean => {
  const parent = node.parentElement;
  return parent !== null && KEEPS_LINES.test(getComputedStyle(parent).whiteSpace);
};

/** The readings of a run: one, unless styles put parts of it elsewhere, or it is very long. Of a long one only the part `around` a place, where one is given. */
export function* read(run: Run, around: Spot | null = null): Generator<Reading> {
  for (const reading of readInSteps(run, around)) if (reading !== null) yield reading;
}

/** The same; null now and then between, when so much has been done that the page may want its turn. */
export function* readInSteps(run: Run, around: Spot | null = null): Generator<Reading | null> {
  const only = soleText(run);
  if (only === null) {
    yield* readMixed(run);
    return;
  }
  const { data } = only;
  const wanted = around === null ? null : Math.min(around.offset, data.length - 1);
  for (const [from, to] of partsOf(data)) {
    if (wanted !== null && (wanted < from || wanted >= to)) continue;
    const joiner = new Joiner();
    joiner.add(only, () => keepsLinesIn(only), data.slice(from, to), from);
    yield joiner;
  }
}

/** Items of a run whose styles take about a millisecond. */
const ITEMS_AT_ONCE = 200;

/** A text that takes longer to put together than a slice lasts, in UTF-16 units; and how far in front of its end it may be cut. */
const PART_UNITS = 65_536;
const CUT_UNITS = 4096;
/** Longer than a number, and than what calls it something: nothing is cut there. */
const GAP = /[^\p{Nd}]{160,}/gu;

/** Where a text is cut: nowhere, if it is short. Always in the same places. */
function* partsOf(data: string): Generator<readonly [number, number]> {
  let from = 0;
  for (let wanted = PART_UNITS; wanted < data.length; wanted += PART_UNITS) {
    let cut = -1;
    for (const match of data.slice(wanted - CUT_UNITS, wanted).matchAll(GAP)) cut = wanted - CUT_UNITS + match.index + (match[0].length >> 1);
    if (cut < 0) continue;
    yield [from, cut];
    from = cut;
  }
  yield [from, data.length];
}

function* readMixed(run: Run): Generator<Reading | null> {
  const done: Joiner[] = [];
  let current = new Joiner();
  const outer: Joiner[] = [];
  const lifted: Element[] = [];
  const cut = (): void => {
    done.push(current);
    current = new Joiner();
  };
  const places = new Map<Element, Place>();
  const place = (element: Element): Place => {
    const known = places.get(element) ?? placeOf(element);
    places.set(element, known);
    return known;
  };
  for (const [index, item] of run.entries()) {
    if (index % ITEMS_AT_ONCE === ITEMS_AT_ONCE - 1) yield null;
    if (!isEdge(item)) {
      current.add(item, () => keepsLinesIn(item));
      continue;
    }
    const sign = current.text === "" ? null : signAt(run, index);
    if (sign !== null) {
      if (place(item.element) !== "lifted") current.sign(sign);
    } else if (item.kind === "object") {
      if (place(item.element) !== "lifted") current.object();
    } else if (place(item.element) === "apart") {
      cut();
    } else if (place(item.element) === "spaced") {
      current.space();
    } else if (place(item.element) === "raised") {
      if (item.kind === "open") current.note();
    } else if (place(item.element) === "lifted") {
      if (item.kind === "open") {
        outer.push(current);
        lifted.push(item.element);
        current = new Joiner();
      } else if (lifted.at(-1) === item.element) {
        lifted.pop();
        cut();
        current = outer.pop() ?? current;
      }
    }
    if (saysFaxUnseen(item)) current.sign("Fax");
  }
  done.push(current, ...outer);
  yield* done.filter(({ text }) => text !== "");
}

/** Most runs are one text node: then no style is asked. */
export function soleText(run: Run): Text | null {
  let only: Text | null = null;
  for (const [index, item] of run.entries()) {
    if (isObjectItem(item)) return null;
    if (isEdge(item)) {
      if (saysFaxUnseen(item) || (only !== null && signAt(run, index) !== null)) return null;
      continue;
    }
    if (only !== null) return null;
    only = item;
  }
  return only;
}

/** An element around a number, or a picture written as a word, that calls what comes a fax machine's. */
const saysFaxUnseen = (item: Item): boolean => isEdge(item) && item.kind === "open" && (isNamedFax(item.element) || isWordFor(item.element));

const isObjectItem = (item: Item): boolean => isEdge(item) && item.kind === "object";

/** What a picture there says, which may be an element without anything in it. */
function signAt(run: Run, index: number): string | null {
  const [item, next] = [run[index], run[index + 1]];
  if (item === undefined || !isEdge(item) || item.kind === "close") return null;
  const isPicture = item.kind === "object" || (next !== undefined && isEdge(next) && next.element === item.element);
  const sign = isPicture ? signOf(item.element) : null;
  return sign !== null && LETTER.test(sign) ? sign : null;
}

/** Where a reading begins: what stands in front of this node stands in front of it all. */
export const firstOf = ({ stretches }: Reading): Text | undefined => (stretches.find(({ node }) => node.data.trim() !== "") ?? stretches[0])?.node;

/** The last stretch that begins at or before `index`; -1: none does. */
function stretchAt(stretches: readonly Stretch[], index: number): number {
  let [low, high] = [-1, stretches.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((stretches[middle]?.at ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where the character at `index` of the text stands. */
export function spotOf({ stretches }: Reading, index: number): Spot | null {
  const stretch = stretches[stretchAt(stretches, index)];
  return stretch === undefined ? null : { node: stretch.node, offset: stretch.offset + Math.min(index - stretch.at, stretch.length - 1) };
}

/** The text's index of a place in a node; -1 when the node is not part of the reading. */
export function indexOf({ stretches }: Reading, { node, offset }: Spot): number {
  const stretch = stretches.find((each) => each.node === node && offset >= each.offset && offset < each.offset + each.length);
  return stretch === undefined ? -1 : stretch.at + Math.min(offset - stretch.offset, stretch.length - 1);
}

/** The text nodes between two places, in order. */
export function nodesBetween({ stretches }: Reading, start: number, end: number): readonly Text[] {
  const nodes: Text[] = [];
  for (let n = Math.max(0, stretchAt(stretches, start)); n < stretches.length; n++) {
    const stretch = stretches[n];
    if (stretch === undefined || stretch.at >= end) break;
    if (stretch.at + stretch.length > start && nodes.at(-1) !== stretch.node) nodes.push(stretch.node);
  }
  return nodes;
}
