import { defineConfig } from "vitest/config";

export default defineConfig({
  // The extension's own JSX: Preact, from the extension's packages.
  esbuild: { jsx: "automatic", jsxImportSource: "preact" },
  test: {
    include: ["extension/**/*.test.{ts,tsx}", "pages/**/*.test.ts", "end_to_end/**/*.test.ts"],
    environment: "node",
    // A browser takes seconds to start; a unit test that needs this long hangs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Two browsers at once starve each other on a small machine.
    fileParallelism: false,
  },
});
