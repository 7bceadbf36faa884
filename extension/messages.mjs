/**
 * Checks `_locales`: every language has every message of English, with the same placeholders and the plural forms it
 * needs, and every message is used. A missing translation fails the build.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const REFERENCE = "en";
const SOURCE_FOLDERS = ["background", "options", "page", "popup", "shared", "welcome"];
const SOURCE = /\.(ts|tsx|html)$/u;
/** `found_numbers_one`, `found_numbers_other`: one message with a form for each plural category of the language. */
const PLURAL_FORM = /^(.+)_(zero|one|two|few|many|other)$/u;

const pluralBases = (keys) =>
  new Set([...keys].filter((key) => key.endsWith("_other")).map((key) => key.slice(0, -"_other".length)));

const isPluralForm = (key, bases) => {
  const match = PLURAL_FORM.exec(key);
  return match !== null && bases.has(match[1]);
};

const placeholdersOf = (entry) => [...new Set(entry.message.match(/\$\w+\$/gu) ?? [])].map((each) => each.toLowerCase()).sort();

function faultsOf(locale, messages, reference) {
  const faults = [];
  const say = (key, fault) => faults.push(`_locales/${locale}/messages.json: ${key}: ${fault}`);
  const bases = pluralBases(Object.keys(reference));
  const categories = new Intl.PluralRules(locale.replace("_", "-")).resolvedOptions().pluralCategories;
  const wanted = new Set(Object.keys(reference).filter((key) => !isPluralForm(key, bases)));
  for (const base of bases) for (const category of categories) wanted.add(`${base}_${category}`);
  for (const key of wanted) if (!(key in messages)) say(key, "is missing");
  for (const [key, entry] of Object.entries(messages)) {
    if (!wanted.has(key)) say(key, "is not a message of English");
    if (entry.message.trim() === "") say(key, "is empty");
    const declared = Object.keys(entry.placeholders ?? {}).map((name) => `$${name.toLowerCase()}$`).sort();
    const used = placeholdersOf(entry);
    if (declared.join() !== used.join()) say(key, `uses ${used.join() || "no placeholder"} but declares ${declared.join() || "none"}`);
    const english = reference[key] ?? reference[key.replace(PLURAL_FORM, "$1_other")];
    // "one number" need not hold the digit 1.
    if (english !== undefined && !isPluralForm(key, bases) && placeholdersOf(english).join() !== used.join()) {
      say(key, "has other placeholders than English");
    }
  }
  return faults;
}

function sourceOf(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && SOURCE.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .join("\n");
}

/**
 * @param {{ unused?: boolean }} options `unused`: also name messages that nothing uses; no reason to stop a build.
 * @returns {string[]} one line for each fault; empty when all is well.
 */
export function checkMessages(extensionFolder, { unused = false } = {}) {
  const locales = join(extensionFolder, "_locales");
  const read = (locale) => JSON.parse(readFileSync(join(locales, locale, "messages.json"), "utf8"));
  const reference = read(REFERENCE);
  const faults = readdirSync(locales).flatMap((locale) => faultsOf(locale, read(locale), reference));
  if (!unused) return faults;
  const source = SOURCE_FOLDERS.map((folder) => sourceOf(join(extensionFolder, folder))).join("\n");
  const manifestSource = readFileSync(join(extensionFolder, "manifest.mjs"), "utf8");
  const bases = pluralBases(Object.keys(reference));
  for (const key of Object.keys(reference)) {
    const name = isPluralForm(key, bases) ? key.replace(PLURAL_FORM, "$1") : key;
    if (!source.includes(`"${name}"`) && !manifestSource.includes(`__MSG_${name}__`)) {
      faults.push(`_locales/${REFERENCE}/messages.json: ${key}: is not used`);
    }
  }
  return faults;
}
