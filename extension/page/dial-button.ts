/** The one dial button: beside the number under the pointer, or the one reached by keyboard. Only a real gesture presses it. */
import { t } from "../shared/messages.ts";
import type { FoundNumber } from "./detector/index.ts";
import { icon } from "./icons.ts";
import type { Mark } from "./marker.ts";
import type { Overlay } from "./overlay.ts";
import { ARMING_MS, BUTTON_GAP_PX } from "./tunables.ts";

export interface Offer {
  readonly mark: Mark;
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
  #offer: Offer | null = null;
  #shownAt = 0;

  constructor(overlay: Overlay, hooks: DialButtonHooks) {
    this.#overlay = overlay;
    this.#hooks = hooks;
    this.#element = document.createElement("button");
    this.#element.type = "button";
    this.#element.className = "part dial";
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
    if (this.#offer === null || this.#offer.found.written !== found.written) this.#shownAt = performance.now();
    this.#offer = offer;
    const words = document.createElement("span");
    words.textContent = shownAs(found);
    this.#element.replaceChildren(icon("phone"), words);
    if (found.region !== null && /^[A-Z]{2}$/u.test(found.region)) {
      const country = document.createElement("small");
      country.textContent = found.region;
      this.#element.append(country);
    }
    this.#element.setAttribute("aria-label", t("menu_call_number", shownAs(found)));
    this.#overlay.show(this, this.#element);
    if (isNew) this.#overlay.watch(this.#element);
    this.#place(beside);
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

  /** Behind the number, so that the rows above and below stay free; before it, below or above where there is no room. */
  #place({ left, right, top, bottom }: DOMRect): void {
    const { width, height } = this.#element.getBoundingClientRect();
    const [firstX, lastX] = [EDGE_PX, document.documentElement.clientWidth - width - EDGE_PX];
    const after = right + BUTTON_GAP_PX;
    const before = left - BUTTON_GAP_PX - width;
    const middle = (top + bottom - height) / 2;
    if (after <= lastX || before >= firstX) {
      this.#overlay.place(after <= lastX ? after : before, Math.max(EDGE_PX, Math.min(middle, innerHeight - height - EDGE_PX)));
      return;
    }
    const below = bottom + BUTTON_GAP_PX;
    const y = below + height + EDGE_PX <= innerHeight ? below : Math.max(EDGE_PX, top - BUTTON_GAP_PX - height);
    this.#overlay.place(Math.max(EDGE_PX, Math.min(left, lastX)), y);
  }
}

export const shownAs = ({ written }: FoundNumber): string => written.replace(/\s+/gu, " ").trim();
