/**
 * Our one element in the page: a host under the root element with a closed shadow root, in the top layer. It comes when something is
 * first to be shown and goes when nothing has been shown for a while. Nothing of what it shows can be read by the page.
 */
import { OVERLAY_STYLE } from "./overlay-style.ts";
import { Sight } from "./sight.ts";
import { FIRST_LOOK_MS, IDLE_MS, SEEN_MS } from "./tunables.ts";

export type Theme = "auto" | "light" | "dark";

/** What lies in the top layer, as ours does: nothing else can lie over us. */
const TOP_LAYER = ":popover-open,:modal,:fullscreen";

export class Overlay {
  readonly #roots: () => readonly ParentNode[];
  readonly #sight = new Sight();
  readonly #stop = new AbortController();
  /** What was in the top layer when we were put on top of it. */
  #below = new Set<Element>();
  /** When we were last put on top of something that had come over us, as `performance.now()`. */
  #clearedAt = -Infinity;
  #host: HTMLElement | null = null;
  #root: ShadowRoot | null = null;
  readonly #place = new CSSStyleSheet();
  readonly #users = new Set<object>();
  #idle: ReturnType<typeof setTimeout> | undefined;
  #theme: Theme = "auto";

  /** `roots`: the page's shadow roots, in which there may be something that lies over us. */
  constructor(roots: () => readonly ParentNode[]) {
    this.#roots = roots;
    // One that was shown when the extension was updated: in Firefox its script ends without a last word.
    for (const left of document.querySelectorAll("html > callwith-overlay")) left.remove();
    const opened = ({ target }: Event): void => {
      if (this.#users.size > 0 && target !== this.#host && target instanceof Element && target.matches(TOP_LAYER)) this.#clear();
    };
    // Shown once more, an element that was below us is above us.
    for (const type of ["toggle", "fullscreenchange"]) addEventListener(type, opened, { capture: true, passive: true, signal: this.#stop.signal });
  }

  get host(): HTMLElement | null {
    return this.#host;
  }

  /** The element with the focus in our root, if any. */
  get focused(): Element | null {
    return this.#root?.activeElement ?? null;
  }

  isHost(node: unknown): boolean {
    return node !== null && node === this.#host;
  }

  /** Elements of ours at a point: what a person would really hit there. */
  at(x: number, y: number): Element | null {
    return document.elementFromPoint(x, y) === this.#host ? (this.#root?.elementFromPoint(x, y) ?? null) : null;
  }

  /** A part that calls was just shown: its click counts only where it is in plain view. */
  watch(part: Element): void {
    this.#sight.watch(part);
  }

  /** Whether a click was for this part. By keyboard there is no place. */
  isOn(part: Element, { detail, clientX, clientY }: MouseEvent): boolean {
    return detail === 0 || part.contains(this.at(clientX, clientY));
  }

  /** Asks whether nothing of the page lies over the part, now and just before. */
  ifPlain(part: Element, then: (plain: boolean) => void): void {
    const isClear = part.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !this.#isCovered() && performance.now() - this.#clearedAt >= SEEN_MS;
    const holds = this.#sight.holds(part);
    if (!isClear || holds !== null) then(isClear && holds === true);
    // On a busy machine the click comes before the browser's first look.
    else setTimeout(() => then(this.#sight.holds(part) === true), FIRST_LOOK_MS);
  }

  theme(theme: Theme): void {
    this.#theme = theme;
  }

  /** Shows a part of ours. It is on top of all that the page has shown so far. */
  show(user: object, part: HTMLElement): void {
    clearTimeout(this.#idle);
    this.#users.add(user);
    const root = this.#ready();
    part.dataset["theme"] = this.#theme;
    if (part.parentNode !== root) root.append(part);
    this.#raise();
  }

  hide(user: object, part: HTMLElement): void {
    part.remove();
    this.#users.delete(user);
    if (this.#users.size === 0) {
      clearTimeout(this.#idle);
      this.#idle = setTimeout(() => this.#leave(), IDLE_MS);
    }
  }

  /** Where the host is: it has the button's place, or none. No attribute changes. */
  place(left: number, top: number): void {
    this.#place.replaceSync(`:host{left:${Math.round(left)}px!important;top:${Math.round(top)}px!important}`);
  }

  destroy(): void {
    clearTimeout(this.#idle);
    this.#stop.abort();
    this.#sight.destroy();
    this.#users.clear();
    this.#leave();
  }

  /** Something of the page has come over us, clicks let through or not. Then we are put on top again, which the person has to see first. */
  #isCovered(): boolean {
    const host = this.#host;
    if (host === null) return true;
    const isOnTop = host.matches(":popover-open") && this.#topLayer().every((each) => this.#below.has(each));
    if (!isOnTop) this.#clear();
    return !isOnTop;
  }

  #clear(): void {
    this.#clearedAt = performance.now();
    this.#raise(true);
  }

  #topLayer(): Element[] {
    const found = [document, ...this.#roots()].flatMap((root) => [...root.querySelectorAll(TOP_LAYER)]);
    return found.filter((each) => each !== this.#host);
  }

  #ready(): ShadowRoot {
    const isInPlace = this.#host?.parentNode === document.documentElement && this.#host.popover === "manual";
    if (this.#root !== null && isInPlace) return this.#root;
    // The page may have taken our element away; it comes back with the next gesture.
    this.#host?.remove();
    const host = document.createElement("callwith-overlay");
    host.setAttribute("popover", "manual");
    const root = host.attachShadow({ mode: "closed" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(OVERLAY_STYLE);
    root.adoptedStyleSheets = [sheet, this.#place];
    // In front of the body: behind it, "select all" would reach further than before, and copy one line end more.
    document.documentElement.insertBefore(host, document.body);
    this.#host = host;
    this.#root = root;
    return root;
  }

  #raise(evenWithFocus = false): void {
    const host = this.#host;
    if (host === null) return;
    const { focused } = this;
    try {
      if (host.matches(":popover-open")) {
        // Taken out and put in again it would lose the focus.
        if (focused !== null && !evenWithFocus) return;
        host.hidePopover();
      }
      host.showPopover();
      this.#below = new Set(this.#topLayer());
      if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    } catch {
      // The page took the attribute away: shown without the top layer, and then nothing is called by a click.
    }
  }

  #leave(): void {
    this.#host?.remove();
    this.#host = null;
    this.#root = null;
  }
}
