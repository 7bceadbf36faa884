/** Steps through the numbers of the page: Alt+Shift+N to the next, Alt+Shift+B back. Enter calls, Escape returns. */
import type { FoundNumber } from "./detector/index.ts";
import { boxesOf, lineOf, type Hit, type Target } from "./hit.ts";
import { listen } from "./listening.ts";
import type { Mark } from "./marker.ts";
import type { Session } from "./session.ts";

export interface KeyboardHooks {
  readonly session: () => Session | null;
  readonly alive: () => boolean;
  /** The field with the focus, where it only shows a number: the first step is its button. */
  readonly fieldInFocus: () => { readonly hit: Hit; readonly found: FoundNumber } | null;
  readonly reached: (mark: Target, found: FoundNumber, box: DOMRect) => void;
  readonly escaped: (event: KeyboardEvent) => void;
}

export class Keyboard {
  readonly #hooks: KeyboardHooks;
  readonly #stop = new AbortController();
  #current: Mark | null = null;

  constructor(hooks: KeyboardHooks) {
    this.#hooks = hooks;
    listen("keydown", (event) => this.#pressed(event), { capture: true, signal: this.#stop.signal });
  }

  destroy(): void {
    this.#stop.abort();
  }

  #pressed(event: KeyboardEvent): void {
    if (!event.isTrusted || !this.#hooks.alive()) return;
    if (event.key === "Escape") this.#hooks.escaped(event);
    if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return;
    // By the key's place: with Alt some systems type another letter.
    const step = event.code === "KeyN" ? 1 : event.code === "KeyB" ? -1 : 0;
    if (step !== 0 && this.#go(step)) event.preventDefault();
  }

  #go(step: 1 | -1): boolean {
    const session = this.#hooks.session();
    if (session === null) return false;
    const field = this.#hooks.fieldInFocus();
    if (field !== null) {
      this.#hooks.reached(field.hit.mark, field.found, field.hit.box);
      return true;
    }
    const marks = inOrder([...session.marker.marks()]);
    const from = this.#current === null ? -1 : marks.indexOf(this.#current);
    let index = from >= 0 ? from + step : step === 1 ? firstInView(marks) : marks.length - 1;
    for (let tries = 0; tries < marks.length; tries++, index += step) {
      const mark = marks[(index + marks.length) % marks.length];
      const found = mark === undefined || boxesOf(mark).length === 0 ? null : session.scanner.recheck(mark);
      if (mark === undefined || found === null) continue;
      this.#current = mark;
      mark.start.node.parentElement?.scrollIntoView({ block: "nearest", inline: "nearest" });
      const boxes = boxesOf(mark);
      const [first] = boxes;
      if (first === undefined) continue;
      this.#hooks.reached(mark, found, lineOf(first, boxes));
      return true;
    }
    return false;
  }
}

const firstInView = (marks: readonly Mark[]): number => Math.max(0, marks.findIndex((mark) => (boxesOf(mark)[0]?.top ?? -1) >= 0));

/** Document order; what is in a shadow tree stands where its host stands. */
export function inOrder(marks: readonly Mark[]): readonly Mark[] {
  return [...marks].sort((one, other) => compare(one, other));
}

function compare(one: Mark, other: Mark): number {
  if (one.start.node === other.start.node) return one.start.offset - other.start.offset;
  const [a, b] = [pathOf(one.start.node), pathOf(other.start.node)];
  for (let depth = 0; ; depth++) {
    const [x, y] = [a[depth], b[depth]];
    if (x === undefined || y === undefined) return a.length - b.length;
    if (x !== y) return x.compareDocumentPosition(y) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  }
}

/** The node, and before it the hosts it is in, the outermost first. */
function pathOf(node: Node): readonly Node[] {
  const path = [node];
  for (let root = node.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) path.unshift(root.host);
  return path;
}
