import { defineConfig } from "vitest/config";

const everywhere = {
  environment: "node",
  // A browser takes seconds to start; a unit test that needs this long hangs.
  testTimeout: 60_000,
  hookTimeout: 60_000,
} as const;

export default defineConfig({
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
        test: { ...everywhere, name: "browsers", include: ["pages/**/*.test.ts", "end_to_end/**/*.test.ts"], fileParallelism: false, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
