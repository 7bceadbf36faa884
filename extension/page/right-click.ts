/**
 * Where the person last right-clicked. Gate and engine live in one world, and either may have been there first: the place is kept in
 * it, and the page cannot see it.
 */
import { listen } from "./listening.ts";

export interface RightClick {
  readonly x: number;
  readonly y: number;
  readonly target: WeakRef<Element>;
}

const world: object = globalThis;
const KEY = Symbol.for("callwith.right-click");

export function rememberRightClicks(signal: AbortSignal): void {
  const remember = (event: MouseEvent): void => {
    const [target] = event.composedPath();
    if (!event.isTrusted || !(target instanceof Element)) return;
    const click: RightClick = { x: event.clientX, y: event.clientY, target: new WeakRef(target) };
    Reflect.set(world, KEY, click);
  };
  listen("contextmenu", remember, { capture: true, passive: true, signal });
}

const isRightClick = (value: unknown): value is RightClick => typeof value === "object" && value !== null && "target" in value && value.target instanceof WeakRef;

export function lastRightClick(): RightClick | null {
  const value: unknown = Reflect.get(world, KEY);
  return isRightClick(value) ? value : null;
}
