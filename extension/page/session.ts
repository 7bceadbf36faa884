/** Finding and marking in one frame, from start to end. */
import type { Settings } from "../shared/settings.ts";
import { Marker } from "./marker.ts";
import type { RegionHere } from "./region.ts";
import { Scanner, type Rules } from "./scanner.ts";
import { Watcher } from "./watcher.ts";

export class Session {
  readonly marker: Marker;
  readonly scanner: Scanner;
  readonly watcher: Watcher;
  readonly region: string | null;
  readonly rules: Rules;
  /** Everything that was to be read has been read, for now. */
  onSettled: () => void = () => undefined;
  #started = false;
  #stopped = false;
  #waiting: (() => void)[] = [];

  constructor({ appearance, internal, fax, skipLabels }: Settings, { region, rivals }: Pick<RegionHere, "region" | "rivals">, isOurs: (node: Node) => boolean) {
    this.region = region;
    this.rules = { region, rivals, internal, fax, skipLabels };
    this.marker = new Marker(appearance);
    this.scanner = new Scanner(
      this.marker,
      this.rules,
      { element: (element) => this.watcher.look(element), settled: () => this.#settle() },
    );
    this.watcher = new Watcher(this.marker, this.scanner, isOurs);
  }

  get started(): boolean {
    return this.#started;
  }

  start(): void {
    this.#started = true;
    this.watcher.start(document);
  }

  /** When all that is in the page now has been read. */
  settled(): Promise<void> {
    if (!this.#started || this.scanner.idle) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  destroy(): void {
    this.#stopped = true;
    this.onSettled = () => undefined;
    this.watcher.destroy();
    this.scanner.destroy();
    this.marker.destroy();
    this.#settle();
  }

  #settle(): void {
    // The page may have put sheets of its own in place of all that were there, or the document anew.
    if (!this.#stopped) this.watcher.adopt();
    this.onSettled();
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
