/** What stands between two groups, tightest first. Constants of a module, as in kinds.ts. */
export const none = 0;
export const dash = 1;
export const dot = 2;
export const slash = 3;
export const space = 4;
export const bracket = 5;
export const tilde = 6;
export const spacedDash = 7;
export const twoSpaces = 8;
export const dotSpace = 9;
export const spacedSlash = 10;
export const newline = 11;
/** Behind a bracket that closes what is in front. */
export const apart = 12;
