/** Finding and marking in one frame, from start to end. */
import type { Settings } from "../shared/settings.ts";
import { Marker } from "./marker.ts";
import { factsOf, regionOf } from "./region.ts";
import { Scanner, type Rules } from "./scanner.ts";
import { Watcher } from "./watcher.ts";

export interface SessionOptions {
  readonly settings: Settings;
  /** The companion's or the person's country, for pages that do not say theirs. */
  readonly isOurs: (node: Node) => boolean;
  readonly settled: () => void;
}

export class Session {
  readonly marker: Marker;
  readonly scanner: Scanner;
  readonly watcher: Watcher;
  readonly region: string | null;

  constructor({ settings, isOurs, settled }: SessionOptions) {
    this.region = regionOf(settings.region, factsOf(document));
    this.marker = new Marker(settings.appearance);
    this.scanner = new Scanner(this.marker, this.#rules(settings), { element: (element) => this.watcher.look(element), settled });
    this.watcher = new Watcher(this.marker, () => this.scanner, isOurs);
  }

  start(): void {
    this.watcher.start(document);
  }

  destroy(): void {
    this.watcher.destroy();
    this.scanner.destroy();
    this.marker.destroy();
  }

  #rules({ internal, fax, skipLabels }: Settings): Rules {
    return { region: this.region, internal, fax, skipLabels };
  }
}
