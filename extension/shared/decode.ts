/** The small parts that decoders are made of: foreign value in, our value or null out. Nothing here throws. */

export type Foreign = Readonly<Record<string, unknown>>;

export const asObject = (value: unknown): Foreign | null =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : null;

export const isBounded = (value: unknown, longest: number): value is string =>
  typeof value === "string" && value.length <= longest;

/** A text, null where it is null or absent, undefined where it is neither or too long. */
export function optionalText(value: unknown, longest: number, pattern?: RegExp): string | null | undefined {
  if (value === null || value === undefined) return null;
  if (!isBounded(value, longest)) return undefined;
  return pattern === undefined || pattern.test(value) ? value : undefined;
}

export const oneOf = <T extends string>(value: unknown, allowed: readonly T[]): T | null =>
  allowed.find((each) => each === value) ?? null;
