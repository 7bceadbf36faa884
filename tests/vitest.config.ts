import { defineConfig, type Plugin } from "vitest/config";
import { packedModule } from "../extension/word-packing.mjs";

const LISTS = "/page/detector/lists.ts";
const PACKED = `${LISTS}?packed`;
/** The detector gets its words as the build packs them, once for all files; a test that asks for the lists themselves gets those. */
const packedWords: Plugin = {
  name: "packed-words",
  enforce: "pre",
  async resolveId(source, importer, options) {
    if (!/\/lists\.[jt]s$/u.test(source) || importer?.endsWith(".test.ts") === true) return null;
    const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
    return resolved?.id.endsWith(LISTS) === true ? `${resolved.id}?packed` : resolved;
  },
  async load(id) {
    if (!id.endsWith(PACKED)) return null;
    const { contents, watchFiles } = await packedModule();
    for (const file of watchFiles) this.addWatchFile(file);
    return contents;
  },
};

const everywhere = {
  environment: "node",
  // A browser takes seconds to start; a unit test that needs this long hangs.
  testTimeout: 60_000,
  hookTimeout: 60_000,
} as const;

export default defineConfig({
  plugins: [packedWords],
  // The extension's own JSX: Preact, from the extension's packages.
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  test: {
    projects: [
      {
        extends: true,
        test: { ...everywhere, name: "units", include: ["extension/**/*.test.{ts,tsx}"], maxWorkers: 2, sequence: { groupOrder: 0 } },
      },
      {
        extends: true,
        // Two browsers at once starve each other on a small machine.
        test: { ...everywhere, name: "browsers", include: ["pages/**/*.test.ts", "end_to_end/**/*.test.ts"], globalSetup: "pages/support/building.ts", fileParallelism: false, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
