/** What a character may be in a telephone number. Constants of a module, not an object's: what is built has the figures themselves. */
export const other = 0;
export const digit = 1;
export const plus = 2;
export const space = 3;
export const dash = 4;
export const dot = 5;
export const middot = 6;
export const slash = 7;
export const open = 8;
export const close = 9;
export const tilde = 10;
export const invisible = 11;
export const newline = 12;
export const tab = 13;
export const surrogate = 14;
