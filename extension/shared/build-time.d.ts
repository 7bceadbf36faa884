/** Set by `build.mjs`: which browser this bundle is for. Only for texts and addresses that differ; abilities are tried out. */
declare const BROWSER: "chromium" | "firefox";
