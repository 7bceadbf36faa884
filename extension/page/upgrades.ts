/** Custom elements whose class comes late: with it they may get a shadow root, and nobody is told. */
import { isCustom } from "./dom.ts";
import type { KnownRoots } from "./known-roots.ts";
import { Slices } from "./slices.ts";
import { UPGRADE_FIRST_MS, UPGRADE_LONGEST_MS } from "./tunables.ts";

export class Upgrades {
  readonly #roots: KnownRoots;
  readonly #look: (element: Element) => void;
  /** Names that have no class yet, if they ever get one, and one element of each. */
  readonly #undefined = new Map<string, WeakRef<Element>>();
  /** Those that have theirs now, to be looked at. */
  #defined: WeakRef<Element>[] = [];
  readonly #slices = new Slices((goOn) => this.#lookAtDefined(goOn));
  #wait = UPGRADE_FIRST_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `look` is told of each element that has its class now. */
  constructor(roots: KnownRoots, look: (element: Element) => void) {
    this.#roots = roots;
    this.#look = look;
  }

  /** An element without a shadow root. */
  met(element: Element): void {
    if (!isCustom(element) || element.matches(":defined") || this.#undefined.get(element.localName)?.deref()?.isConnected === true) return;
    this.#undefined.set(element.localName, new WeakRef(element));
    this.#wait = UPGRADE_FIRST_MS;
    this.#timer ??= setTimeout(this.#lookAgain, this.#wait);
  }

  destroy(): void {
    this.#slices.destroy();
    clearTimeout(this.#timer);
  }

  /** By name, for a page may have ten thousand elements that never get a class: Angular's components are such. */
  readonly #lookAgain = (): void => {
    this.#timer = undefined;
    for (const [name, sample] of this.#undefined) {
      const element = sample.deref();
      if (element?.isConnected === true && !element.matches(":defined")) continue;
      this.#undefined.delete(name);
      for (const root of [document, ...this.#roots.inPage()]) for (const each of root.querySelectorAll(CSS.escape(name))) this.#defined.push(new WeakRef(each));
    }
    if (this.#defined.length > 0) this.#slices.wake();
    if (this.#undefined.size === 0) return;
    this.#wait = Math.min(this.#wait * 2, UPGRADE_LONGEST_MS);
    this.#timer = setTimeout(this.#lookAgain, this.#wait);
  };

  #lookAtDefined(goOn: () => boolean): boolean {
    while (goOn()) {
      const next = this.#defined.pop();
      if (next === undefined) return true;
      const element = next.deref();
      if (element?.isConnected === true) this.#look(element);
    }
    return false;
  }
}
