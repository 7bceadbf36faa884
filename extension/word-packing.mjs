/** Puts the packed words in the place of the module that packs them; see page/detector/lists.ts. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const LISTS = fileURLToPath(new URL("./page/detector/lists.ts", import.meta.url));

/** The packed words as a module. Within one process they are packed once for the same lists: that takes two seconds. */
export async function packedModule() {
  const { outputFiles, metafile } = await build({ entryPoints: [LISTS], bundle: true, write: false, metafile: true, format: "esm", target: "es2022" });
  const { PACKED_WORDS, MORE_WORDS } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
  return { contents: `export const PACKED_WORDS = ${JSON.stringify(PACKED_WORDS)};\nexport const MORE_WORDS = ${JSON.stringify(MORE_WORDS)};\n`, loader: "js", watchFiles: Object.keys(metafile.inputs).map((path) => fileURLToPath(new URL(path, `file://${process.cwd()}/`))) };
}

/** For esbuild. */
export const packedWords = {
  name: "packed-words",
  setup({ onLoad }) {
    onLoad({ filter: /page.detector.lists\.ts$/ }, packedModule);
  },
};
