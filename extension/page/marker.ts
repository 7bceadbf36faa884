/**
 * Shows the numbers found, by the CSS Custom Highlight API: no node and no attribute of the page changes. The registry and
 * its ranges belong to the page as much as to us; what a mark means is known here only.
 */
import type { FoundNumber } from "./detector/index.ts";
import { nodesBetween, spotOf, type Reading, type Spot } from "./reading.ts";
import { HIGHLIGHT, Shown } from "./shown.ts";
import { SWEPT_AT_ONCE } from "./tunables.ts";

export interface Mark {
  readonly start: Spot;
  /** After the last character. */
  readonly end: Spot;
  readonly found: FoundNumber;
  /** All text nodes it goes over. */
  readonly nodes: readonly Text[];
  readonly label: string | null;
  readonly range: StaticRange;
}

export interface Look {
  readonly style: "dotted" | "solid" | "background" | "none";
  /** `#rrggbb`; null: the text's own colour. */
  readonly colour: string | null;
}

const LINES: Readonly<Record<Look["style"], string>> = {
  dotted: "text-decoration:underline dotted from-font;text-underline-offset:15%;",
  solid: "text-decoration:underline solid from-font;text-underline-offset:15%;",
  background: "",
  none: "",
};

/**
 * Whose highlight the rule speaks of. In Chromium every element has its parent's, shadow trees included, and a rule that is asked for at each
 * element makes each layout of a large page a quarter slower. In Firefox none has, and there it costs nothing.
 */
const OWNER = BROWSER === "chromium" ? ":root" : "";

/** Not on paper. In forced colours the system's colour of links, which is made to be seen. */
export function styleOf({ style, colour }: Look): string {
  if (style === "none") return "";
  const own = colour ?? "currentcolor";
  const rules = style === "background" ? `background-color:color-mix(in srgb,${own} 16%,transparent);` : `${LINES[style]}text-decoration-color:${own};`;
  // Chromium paints every highlight as a selection there, whatever is said.
  const forced = `${LINES[style === "background" ? "solid" : style]}text-decoration-color:LinkText;`;
  const highlight = `${OWNER}::highlight(${HIGHLIGHT})`;
  // Nested: "not print and (…)" would be "not (print and (…))".
  return `@media not print{${highlight}{${rules}}@media (forced-colors:active){${highlight}{${forced}}}}`;
}

export class Marker {
  readonly #sheet = new CSSStyleSheet();
  readonly #roots = new Set<WeakRef<Document | ShadowRoot>>();
  readonly #marks = new Set<Mark>();
  readonly #shown = new Shown(this.#marks);
  /** A text of some megabytes has tens of thousands: each is added and taken away by itself. */
  readonly #byNode = new WeakMap<Text, Set<Mark>>();
  #sweeping: Iterator<Mark> | null = null;

  constructor(look: Look) {
    this.#sheet.replaceSync(styleOf(look));
  }

  get size(): number {
    return this.#marks.size;
  }

  marks(): Iterable<Mark> {
    return this.#marks;
  }

  of(node: Text): Iterable<Mark> {
    return this.#byNode.get(node) ?? [];
  }

  restyle(look: Look): void {
    this.#sheet.replaceSync(styleOf(look));
  }

  /** Highlights paint in a tree only by a rule of that tree. */
  adopt(root: Document | ShadowRoot): void {
    const { adoptedStyleSheets } = root;
    if (adoptedStyleSheets.includes(this.#sheet)) return;
    try {
      root.adoptedStyleSheets = [...adoptedStyleSheets, this.#sheet];
      this.#roots.add(new WeakRef(root));
    } catch {
      // A document that takes no sheet of ours shows no marks; all else works.
    }
  }

  show(): void {
    this.#shown.show();
  }

  /** The page changes: until it rests only what is near the viewport is painted. */
  disturb(): void {
    this.#shown.disturb();
  }

  scrolled(): void {
    this.#shown.lookSoon();
  }

  mark(reading: Reading, found: FoundNumber, label: string | null): void {
    const start = spotOf(reading, found.start);
    const last = spotOf(reading, found.end - 1);
    if (start === null || last === null) return;
    const end = { node: last.node, offset: last.offset + 1 };
    const range = new StaticRange({
      startContainer: start.node,
      startOffset: start.offset,
      endContainer: end.node,
      endOffset: end.offset,
    });
    const mark: Mark = { start, end, found, nodes: nodesBetween(reading, found.start, found.end), label, range };
    this.#marks.add(mark);
    this.#shown.add(mark);
    for (const node of mark.nodes) {
      const marks = this.#byNode.get(node);
      if (marks === undefined) this.#byNode.set(node, new Set([mark]));
      else marks.add(mark);
    }
  }

  /** Takes away every mark that touches this node. */
  unmark(node: Text): void {
    for (const mark of this.of(node)) this.#drop(mark);
  }

  /** Forgets what has left the page, be it for another one, as far as `goOn` lets it. True when it has looked at all. */
  sweep(goOn: () => boolean): boolean {
    this.#sweeping ??= this.#marks.values();
    const page = document;
    while (goOn()) {
      for (let n = 0; n < SWEPT_AT_ONCE; n++) {
        const next = this.#sweeping.next();
        if (next.done === true) {
          this.#sweeping = null;
          return true;
        }
        if (!next.value.nodes.every((node) => node.isConnected && node.ownerDocument === page)) this.#drop(next.value);
      }
    }
    return false;
  }

  clear(): void {
    for (const mark of this.#marks) this.#drop(mark);
  }

  /** Leaves no trace. */
  destroy(): void {
    this.#shown.destroy();
    this.clear();
    for (const each of this.#roots) {
      const root = each.deref();
      if (root !== undefined) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((sheet) => sheet !== this.#sheet);
    }
    this.#roots.clear();
  }

  #drop(mark: Mark): void {
    this.#marks.delete(mark);
    this.#shown.delete(mark);
    for (const node of mark.nodes) this.#byNode.get(node)?.delete(mark);
  }
}
