/**
 * The lists of words by name. In what is built, word-packing.mjs puts them in packed form in place of this module: as plain text they
 * are a fifth of all that is loaded.
 */
import * as words from "./words.js";

export type ListName = keyof typeof words;

export const list = (name: ListName): readonly string[] => words[name].trim().split(/\s+/);
