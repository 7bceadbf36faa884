/** Rules of the house that a compiler does not know. */
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { checkMessages } from "../../extension/messages.mjs";

const extension = fileURLToPath(new URL("../../extension", import.meta.url));
const CONTEXTS = ["page", "background", "popup", "options", "welcome", "shared"];

const sources = CONTEXTS.flatMap((context) =>
  readdirSync(join(extension, context), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name)),
);

const importsOf = (file: string): string[] =>
  [...readFileSync(file, "utf8").matchAll(/^(?:import|export)\b[^"]*?from "(\.[^"]+)"|^import "(\.[^"]+)"/gmu)].map((match) =>
    relative(extension, resolve(dirname(file), match[1] ?? match[2] ?? "")),
  );

/** The one bridge: reading a text as a number is the detector's work, wherever the text was typed or selected. */
const BRIDGE = { from: "shared/reading.ts", to: "page/detector/" };

describe("each context", () => {
  test("has sources that are read here", () => {
    expect(sources.length).toBeGreaterThan(30);
    expect(importsOf(join(extension, "background/main.ts"))).toContain("background/companion.ts");
  });

  test.each(CONTEXTS)("%s imports only itself and shared", (context) => {
    const strangers = sources
      .filter((file) => relative(extension, file).startsWith(`${context}/`))
      .flatMap((file) => importsOf(file).map((target) => ({ from: relative(extension, file), to: target })))
      .filter(({ to }) => !to.startsWith(`${context}/`) && !to.startsWith("shared/") && !to.startsWith("_locales/"))
      .filter(({ from, to }) => !(from === BRIDGE.from && to.startsWith(BRIDGE.to)));
    expect(strangers).toEqual([]);
  });

  test("is written in files that can be read in one sitting", () => {
    const longest = 400;
    const tooLong = sources
      .filter((file) => !/\/protocol\.ts$|packed/u.test(file))
      .map((file) => ({ file: relative(extension, file), lines: readFileSync(file, "utf8").split("\n").length }))
      .filter(({ lines }) => lines > longest);
    expect(tooLong).toEqual([]);
  });
});

describe("the texts", () => {
  test("are complete in every language, with the same placeholders and every plural form", () => {
    expect(checkMessages(extension)).toEqual([]);
  });
});
