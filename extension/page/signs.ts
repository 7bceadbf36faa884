/** What a picture or a choice beside a number says: its name, what it is a picture of, or what is chosen. */
import { saysFax, saysPhone } from "./fax.ts";
import { labelText } from "./short-text.ts";

/** In names that programs use. */
const FAX = /(?:^|[^a-z])fax(?:[^a-z]|$)/iu;
/** A printer beside a number is a fax machine's picture, unless it prints. Not what styles hide from print. */
const PRINTER = /[a-z]-(?<!\b(?:not?|hidden|hide|visible|show|for|only|btn|js|can)-)print(?:er)?(?:-(?:fill|outline|line|alt))?(?=\s|$)/iu;
/** Fonts whose pictures are written as words. */
const WORD_FONT = /(?:^|[\s-])mat(?:erial)?-(?:icons?|symbols)/u;
const PRINTER_WORD = /^\s*(?:print|local_printshop|fax)\s*$/u;
const ACTION = "a,button,[role=button]";
const CHOICE = "select,input";

/** The words of an element without text of its own, or of a choice; null where it has any other, or says nothing. */
export function signOf(element: Element): string | null {
  if (element.matches(CHOICE)) return chosenIn(element);
  const isPicture = element.localName === "svg" || element.localName === "img";
  if (!isPicture && element.textContent.trim() !== "") return isWordFor(element) ? "Fax" : null;
  const name = element.getAttribute("aria-label") ?? element.getAttribute("title") ?? element.getAttribute("alt") ?? (isPicture ? element.querySelector("title")?.textContent ?? null : null);
  if (name !== null && name.trim() !== "") return labelText(name);
  const looks = ["class", "data-icon", "src", "icon", "name"].map((each) => element.getAttribute(each) ?? "");
  const used = element.localName === "svg" ? (element.querySelector("use")?.getAttribute("href") ?? "") : "";
  const all = [...looks, used].join(" ");
  return FAX.test(all) || (PRINTER.test(all) && !element.matches(ACTION)) ? "Fax" : null;
}

/** A printer or a fax machine, written as a word of a font of pictures. */
export const isWordFor = (element: Element): boolean =>
  element.childElementCount === 0 && PRINTER_WORD.test(element.textContent) && WORD_FONT.test(`${element.className} ${element.localName}`);

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
  const text = labelText(element.textContent);
  const choice = text === null ? null : element.querySelector(CHOICE);
  return choice === null ? text : (chosenIn(choice) ?? (choice.localName === "select" ? null : text));
}

/** A fax machine's number by a name of the element around it that nobody sees. */
export function isNamedFax(element: Element): boolean {
  if (element.getAttribute("itemprop") === "faxNumber") return true;
  const name = element.getAttribute("aria-label") ?? element.getAttribute("data-label") ?? element.getAttribute("title");
  return name !== null && saysFax(name) && labelText(name) !== null;
}
