/** Bounds of the contract that more than one context needs. */

/** A number as written, in UTF-16 units. The longest real one with extension is under 60. */
export const MAX_WRITTEN = 128;
