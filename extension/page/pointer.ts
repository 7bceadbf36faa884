/** What the pointer does: the button for the number under it, and the click that calls. Reads events; sends none. */
import { numberOfLink } from "../shared/links.ts";
import type { ClickBehaviour } from "../shared/settings.ts";
import type { FoundNumber } from "./detector/index.ts";
import { closest } from "./dom.ts";
import { numberAt, type Hit, type Target } from "./hit.ts";
import { hrefOf, telephoneLinkOf } from "./links.ts";
import { listen } from "./listening.ts";
import type { Mark } from "./marker.ts";
import type { Session } from "./session.ts";
import { DRAG_PX, HOVER_MS, LEAVE_MS } from "./tunables.ts";

export interface PointerHooks {
  readonly session: () => Session | null;
  readonly click: () => ClickBehaviour;
  readonly links: () => boolean;
  readonly alive: () => boolean;
  /** The pointer is on our own button, or where our button lies. */
  readonly onButton: (event: MouseEvent) => boolean;
  /** The button was meant, although the page's modal dialog makes everything outside itself deaf. */
  readonly pressThrough: (event: MouseEvent) => boolean;
  /** A field that only shows a number, where there is no text. */
  readonly fieldAt: (event: MouseEvent) => Hit | null;
  /** As it stands there now; null: another one, or none. */
  readonly readAgain: (mark: Target) => FoundNumber | null;
  readonly entered: (hit: Hit, found: FoundNumber) => void;
  readonly left: () => void;
  readonly pointed: (hit: Hit | null, target: EventTarget | null) => void;
  readonly dial: (found: FoundNumber) => void;
  readonly dialLink: (href: string) => void;
  readonly changed: () => void;
}

/** Where a click already means something to the page. There the button is offered and the click is the page's. */
const INTERACTIVE =
  "a[href],button,summary,label,input,select,textarea,option,[onclick],[role=button],[role=link],[role=menuitem],[role=option],[role=tab],[role=checkbox],[role=switch],[contenteditable]";
/** Looking at the text under the pointer costs a layout: not more often than this, in ms. */
const LOOK_MS = 30;

interface Press {
  readonly mark: Mark | null;
  readonly href: string | null;
  readonly x: number;
  readonly y: number;
  /** What was selected before the press. */
  readonly selected: string;
}

/** By its text: with Ctrl held Firefox adds an empty range to a selection. */
const selected = (): string => (getSelection()?.isCollapsed === false ? String(getSelection()) : "");

export class Pointer {
  readonly #hooks: PointerHooks;
  readonly #stop = new AbortController();
  #current: Hit | null = null;
  #press: Press | null = null;
  #dismissed = false;
  /** Looked at once more since the pointer came to rest. */
  #looksAgain = false;
  #shows: ReturnType<typeof setTimeout> | undefined;
  #hides: ReturnType<typeof setTimeout> | undefined;
  #looks: ReturnType<typeof setTimeout> | undefined;
  #looked = 0;
  #last: MouseEvent | null = null;

