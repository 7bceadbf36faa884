/** A valid number as it is told to whoever asked. */
import type { FoundNumber } from "./index.js";
import type { Label } from "./labels.js";
import type { ParsedNumber } from "./numbers.js";

export function foundNumber(number: ParsedNumber, start: number, end: number, written: string, extension: string | null, label: Label): FoundNumber {
  return {
    start, end, written,
    e164: number.code + number.national,
    extension,
    region: number.region === "001" ? null : number.region,
    type: number.type,
    reason: number.source,
    detail: label.meaning === "phone" || label.meaning === "fax" ? label.word : "",
  };
}
