/** The country of most of a page's numbers in international form. Asked again when there are many more or fewer of them: another page, or another part of it. */
import { usualRegion } from "./detector/region.ts";
import type { Marker } from "./marker.ts";

/** So many marks more or fewer, as a share of all, and it is another page. */
const ANOTHER_PAGE = 0.25;

export class Usual {
  #address = "";
  #marks = 0;
  #region: string | null = null;

  get region(): string | null {
    return this.#region;
  }

  /** Whether it is another one than before. */
  learn(marker: Marker): boolean {
    const isSameAddress = location.href === this.#address;
    if (isSameAddress && Math.abs(marker.size - this.#marks) < marker.size * ANOTHER_PAGE) return false;
    const before = this.#region;
    this.#region = usualRegion([...marker.marks()].map(({ found }) => found)) ?? (isSameAddress ? before : null);
    this.#address = location.href;
    this.#marks = marker.size;
    return this.#region !== before;
  }
}
