/** What a picture in front of a number says: its name, or, for a fax machine, what it is a picture of. */
import { labelText } from "./short-text.ts";

/** In names that programs use. */
const FAX = /(?:^|[^a-z])fax(?:[^a-z]|$)/iu;

/** The words of an element without text of its own; null where it has any, or says nothing. */
export function signOf(element: Element): string | null {
  const isPicture = element.localName === "svg" || element.localName === "img";
  if (!isPicture && element.textContent.trim() !== "") return null;
  const name = element.getAttribute("aria-label") ?? element.getAttribute("title") ?? element.getAttribute("alt") ?? (isPicture ? element.querySelector("title")?.textContent ?? null : null);
  if (name !== null && name.trim() !== "") return labelText(name);
  const looks = ["class", "data-icon", "src", "icon", "name"].map((each) => element.getAttribute(each) ?? "");
  const used = element.localName === "svg" ? (element.querySelector("use")?.getAttribute("href") ?? "") : "";
  return FAX.test([...looks, used].join(" ")) ? "Fax" : null;
}
