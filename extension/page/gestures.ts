/** A person's gesture becomes one wish to call, with one id, sent once. */
import type { DialGesture, FromPage } from "../shared/page-messages.ts";
import type { FoundNumber } from "./detector/index.ts";
import { MAX_WRITTEN, REPEAT_MS } from "./tunables.ts";

export interface Wanted {
  readonly written: string;
  readonly extension: string | null;
  readonly region: string | null;
}

/** Nothing but digits and what stands between them: the companion reads it as the detector did. */
const PLAIN = /^\+?[\d\s().\-/\u00A0\u2010-\u2015\u202F]+$/u;

/** What is sent for a number that was found: as written, unless there is more in it than a number. */
export function wantedOf({ written, e164, extension, region }: FoundNumber, pageRegion: string | null): Wanted {
  const text = written.replace(/\s+/gu, " ").trim();
  const isPlain = PLAIN.test(text) && extension === null && text.length <= MAX_WRITTEN;
  const country = region !== null && /^[A-Z]{2}$/u.test(region) ? region : pageRegion;
  return { written: isPlain || e164 === null ? text.slice(0, MAX_WRITTEN) : e164, extension, region: country };
}

/** Version 4 of RFC 9562. `crypto.randomUUID` is missing on pages without TLS. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, index) => {
    const value = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return value.toString(16).padStart(2, "0");
  });
  return [hex.slice(0, 4), hex.slice(4, 6), hex.slice(6, 8), hex.slice(8, 10), hex.slice(10)].map((part) => part.join("")).join("-");
}

/** A handful of calls can be asked about again. */
const MAX_KEPT = 20;

export class Gestures {
  readonly #send: (message: FromPage) => void;
  readonly #kept = new Map<string, DialGesture>();
  #last = { key: "", at: -Infinity };
  /** The call that was last asked for again. */
  #asked: string | null = null;

  constructor(send: (message: FromPage) => void) {
    this.#send = send;
  }

  /** Returns the id, or null where it is the same wish again (a double click). */
  dial(wanted: Wanted, via: "click" | "link", confirmed = false): string | null {
    const key = `${wanted.written} ${wanted.extension ?? ""} ${String(confirmed)}`;
    const now = performance.now();
    if (key === this.#last.key && now - this.#last.at < REPEAT_MS) return null;
    this.#last = { key, at: now };
    const { written, extension, region } = wanted;
    const gesture: DialGesture = { id: newId(), written, extension, region, via, confirmed };
    this.#kept.set(gesture.id, gesture);
    for (const id of this.#kept.keys()) {
      if (this.#kept.size <= MAX_KEPT) break;
      this.#kept.delete(id);
    }
    this.#send({ kind: "dial", gesture });
    return gesture.id;
  }

  /** The same number once more, by a new gesture: also for a call that began in the menu or by the shortcut. */
  again({ id, written, extension, region }: Wanted & { readonly id: string }, confirmed: boolean): string | null {
    // Once for each call that ended; and then it is a wish of its own, however soon after the first.
    if (id === this.#asked) return null;
    this.#asked = id;
    this.#last = { key: "", at: -Infinity };
    const first = this.#kept.get(id);
    return this.dial(first ?? { written, extension, region }, first?.via === "link" ? "link" : "click", confirmed);
  }
}
