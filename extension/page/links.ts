/** Telephone links of the page: looked at when they are clicked, never changed. */
import { isTelephoneLink } from "../shared/links.ts";
import { deepestAt, focusedIn } from "./hit.ts";
import { closest, shadowRootOf } from "./dom.ts";

const ANY_LINK = "a[href],area[href],a";

export function hrefOf(link: Element): string | null {
  return link.getAttribute("href") ?? link.getAttributeNS("http://www.w3.org/1999/xlink", "href");
}

/** The telephone link an event is about: under the pointer, or, by keyboard, with the focus. */
export function telephoneLinkOf(event: MouseEvent): Element | null {
  const [deepest] = event.composedPath();
  let element = deepest instanceof Element ? deepest : null;
  if (element !== null && shadowRootOf(element) !== null) {
    element = event.detail === 0 ? (focusedIn(element) ?? element) : deepestAt(event.clientX, event.clientY);
  }
  const link = closest(element, ANY_LINK);
  return link !== null && isTelephoneLink(hrefOf(link) ?? "") ? link : null;
}
