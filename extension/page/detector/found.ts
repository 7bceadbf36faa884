/** A valid number as it is told to whoever asked. */
import type { Extension } from "./extensions.js";
import type { FoundNumber } from "./index.js";
import type { Label } from "./labels.js";
import type { ParsedNumber } from "./numbers.js";

export function foundNumber(text: string, number: ParsedNumber, start: number, end: number, extension: Extension | null, label: Label): FoundNumber {
  return {
    start, end,
    written: text.slice(start, end),
    e164: number.code + number.national,
    extension: extension?.digits ?? null,
    region: number.region === "001" ? null : number.region,
    type: number.type,
    reason: number.source,
    detail: label.meaning === "phone" || label.meaning === "fax" ? label.word : "",
  };
}
