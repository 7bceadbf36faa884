/** Which number is at a point of the screen. */
import { isText, shadowRootOf } from "./dom.ts";
import type { Mark, Marker } from "./marker.ts";
import type { Spot } from "./reading.ts";
import { HIT_SLACK_PX } from "./tunables.ts";

/** Where a number is: marked in text, or the value of a field that only shows. */
export type Target = Mark | HTMLInputElement;

export const isField = (target: Target): target is HTMLInputElement => target instanceof HTMLInputElement;
export const elementOf = (target: Target): Element | null => (isField(target) ? target : target.start.node.parentElement);

export interface Hit<T extends Target = Target> {
  readonly mark: T;
  /** The line of the number under the pointer, in viewport coordinates. */
  readonly box: DOMRect;
}

/** Children looked at one by one where the browser does not tell the text under a point. */
const FEW_CHILDREN = 200;

/** The elements at a point, from the document inwards through shadow roots, closed ones too. */
export function elementsAt(x: number, y: number): readonly Element[] {
  const elements: Element[] = [];
  let at = document.elementFromPoint(x, y);
  while (at !== null && !elements.includes(at)) {
    elements.push(at);
    at = shadowRootOf(at)?.elementFromPoint(x, y) ?? null;
  }
  return elements;
}

export const deepestAt = (x: number, y: number): Element | null => elementsAt(x, y).at(-1) ?? null;

/** The element with the focus, from a document or a host inwards. */
export function focusedIn(from: Document | Element): Element | null {
  let at = from instanceof Document ? from.activeElement : from;
  for (let next = at === null ? null : shadowRootOf(at)?.activeElement; next !== null && next !== undefined; next = shadowRootOf(next)?.activeElement) at = next;
  return at;
}

/** One live range for all measuring: each live range would make the page's own changes slower. */
let range: Range | undefined;

/** Where a mark is on the screen; empty when its text is gone or not shown. */
export function boxesOf(target: Target): readonly DOMRect[] {
  if (isField(target)) return target.isConnected ? [target.getBoundingClientRect()] : [];
  const { start, end } = target;
  const probe = (range ??= document.createRange());
  try {
    probe.setStart(start.node, start.offset);
    probe.setEnd(end.node, end.offset);
    return [...probe.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  } catch {
    return [];
  } finally {
    probe.setStart(document, 0);
    probe.collapse(true);
  }
}

const holds = ({ left, right, top, bottom }: DOMRect, x: number, y: number): boolean =>
  x >= left - HIT_SLACK_PX && x <= right + HIT_SLACK_PX && y >= top - HIT_SLACK_PX && y <= bottom + HIT_SLACK_PX;

/** Where direction or elements split a number, all that stands in one line with this part of it. */
export function lineOf(part: DOMRect, boxes: readonly DOMRect[]): DOMRect {
  const middle = (part.top + part.bottom) / 2;
  const beside = boxes.filter(({ top, bottom }) => top <= middle && bottom >= middle);
  const [left, right] = [Math.min(...beside.map((each) => each.left)), Math.max(...beside.map((each) => each.right))];
  const [top, bottom] = [Math.min(...beside.map((each) => each.top)), Math.max(...beside.map((each) => each.bottom))];
  return new DOMRect(left, top, right - left, bottom - top);
}

export function numberAt(marker: Marker, x: number, y: number): Hit<Mark> | null {
  if (marker.size === 0) return null;
  const elements = elementsAt(x, y);
  const caret = caretAt(x, y, elements);
  const candidates = new Set<Mark>();
  if (caret !== null) for (const mark of marker.of(caret)) candidates.add(mark);
  if (candidates.size === 0) {
    for (const { childNodes } of elements) {
      if (childNodes.length > FEW_CHILDREN) continue;
      for (const child of childNodes) if (isText(child)) for (const mark of marker.of(child)) candidates.add(mark);
    }
  }
  for (const mark of candidates) {
    const boxes = boxesOf(mark);
    const part = boxes.find((each) => holds(each, x, y));
    const box = part && lineOf(part, boxes);
    // Text under something else is not what the person points at.
    if (box !== undefined && elements.some((element) => mark.nodes.some((node) => element.contains(node)))) return { mark, box };
  }
  return null;
}

function caretAt(x: number, y: number, elements: readonly Element[]): Text | null {
  return spotAt(x, y, elements)?.node ?? null;
}

/** The text nearest to a point, and where in it. */
export function spotAt(x: number, y: number, elements = elementsAt(x, y)): Spot | null {
  const shadowRoots = elements.map(shadowRootOf).filter((root) => root !== null);
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots });
  return caret !== null && isText(caret.offsetNode) ? { node: caret.offsetNode, offset: caret.offset } : null;
}
