/** What a picture or a choice beside a number says: its name, what it is a picture of, or what is chosen. */
import { saysFax, saysPhone } from "./fax.ts";
import { labelOf, labelText } from "./short-text.ts";

/** In names that programs use. */
const FAX = /(?:^|[^a-z])fax(?:[^a-z]|$)/iu;
/** A printer beside a number is a fax machine's picture, unless it prints. Not what styles hide from print. */
const PRINTER = /[a-z][-:](?<!\b(?:not?|hidden|hide|visible|show|for|only|btn|js|can)-)print(?:er)?(?:-(?:fill|outline|line|alt))?(?=\s|$)/iu;
/** Fonts whose pictures are written as words. */
const WORD_FONT = /(?:^|[\s-])mat(?:erial)?-(?:icons?|symbols)/u;
const PRINTER_WORD = /^\s*(?:print|local_printshop|fax)\s*$/u;
const ACTION = "a,button,[role=button]";
/** A country is no kind of number. */
const FLAG = /(?:^|[^a-z])flags?(?:[^a-z]|$)/iu;
const CHOICE = "select,input";
/** Boxes around a picture and nothing else. */
const MOST_BOXES = 3;

/** The words of an element without text of its own, or of a choice; null where it has any other, or says nothing. */
export function signOf(element: Element): string | null {
  if (element.matches(CHOICE)) return chosenIn(element);
  const isPicture = element.localName === "svg" || element.localName === "img";
  if (!isPicture && element.textContent.trim() !== "") return partsOf(element).some(isWordFor) ? "Fax" : null;
  const name = nameOf(element);
  const parts = partsOf(element);
  const looks = parts.map(looksOf).join(" ");
  if (FLAG.test(`${looks} ${name ?? ""}`)) return null;
  if (name !== null && name.trim() !== "") return labelText(name);
  const isFax = FAX.test(looks) || parts.some((part) => saysFax(nameOf(part) ?? ""));
  return isFax || (PRINTER.test(looks) && !parts.some(isPressed)) ? "Fax" : null;
}

/** An element and what it is no more than a box for. */
function partsOf(element: Element): readonly Element[] {
  const parts = [element];
  for (let at = element; parts.length <= MOST_BOXES && at.childElementCount === 1 && at.localName !== "svg"; ) {
    const inner = at.firstElementChild;
    if (inner === null || inner.textContent.length < at.textContent.trim().length) break;
    parts.push((at = inner));
  }
  return parts;
}

function nameOf(element: Element): string | null {
  const isPicture = element.localName === "svg" || element.localName === "img";
  return element.getAttribute("aria-label") ?? element.getAttribute("title") ?? element.getAttribute("alt") ?? (isPicture ? (element.querySelector("title")?.textContent ?? null) : null);
}

/** The names that programs use for what it looks like. */
function looksOf(element: Element): string {
  const pictures = ["data-icon", "icon", "name"].map((each) => `icon-${element.getAttribute(each) ?? ""}`);
  const use = element.localName === "svg" ? element.querySelector("use") : null;
  const used = use?.getAttribute("href") ?? use?.getAttribute("xlink:href") ?? "";
  return [element.getAttribute("class"), element.getAttribute("src"), ...pictures, used].join(" ");
}

/** It does something itself, and is not just part of what does. */
function isPressed(element: Element): boolean {
  const isPointed = (each: Element | null): boolean => each !== null && getComputedStyle(each).cursor === "pointer";
  return element.matches(ACTION) || (isPointed(element) && !isPointed(element.parentElement));
}

/** A printer or a fax machine, written as a word of a font of pictures. */
export const isWordFor = (element: Element): boolean =>
  element.childElementCount === 0 && PRINTER_WORD.test(element.textContent) && [element, element.parentElement].some((each) => each !== null && WORD_FONT.test(`${each.className} ${each.localName}`));

/** Which kind of number is chosen, in a field that chooses among such. */
function chosenIn(field: Element): string | null {
  if (field instanceof HTMLSelectElement) {
    const label = labelText(field.selectedOptions.item(0)?.text ?? "");
    return label !== null && [...field.options].slice(0, MOST_KINDS).some(({ text }) => saysFax(text) || saysPhone(text)) ? label : null;
  }
  const isChoice = field instanceof HTMLInputElement && (field.readOnly || field.role === "combobox");
  return isChoice && saysFax(field.value) ? labelText(field.value) : null;
}
/** More are no kinds of number. */
const MOST_KINDS = 20;

/** The text of what stands beside a number, as it is shown: of a choice only what is chosen. */
export function shownLabel(element: Element): string | null {
  const text = labelOf(element);
  const choice = text === null ? null : element.querySelector(CHOICE);
  return choice === null ? text : (chosenIn(choice) ?? (choice.localName === "select" ? null : text));
}

/** A fax machine's number by a name of the element around it that nobody sees. */
export function isNamedFax(element: Element): boolean {
  if (element.getAttribute("itemprop") === "faxNumber") return true;
  const name = element.getAttribute("aria-label") ?? element.getAttribute("data-label") ?? element.getAttribute("title");
  return name !== null && saysFax(name) && labelText(name) !== null;
}
