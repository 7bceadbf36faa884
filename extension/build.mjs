/**
 * Builds the extension: `dist/chromium` and `dist/firefox`, or with `--granted` the same with site access already
 * given, in `dist/chromium-granted` and `dist/firefox-granted`, or with `--both` all four; `--out FOLDER` puts them elsewhere.
 * The same source gives the same bytes. `--store` leaves out what the stores put in themselves.
 */
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { minify as minified } from "terser";
import { managedSchema, typesOnly } from "./managed-schema.mjs";
import { manifest } from "./manifest.mjs";
import { checkMessages } from "./messages.mjs";
import { DETECTOR_SCRIPT, firstDetector, PAGE_SCRIPTS, sharedDetector } from "./shared-detector.mjs";
import { packedWords } from "./word-packing.mjs";

const here = fileURLToPath(new URL("./", import.meta.url));

/** One bundle for each context; nothing is loaded by address at run time. */
const ENTRY_POINTS = {
  "background/main": "background/main.ts",
  ...PAGE_SCRIPTS,
  "popup/popup": "popup/popup.tsx",
  "popup/handover": "popup/handover.tsx",
  "options/options": "options/options.tsx",
  "welcome/welcome": "welcome/welcome.tsx",
};

const FILES = [
  "popup/popup.html",
  "popup/popup.css",
  "popup/handover.html",
  "popup/handover.css",
  "options/options.html",
  "options/options.css",
  "welcome/welcome.html",
  "welcome/welcome.css",
  "shared/tokens.css",
  "shared/ui/ui.css",
];

const TARGETS = { chromium: "chrome128", firefox: "firefox140" };

/** Firefox has no `chrome.dom`; its elements open closed roots themselves. Its store's linter objects to the name alone. */
const ABSENT = { chromium: {}, firefox: { "chrome.dom": "undefined" } };

/**
 * Takes `dangerouslySetInnerHTML` out of Preact. Nothing here uses it, and without it neither a reviewer nor the store's
 * linter has to ask what might be put there.
 */
const preactWithoutHtml = {
  name: "preact-without-html",
  setup({ onLoad }) {
    onLoad({ filter: /preact.dist.preact\.module\.js$/ }, ({ path }) => {
      const original = readFileSync(path, "utf8");
      const contents = original.replace(/\((\w)\.innerHTML=\w\.__html\)/u, "0").replace(/\b(\w)\.innerHTML=""/u, '$1.textContent=""');
      if (/innerHTML=(?!=)/u.test(contents)) throw new Error(`${path} sets innerHTML in a way this build does not know`);
      return { contents, loader: "js" };
    });
  },
};

/** What is in every frame, and what has to be there before the first number is marked: a second minifier makes them 3 to 5 % smaller. */
const SMALLEST = ["page/gate", ...Object.keys(DETECTOR_SCRIPT)];

/** Fields of the detector that nothing outside of it reads get short names, those where it saves something: a hundredth of it all. A test compares its answers with the source's. */
const INNER_FIELDS = new RegExp(`^(?:${[
  "accepted|adjective|answer|answers|automaton|branch|branches|budget|cells|checks|code|compiled|dialled|digits|ends|extended|families|family|gap|general|groups|guess|hasNone|idd|isPlain|isValid|isWhole|known|labelled|lacked",
  "lastType|least|left|lengthIn|lengths|line|literal|longest|low|main|matchesGeneral|meaning|met|mixed|more|national|newEnd|number|open|options|owner|packed|parsing|part|plain|plus|prefix|prefixed|prefixMissing|read|ready",
  "recent|regexp|repeats|requiresPrefix|row|rule|salt|separator|shared|source|tell|text|total|transform|typeDepths|types|unpack|unpacked|unpacking|unpackTo|way|ways|word",
].join("|")})$`);
/** What terser calls unsafe is so for getters with effects, and for functions that are called with `new`: there are none. Functions that stand together repeat one another nearby. */
const COMPRESS = { conditionals: false, hoist_funs: true, if_return: false, lhs_constants: false, module: true, passes: 5, pure_getters: true, unsafe: true, unsafe_arrows: true, unsafe_comps: true, unsafe_math: true };

const smaller = new Map();

async function makeSmaller(path, inner) {
  const source = readFileSync(path, "utf8");
  const mangle = inner ? { properties: { builtins: true, regex: INNER_FIELDS } } : {};
  if (!smaller.has(source)) smaller.set(source, minified(source, { ecma: 2022, compress: COMPRESS, mangle, format: { ascii_only: true } }));
  const { code } = await smaller.get(source);
  writeFileSync(path, code);
}

async function buildFor(browser, granted, { minify, parent, store }) {
  const out = join(parent, granted ? `${browser}-granted` : browser);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const common = {
    absWorkingDir: here,
    outdir: out,
    bundle: true,
    format: "iife",
    target: TARGETS[browser],
    // Both know them; esbuild takes every browser for one that does not, and has each pattern made anew wherever it is asked.
    supported: { "regexp-unicode-property-escapes": true },
    jsx: "automatic",
    jsxImportSource: "preact",
    // The tokens, for what is shown inside somebody else's page.
    loader: { ".css": "text" },
    define: { BROWSER: JSON.stringify(browser), ...ABSENT[browser] },
    minify,
    // Content scripts must be valid UTF-8 to the last code point: escape what is not ASCII.
    charset: "ascii",
    legalComments: "none",
    logLevel: "warning",
  };
  await Promise.all([
    build({ ...common, entryPoints: ENTRY_POINTS, plugins: [preactWithoutHtml, packedWords, sharedDetector] }),
    build({ ...common, entryPoints: DETECTOR_SCRIPT, plugins: [firstDetector] }),
  ]);
  if (minify) for (const script of SMALLEST) await makeSmaller(join(out, `${script}.js`), script in DETECTOR_SCRIPT);
  for (const file of FILES) cpSync(join(here, file), join(out, file));
  cpSync(join(here, "_locales"), join(out, "_locales"), { recursive: true });
  mkdirSync(join(out, "icons"), { recursive: true });
  for (const name of readdirSync(join(here, "icons"))) {
    if (name.endsWith(".png")) cpSync(join(here, "icons", name), join(out, "icons", name));
  }
  const writeJson = (name, value) => writeFileSync(join(out, name), `${JSON.stringify(value, null, 2)}\n`);
  const made = manifest(browser, { granted, store });
  writeJson("manifest.json", made);
  if (made.storage !== undefined) writeJson(made.storage.managed_schema, typesOnly(managedSchema));
}

const flags = new Set(process.argv.slice(2));
const onlyCheck = flags.has("--check-messages");
const faults = checkMessages(here, { unused: onlyCheck });
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
if (!onlyCheck) {
  const variants = flags.has("--both") ? [false, true] : [flags.has("--granted")];
  const { values } = parseArgs({ options: { out: { type: "string" } }, strict: false });
  const parent = typeof values.out === "string" ? resolve(values.out) : join(here, "dist");
  const options = { minify: !flags.has("--readable"), parent, store: flags.has("--store") };
  // Together: what the second minifier has made, which takes most of the time, serves all of them.
  await Promise.all(variants.flatMap((granted) => Object.keys(TARGETS).map((browser) => buildFor(browser, granted, options))));
}
