/**
 * A list of words as word-packing.mjs packs it: sorted, each word told by how much of the last it begins with and what follows, and
 * letters by their place in a block of 64, so that those of other scripts take one character too.
 */
const SWITCH = 33;
const NOTHING_SHARED = 35;
const FIRST_LETTER = 64;
const LETTER_BITS = 6;
const BLOCK_DIGITS = 2;
const BLOCK_RADIX = 36;

export function unpackedList(packed: string): readonly string[] {
  const words: string[] = [];
  let word = "";
  let block = 1;
  for (let i = 0; i < packed.length; i++) {
    const code = packed.charCodeAt(i);
    if (code === SWITCH) {
      block = parseInt(packed.slice(i + 1, i + 1 + BLOCK_DIGITS), BLOCK_RADIX);
      i += BLOCK_DIGITS;
    } else if (code < FIRST_LETTER) {
      if (i > 0) words.push(word);
      word = word.slice(0, code - NOTHING_SHARED);
    } else word += String.fromCharCode((block << LETTER_BITS) | (code - FIRST_LETTER));
  }
  return [...words, word];
}
