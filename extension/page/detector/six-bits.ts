/** How bits are written into text, for all that is packed: six in each character, from ( on, without the backslash. */
export const CHARACTER_BITS = 6;
const FIRST_CHARACTER = 40;
const BACKSLASH = 92;

export const sixBitsOf = (code: number): number => code - FIRST_CHARACTER - (code > BACKSLASH ? 1 : 0);
export const characterOf = (bits: number): string => String.fromCharCode(FIRST_CHARACTER + bits + (FIRST_CHARACTER + bits >= BACKSLASH ? 1 : 0));
