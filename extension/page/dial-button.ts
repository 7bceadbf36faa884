/** The one dial button: beside the number under the pointer, or the one reached by keyboard. Only a real gesture presses it. */
import { t } from "../shared/messages.ts";
import { previewWords, type PreviewView } from "../shared/preview.ts";
import type { FoundNumber } from "./detector/index.ts";
import { formatted } from "./formatted.ts";
import { icon } from "./icons.ts";
import { elementOf, type Target } from "./hit.ts";
import type { Overlay } from "./overlay.ts";
import { kindOf } from "./number-kind.ts";
import { ARMING_MS, BUTTON_GAP_PX } from "./tunables.ts";

export interface Offer {
  readonly mark: Target;
  /** As it was read when the button was shown: what the person sees, and nothing else, is called. */
  readonly found: FoundNumber;
}

export interface DialButtonHooks {
  readonly pressed: (offer: Offer, event: MouseEvent) => void;
  /** A click was for the button, but the person may not have seen it. */
  readonly covered: () => void;
}

/** Space kept to the edges of the window, in CSS pixels. */
const EDGE_PX = 8;

export class DialButton {
  readonly #overlay: Overlay;
  readonly #hooks: DialButtonHooks;
  readonly #element: HTMLButtonElement;
  readonly #words = line("words", "span");
  readonly #kind = line("kind", "small");
  readonly #comes = line("comes", "small");
  #beside = new DOMRect();
  #offer: Offer | null = null;
  #shownAt = 0;

  constructor(overlay: Overlay, hooks: DialButtonHooks) {
    this.#overlay = overlay;
    this.#hooks = hooks;
    this.#element = document.createElement("button");
    this.#element.type = "button";
    this.#element.className = "part dial";
    const lines = line("lines", "span");
    lines.append(this.#words, this.#kind, this.#comes);
    // The name is what is seen, with the sign's meaning before it: who says what they read presses it.
    const sign = icon("phone");
    sign.removeAttribute("aria-hidden");
    sign.setAttribute("role", "img");
    sign.setAttribute("aria-label", t("menu_call"));
    this.#element.append(sign, lines);
    this.#element.addEventListener("click", (event) => {
      if (event.isTrusted && this.#overlay.isOn(this.#element, event)) this.press(event);
    });
  }

  get offer(): Offer | null {
    return this.#offer;
  }

  get hasFocus(): boolean {
    return this.#overlay.focused === this.#element;
  }

  show(offer: Offer, beside: DOMRect): void {
    const { found } = offer;
    const isNew = this.#offer === null;
    const isAnother = this.#offer?.found.written !== found.written;
    if (isAnother) this.#shownAt = performance.now();
    this.#offer = offer;
    this.#beside = beside;
    if (isAnother) {
      this.#name(formatted(found));
      this.#kind.textContent = kindOf(found);
      this.#comes.textContent = "";
      this.#element.dataset["comes"] = "";
    }
    this.#element.dir = chrome.i18n.getMessage("@@bidi_dir");
    this.#overlay.show(this, this.#element);
    if (isNew) this.#overlay.watch(this.#element);
    this.#place(beside);
  }

  /** What the companion would make of the number that is shown. Another place under the pointer's feet would be a trap: then it only grows. */
  preview(preview: PreviewView): void {
    if (this.#offer === null) return;
    const words = previewWords(preview);
    this.#comes.textContent = words?.line ?? "";
    this.#element.dataset["comes"] = words?.tone ?? "";
    if (preview.formatted !== null) this.#name(preview.formatted);
    if (!this.#element.matches(":hover")) this.#place(this.#beside);
  }

  focus(): void {
    this.#element.focus({ preventScroll: true });
  }

  hide(): void {
    if (this.#offer === null) return;
    this.#offer = null;
    this.#overlay.hide(this, this.#element);
  }

  /** Whether a point is on the button. */
  holds(x: number, y: number): boolean {
    if (this.#offer === null) return false;
    const { left, right, top, bottom } = this.#element.getBoundingClientRect();
    return x >= left && x < right && y >= top && y < bottom;
  }

  /** A trusted event that meant the button. */
  press(event: MouseEvent): void {
    const offer = this.#offer;
    if (offer === null || !event.isTrusted || event.button !== 0 || event.detail > 1) return;
    if (performance.now() - this.#shownAt < ARMING_MS) return;
    // By keyboard there is no place where anything could lie.
    if (event.detail === 0) this.#hooks.pressed(offer, event);
    else {
      this.#overlay.ifPlain(this.#element, (plain) => {
        if (plain) this.#hooks.pressed(offer, event);
        else this.#hooks.covered();
      });
    }
  }

  #readsLeftwards(): boolean {
    const element = this.#offer === null ? null : elementOf(this.#offer.mark);
    return element !== null && getComputedStyle(element).direction === "rtl";
  }

  #name(number: string): void {
    this.#words.textContent = number;
  }

  /** Behind the number, so that the rows above and below stay free; before it, below or above where there is no room. */
  #place({ left, right, top, bottom }: DOMRect): void {
    const { width, height } = this.#element.getBoundingClientRect();
    const [firstX, lastX] = [EDGE_PX, document.documentElement.clientWidth - width - EDGE_PX];
    const places = [right + BUTTON_GAP_PX, left - BUTTON_GAP_PX - width];
    if (this.#readsLeftwards()) places.reverse();
    const beside = places.find((x) => x >= firstX && x <= lastX);
    const middle = (top + bottom - height) / 2;
    if (beside !== undefined) {
      this.#overlay.place(beside, Math.max(EDGE_PX, Math.min(middle, innerHeight - height - EDGE_PX)));
      return;
    }
    const below = bottom + BUTTON_GAP_PX;
    const y = below + height + EDGE_PX <= innerHeight ? below : Math.max(EDGE_PX, top - BUTTON_GAP_PX - height);
    this.#overlay.place(Math.max(EDGE_PX, Math.min(left, lastX)), y);
  }
}

function line(className: string, name: "span" | "small"): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  return element;
}
