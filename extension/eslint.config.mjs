// Run from the repository's root, so that the tests are linted by the same rules: see "check" in package.json.
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["**/node_modules/", "**/dist/", "**/build/", ".*/", "extension/shared/protocol.ts", "tests/pages/frameworks/"] },
  {
    files: ["extension/**/*.{ts,tsx}", "tests/**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ["extension/tsconfig.json", "tests/tsconfig.json"],
        tsconfigRootDir: `${import.meta.dirname}/..`,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      eqeqeq: ["error", "always"],
      "no-console": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["tests/**/*.{ts,tsx}"],
    rules: {
      // A test's expectation says what is there; the assertion after it says so again.
      "@typescript-eslint/no-non-null-assertion": "off",
      "no-console": "off",
    },
  },
);
