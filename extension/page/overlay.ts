/**
 * Our one element in the page: a host under the root element with a closed shadow root, in the top layer. It comes when something is
 * first to be shown and goes when nothing has been shown for a while. Nothing of what it shows can be read by the page.
 */
import { OVERLAY_STYLE } from "./overlay-style.ts";
import { IDLE_MS } from "./tunables.ts";

export type Theme = "auto" | "light" | "dark";

export class Overlay {
  #host: HTMLElement | null = null;
  #root: ShadowRoot | null = null;
  readonly #place = new CSSStyleSheet();
  readonly #users = new Set<object>();
  #idle: ReturnType<typeof setTimeout> | undefined;
  #theme: Theme = "auto";

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
    this.#users.clear();
    this.#leave();
  }

  #ready(): ShadowRoot {
    if (this.#root !== null && this.#host?.parentNode === document.documentElement) return this.#root;
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

  #raise(): void {
    const host = this.#host;
    if (host === null) return;
    const focused = this.focused;
    try {
      if (host.matches(":popover-open")) {
        // Taken out and put in again it would lose the focus.
        if (focused !== null) return;
        host.hidePopover();
      }
      host.showPopover();
    } catch {
      // The page took the attribute away: shown without the top layer, and then only where nothing covers it.
    }
  }

  #leave(): void {
    this.#host?.remove();
    this.#host = null;
    this.#root = null;
  }
}