  constructor(hooks: PointerHooks) {
    this.#hooks = hooks;
    const on = <K extends keyof WindowEventMap>(type: K, react: (event: WindowEventMap[K]) => void, passive = true): void => {
      const guarded = (event: WindowEventMap[K]): void => {
        if (event.isTrusted && hooks.alive()) react(event);
      };
      listen(type, guarded, { capture: true, passive, signal: this.#stop.signal });
    };
    on("pointermove", (event) => this.#moved(event));
    on("pointerdown", (event) => this.#pressed(event));
    on("click", (event) => this.#clicked(event), false);
    on("dblclick", (event) => this.#doubleClicked(event), false);
    on("contextmenu", (event) => this.#hooks.pointed(this.#hitAt(event), event.target));
    on("blur", (event) => {
      if (event.target === window) this.#leaveSoon();
    });
  }

  destroy(): void {
    this.#stop.abort();
    clearTimeout(this.#shows);
    clearTimeout(this.#hides);
    clearTimeout(this.#looks);
  }

  /** The person wants no button here. When the pointer comes back, it is another wish, however soon. */
  dismissed(): void {
    this.#dismissed = true;
  }

  /** What was under the pointer has moved away from it. */
  reset(): void {
    this.#current = null;
    clearTimeout(this.#shows);
    clearTimeout(this.#hides);
  }

  #hitAt({ clientX, clientY }: MouseEvent): Hit<Mark> | null {
    const session = this.#hooks.session();
    return session === null ? null : numberAt(session.marker, clientX, clientY);
  }

  #moved(event: PointerEvent): void {
    if (event.pointerType === "touch") return;
    this.#last = event;
    this.#looksAgain = false;
    if (this.#looks !== undefined) return;
    const wait = Math.max(0, LOOK_MS - (performance.now() - this.#looked));
    if (wait === 0) this.#look();
    else this.#looks = setTimeout(() => this.#look(), wait);
  }

  #look(): void {
    this.#looks = undefined;
    this.#looked = performance.now();
    const event = this.#last;
    if (event === null || !this.#hooks.alive()) return;
    if (this.#hooks.onButton(event)) {
      clearTimeout(this.#hides);
      this.#hides = undefined;
      return;
    }
    const hit = this.#hitAt(event) ?? this.#hooks.fieldAt(event);
    if (hit !== null && hit.mark === this.#current?.mark) {
      clearTimeout(this.#hides);
      this.#hides = undefined;
      return;
    }
    if (hit === null) {
      if (this.#current !== null) this.#leaveSoon();
      return;
    }
    this.#enter(hit, event.target);
  }

  #enter(hit: Hit, target: EventTarget | null): void {
    clearTimeout(this.#shows);
    clearTimeout(this.#hides);
    this.#hides = undefined;
    this.#current = hit;
    this.#dismissed = false;
    this.#hooks.pointed(hit, target);
    this.#shows = setTimeout(() => {
      if (this.#current !== hit) return;
      const found = this.#hooks.readAgain(hit.mark);
      if (found !== null) this.#hooks.entered(hit, found);
      else this.#lookAgain();
    }, HOVER_MS);
  }

  /** What stands there is another number than was marked, and is being marked now; the pointer may rest on it and tell nothing more. */
  #lookAgain(): void {
    this.#current = null;
    if (this.#looksAgain || this.#last === null) return;
    this.#looksAgain = true;
    this.#looks ??= setTimeout(() => this.#look(), HOVER_MS);
  }

  #leaveSoon(): void {
    clearTimeout(this.#shows);
    if (this.#dismissed) this.#leave();
    else this.#hides ??= setTimeout(() => this.#leave(), LEAVE_MS);
  }

  #leave(): void {
    this.#hides = undefined;
    this.#current = null;
    this.#dismissed = false;
    this.#hooks.pointed(null, null);
    this.#hooks.left();
  }

  #pressed(event: PointerEvent): void {
    const link = telephoneLinkOf(event);
    const hit = link === null ? this.#hitAt(event) : null;
    this.#press = { mark: hit?.mark ?? null, href: link === null ? null : hrefOf(link), x: event.clientX, y: event.clientY, selected: selected() };
    if (hit !== null && hit.mark !== this.#current?.mark) this.#hooks.pointed(hit, event.target);
  }

  #clicked(event: MouseEvent): void {
    const press = this.#press;
    this.#press = null;
    if (event.button !== 0 || event.defaultPrevented || this.#hooks.pressThrough(event) || this.#hooks.onButton(event)) return;
    if (this.#linkClicked(event, press)) return;
    if (event.altKey || event.shiftKey || this.#hooks.click() !== (event.ctrlKey || event.metaKey ? "modifier" : "single")) return;
    // By touch there is no pointer to rest on a number: the first touch shows the button.
    if (press === null || event.detail > 1 || isTouch(event)) {
      if (isTouch(event)) this.#touched(event);
      return;
    }
    this.#textClicked(event, press);
  }

  #linkClicked(event: MouseEvent, press: Press | null): boolean {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !this.#hooks.links()) return false;
    const link = telephoneLinkOf(event);
    const href = link === null ? null : hrefOf(link);
    // sip:alice@example is nobody's telephone number: the page's link does what it does.
    if (href === null || numberOfLink(href) === null) return false;
    // No dialogue of the system, no other program.
    event.preventDefault();
    if (event.detail > 1) return true;
    // Between press and release the page has put another number there.
    if (event.detail > 0 && press !== null && press.href !== href) this.#hooks.changed();
    else this.#hooks.dialLink(href);
    return true;
  }

  #textClicked(event: MouseEvent, press: Press): void {
    const moved = Math.hypot(event.clientX - press.x, event.clientY - press.y) > DRAG_PX;
    // A selection that this very click has made is one, and no wish to call; one that was there before says nothing.
    const now = selected();
    const isSelecting = now !== "" && now !== press.selected;
    if (press.mark === null || moved || isSelecting) return;
    this.#dialAt(event, press.mark);
  }

  #dialAt(event: MouseEvent, mark: Mark): void {
    const hit = this.#hitAt(event);
    const element = mark.start.node.parentElement;
    if (element === null || closest(element, INTERACTIVE) !== null) return;
    const found = hit?.mark === mark && isSeen(element) ? this.#hooks.readAgain(mark) : null;
    if (found === null) return;
    // The click was for the number; whatever else the place does is not wanted now.
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#hooks.dial(found);
  }

  #doubleClicked(event: MouseEvent): void {
    if (this.#hooks.click() !== "double" || event.button !== 0) return;
    const hit = this.#hitAt(event);
    if (hit !== null) this.#dialAt(event, hit.mark);
  }

  #touched(event: MouseEvent): void {
    const hit = this.#hitAt(event);
    if (hit !== null) this.#enter(hit, event.target);
    else this.#leaveSoon();
  }
}

const isTouch = (event: MouseEvent): boolean => event instanceof PointerEvent && event.pointerType === "touch";

const isSeen = (element: Element): boolean => element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
