/**
 * The label a number has by its place: column heading, row heading, the cell or the field before it, `dt`, `label`,
 * `aria-label`. The detector reads it as text in front of the number.
 */
import { Above, named } from "./above.ts";
import { isElement, isSkipped, isText, mayBeInline, parentOf } from "./dom.ts";
import { FAX_SIGN, saysFax, saysPhone } from "./fax.ts";
import { CELL, cellAround, Headings } from "./headings.ts";
import { PlainHeadings } from "./plain-headings.ts";
import { isNamedFax, shownLabel, signOf } from "./signs.ts";
import { Generated } from "./generated.ts";
import { labelOf, labelText, short, textOf } from "./short-text.ts";

/** Ancestors that stand by themselves looked at for something in front of the number; and ancestors in all. */
const CLIMB = 3;
const MOST_STEPS = 24;
/** Values of the same field one above the other. */
const MOST_VALUES = 5;
/** An element with more text than this is no field, and what it is called is no label, in UTF-16 units. */
const FIELD_UNITS = 120;
/** A cell of no more than a kind of number. */
const KIND_UNITS = 16;
/** Styles are asked for anew after so long. */
const STYLES_MS = 2000;
const ROW_HEADING = "th,[role=rowheader]";
/** "Ada: no number": a label that has its value already. */
const HAS_VALUE = /[:：]\s*[^\s:：][^:：]*$/u;
/** "Invoice number: 020 7946 0958", of which no more is said than the value. */
const VALUE_SAID = /[:：][^\p{L}:：]+$/u;
/** A line set off is a label also without a colon, if no department's name. */
const SET_OFF = "b,strong,label";
/** And so is one that ends so: what has a number is named, and no department. */
const NUMBERED = /(?:(?<!\p{L})(?:n[or]|n[.°º]+|id|ref|c[oó]d(?:e|igo|ice)?|kod)|n[uúo]m?m(?:mer|ber|ero|er)|[#№号號]|номер|код|번호)[.\s]*$/iu;
/** Between a label and its value: to edit, to copy, to explain; or to choose the kind of number, which then says what it is. */
const CONTROL = "button,[role=button]";
/** What these say is of the page, not of what stands behind. */
const GUIDE = "nav,[role=tablist],[role=navigation],[role=menubar]";
/** A table is no label, whatever its headings are. */
const CELLS = `:is(${CELL}) ~ :is(${CELL})`;
/** A hint or a badge may stand between it and its value. */
const LABEL = "label,legend";
const FIELD = "input:not([type=checkbox],[type=radio],[type=hidden]),textarea";
/** A value may have so many boxes around it and nothing else, and be called something by one of them. */
const MOST_NAMED = 4;

export class Context {
  #headings = new Headings();
  #plain = new PlainHeadings();
  #above = new Above();
  #generated = new Generated();
  #asked = performance.now();

  /** Headings may have changed since the last round. Style sheets do not so soon, and to ask for a style makes the browser work out those of all that has changed. */
  forget(): void {
    this.#headings = new Headings();
    this.#plain = new PlainHeadings();
    this.#above = new Above();
    if (performance.now() - this.#asked < STYLES_MS) return;
    this.#generated = new Generated();
    this.#asked = performance.now();
  }

  /** What stands in front of a reading that begins with this node, or of a field; "" when nothing does. */
  before(node: Text | HTMLInputElement): string {
    const parent = isElement(node) ? node : parentOf(node);
    if (parent === null) return "";
    const cell = cellAround(parent);
    const { heading, within } = cell === null ? this.#plain.of(parent) : { heading: this.#headings.of(cell), within: cell };
    const row = cell === null ? null : rowHeading(cell, heading, this.#headings);
    const seeming = cell === null || heading !== null ? null : this.#headings.seeming(cell);
    const field = fieldLabel(parent);
    const near = [ownLabel(parent), field, this.#generated.before(node, within), field === null ? preceding(node, within) : null];
    const own = [seeming, row, ...near];
    // What is called a telephone's is one, whatever it stands under.
    const isPhone = own.some((part) => part !== null && saysPhone(part));
    const parts = [isPhone ? null : (this.#above.of(cell?.parentElement ?? parent) ?? (heading === null ? this.#around(cell) : null)), heading, ...own];
    if (parts.every((part) => part === null)) return following(node) ?? "";
    return [...new Set(parts.filter((part) => part !== null))].join(" ").replace(FAX_SIGN, "Fax");
  }

  /** A table may stand in a cell of another one, in a column of fax machines. */
  #around(cell: Element | null): string | null {
    const outer = cell?.closest("table")?.parentElement?.closest(CELL) ?? null;
    const heading = outer === null ? null : this.#headings.of(outer);
    return isKind(heading) ? heading : null;
  }
}

/**
 * The nearest `<th scope=row>` in front, or the cell before, where there is no heading: "Phone | 020 7946 0958". Under a heading of telephones
 * the one is a name, and under another the cell before is another value, unless that says nothing: "Field | Value", "Type | Value | Note".
 */
function rowHeading(cell: Element, heading: string | null, headings: Headings): string | null {
  const isOfPhones = heading !== null && saysPhone(heading);
  for (let at = cell.previousElementSibling; at !== null; at = at.previousElementSibling) {
    if (!at.matches(ROW_HEADING)) continue;
    const label = textOf(at);
    return isOfPhones && !isKind(label) ? null : label;
  }
  const group = headings.ofRows(cell);
  if (group !== null && (!isOfPhones || isKind(group))) return group;
  const before = saidBefore(cell, heading === null ? /\p{L}/u : /[\p{L}\p{Nd}]/u);
  if (before?.matches(CELL) !== true || isOfPhones || eachHasItsOwn(before, cell)) return null;
  const label = pictureIn(before) ?? shownLabel(before);
  return heading === null || cell.parentElement?.childElementCount === 2 || isKind(label) ? label : null;
}

/** The cell in front that says anything: between it and this there may be a colon, or other values of a row without headings. */
function saidBefore(cell: Element, words: RegExp): Element | null {
  let at = cell.previousElementSibling;
  for (let n = 0; n < MOST_VALUES && at !== null && !words.test(at.textContent) && pictureIn(at) === null; n++) at = at.previousElementSibling;
  return at;
}

const pictureIn = ({ firstElementChild: only, childElementCount }: Element): string | null => (only === null || childElementCount > 1 ? null : signOf(only));

const isKind = (label: string | null): boolean => label !== null && label.length <= KIND_UNITS && saysFax(label);

/** Label and value in each cell, as in tables that become cards on narrow screens. */
function eachHasItsOwn({ children: before }: Element, { children }: Element): boolean {
  const [label, other] = [children[0], before[0]];
  return children.length === 2 && before.length === 2 && label?.className === other?.className && label?.localName === other?.localName && label !== undefined && labelOf(label) !== null;
}

/** What the element that holds the number, and nothing else, is called. */
function ownLabel(element: Element): string | null {
  for (let at: Element | null = element, n = 0; at !== null && n < MOST_NAMED; at = at.parentElement, n++) {
    if (n > 0 && at.firstElementChild !== at.lastElementChild) return null;
    // The line it stands in has that.
    if (mayBeInline(at) && isNamedFax(at)) continue;
    const name = named(at);
    // A name that repeats the number says of it what stands in front of that.
    if (name !== null && at.textContent.length <= FIELD_UNITS) return labelText(name.replace(VALUE_SAID, ""));
  }
  return null;
}

function fieldLabel(element: Element): string | null {
  const { id } = element;
  const root = element.getRootNode();
  if (id === "" || !(root instanceof Document || root instanceof ShadowRoot)) return null;
  const label = root.querySelector(`label[for="${CSS.escape(id)}"]`);
  return label === null ? null : textOf(label);
}

/** The short text right in front: what styles keep apart from the number in its own line, `<dt>`, `<label>`, `<div class="name">`. */
function preceding(node: Text | HTMLInputElement, within: Element | null): string | null {
  let climbed = 0;
  let at: Node = node;
  for (let step = 0; step < MOST_STEPS; step++) {
    if (isElement(at) && at.localName === "dd") {
      let term = at.previousElementSibling;
      while (term !== null && term.localName === "dd") term = term.previousElementSibling;
      return term === null ? null : (pictureIn(term) ?? textOf(term));
    }
    const before = previousOf(at);
    if (before !== null) return before.label;
    if (isElement(at)) {
      if (at.localName === "body" || at.localName === "tr") return null;
      if (at.localName === "li") {
        // A list of nothing but numbers has its label in front of all.
        const list = at.parentElement;
        if (list === null || list === within || /\p{L}/u.test(at.textContent)) return null;
        at = list;
        continue;
      }
      if (!mayBeInline(at) && !isLast(at) && ++climbed >= CLIMB) return null;
    }
    const parent: Element | null = upFrom(at);
    if (parent === null || parent === within) return null;
    at = parent;
  }
  return null;
}

/** Nothing behind it but what edits it: with nothing in front either, the box around it is no more than a box. */
function isLast({ nextElementSibling: after }: Element): boolean {
  return after === null || (after.nextElementSibling === null && (after.matches(CONTROL) || (after.childElementCount === 0 && after.textContent.trim() === "")));
}

/** As a person sees it: what is put into a slot stands where the slot is. */
function upFrom(node: Node): Element | null {
  const slot = isElement(node) || isText(node) ? node.assignedSlot : null;
  return slot ?? parentOf(node);
}

/** The nearest thing in front among the siblings that says anything; its label is null where it is no label. */
function previousOf(node: Node): { readonly label: string | null } | null {
  let lines = 0;
  let values = 0;
  let control = "";
  const found = (label: string | null): { readonly label: string | null } => ({ label: control === "" ? label : short(`${label ?? ""} ${control}`) });
  for (let at = node.previousSibling; at !== null; at = at.previousSibling) {
    if (isText(at)) {
      if (at.data.trim() === "") continue;
      // A line above is a label only where it says so.
      const isAbove = lines > 0 && !saysSo(at.data);
      return found(isAbove ? null : labelText(at.data));
    }
    if (!isElement(at)) continue;
    if (at.localName === "br") {
      lines++;
      continue;
    }
    const sign = signOf(at);
    if (at.matches(CONTROL)) {
      control = `${sign ?? labelOf(at) ?? ""} ${control}`;
      continue;
    }
    if (sign !== null) return found(sign);
    if (at.localName === "svg" || at.localName === "img") continue;
    if (isSkipped(at) || at.matches(GUIDE) || at.querySelector(CELLS) !== null || hasField(at)) return { label: null };
    const text = at.textContent;
    if (text.trim() === "") continue;
    if (isValue(at, node, text) && ++values <= MOST_VALUES) continue;
    const isAbove = lines > 0 && !(saysSo(text) || (at.matches(SET_OFF) && saysFax(text)));
    return found(isAbove || HAS_VALUE.test(text) ? null : withLabel(at));
  }
  return control.trim() === "" ? null : found(null);
}

/** A line that is the label of the next one. */
const saysSo = (line: string): boolean => line.trimEnd().endsWith(":") || NUMBERED.test(line);

/** A label around a field is that field's. */
const hasField = (element: Element): boolean => element.localName === "label" && element.querySelector(FIELD) !== null;

/** What an element says, and the label in front of it. */
function withLabel(element: Element): string | null {
  const own = shownLabel(element);
  const label = element.previousElementSibling;
  return own === null || label?.matches(LABEL) !== true || element.matches(LABEL) ? own : short(`${shownLabel(label) ?? ""} ${own}`);
}

/** Of two parts the second: a figure on a tile, and under it what it is. */
function following(node: Text | HTMLInputElement): string | null {
  for (let at: Element | null = isElement(node) ? node : node.parentElement, n = 0; at !== null && n < MOST_STEPS; at = at.parentElement, n++) {
    const next = at.nextElementSibling;
    if (next === null && at.previousElementSibling === null) continue;
    const isBroken = next?.localName === "br";
    const after = isBroken ? next.nextElementSibling : next;
    const isTile = after !== null && at.previousElementSibling === null && after.nextElementSibling === null && !isSkipped(after) && (isBroken || !(isInLine(at) && isInLine(after)));
    return isTile ? shownLabel(after) : null;
  }
  return null;
}

const isInLine = (element: Element): boolean => mayBeInline(element) && getComputedStyle(element).display.startsWith("inline");

/** Another number of the same field. */
const isValue = (element: Element, node: Node, text: string): boolean =>
  isElement(node) && element.localName === node.localName && element.className === node.className && text.length < FIELD_UNITS && !/\p{L}/u.test(text) && !FAX_SIGN.test(text);
