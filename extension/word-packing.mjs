/** Puts the detector's lists of words in packed form where the source has them as plain text; see page/detector/unpacked-list.ts. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";

const SOURCE = fileURLToPath(new URL("./page/detector/words.ts", import.meta.url));
const SWITCH = "!";
const NOTHING_SHARED = 35;
const FIRST_LETTER = 64;
const MOST_SHARED = FIRST_LETTER - NOTHING_SHARED - 1;

export function packedList(list) {
  let before = "";
  let block = 1;
  let packed = "";
  for (const word of [...new Set(list.trim().split(/\s+/))].sort()) {
    let shared = 0;
    while (shared < Math.min(MOST_SHARED, word.length) && word[shared] === before[shared]) shared++;
    packed += String.fromCharCode(NOTHING_SHARED + shared);
    for (const unit of word.slice(shared).split("")) {
      const code = unit.charCodeAt(0);
      if (code >> 6 !== block) packed += SWITCH + (block = code >> 6).toString(36).padStart(2, "0");
      packed += String.fromCharCode(FIRST_LETTER + (code & 63));
    }
    before = word;
  }
  return packed;
}

async function packedModule() {
  const { code } = transformSync(readFileSync(SOURCE, "utf8"), { loader: "ts", format: "esm" });
  const lists = await import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
  const packed = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, packedList(list)]));
  return `import { unpackedList } from "./unpacked-list.js";\nconst PACKED = ${JSON.stringify(packed)};\nexport const list = (name) => unpackedList(PACKED[name]);\n`;
}

/** For esbuild. */
export const packedWords = {
  name: "packed-words",
  setup({ onLoad }) {
    onLoad({ filter: /page.detector.lists\.ts$/ }, async () => ({ contents: await packedModule(), loader: "js", watchFiles: [SOURCE] }));
  },
};
