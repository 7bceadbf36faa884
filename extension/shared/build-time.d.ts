/** Set by `build.mjs`: which browser this bundle is for. Only for texts and addresses that differ; abilities are tried out. */
declare const BROWSER: "chromium" | "firefox";

/** A style sheet as text, by `build.mjs`. */
declare module "*.css" {
  const text: string;
  export default text;
}
