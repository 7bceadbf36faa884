/**
 * The detector on the command line: the same code as in the page, bundled from its source at start.
 *
 *   npm run --silent detect -- FILE.jsonl[.gz]      lines {id, text, default_region} → {"id":…,"m":[[start,end,"+E164","ext"|null],…]}
 *   npm run --silent detect -- -                    the same from standard input
 *   npm run --silent detect -- --explain "text" --region GB [--before "column heading"]
 *
 * It reports numbers labelled Fax too (a page leaves them alone unless asked); --without-fax does as pages do.
 */
import { build } from "esbuild";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createGunzip } from "node:zlib";
import { packedWords } from "./word-packing.mjs";

const SOURCE = fileURLToPath(new URL("./page/detector/index.ts", import.meta.url));
const USAGE = "usage: detect FILE.jsonl[.gz] | - | --explain TEXT [--region GB] [--before HEADING]   [--without-fax]";
/** Lines joined before they are written: one system call for many. */
const LINES_AT_ONCE = 500;

class Fault extends Error {}

export async function loadDetector() {
  const { outputFiles } = await build({ entryPoints: [SOURCE], bundle: true, write: false, format: "esm", target: "es2022", plugins: [packedWords], logLevel: "silent" });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

function decoded(line, number, name) {
  const where = `${name}, line ${number}`;
  let row;
  try {
    row = JSON.parse(line);
  } catch (error) {
    throw new Fault(`${where}: not JSON (${error.message})`);
  }
  if (row === null || typeof row !== "object" || Array.isArray(row)) throw new Fault(`${where}: want an object {id, text, default_region}`);
  const { id, text, default_region: region = null } = row;
  if (typeof id !== "string" && typeof id !== "number") throw new Fault(`${where}: "id" must be a string or a number`);
  if (typeof text !== "string") throw new Fault(`${where}: "text" must be a string`);
  if (region !== null && (typeof region !== "string" || !/^[A-Za-z]{2}$/.test(region))) {
    throw new Fault(`${where}: "default_region" must be two letters (ISO 3166) or null`);
  }
  return { id, text, region: region === null ? null : region.toUpperCase() };
}

async function detectFile(name, fax, detect) {
  const source = name === "-" ? process.stdin : createReadStream(name);
  const input = name.endsWith(".gz") ? source.pipe(createGunzip()) : source;
  const failed = new Promise((_, reject) => {
    for (const stream of [source, input]) stream.on("error", (error) => reject(new Fault(`${name}: ${error.message}`)));
  });
  await Promise.race([failed, readLines(input, name, fax, detect)]);
}

async function readLines(input, name, fax, detect) {
  let number = 0;
  let out = [];
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    number++;
    if (line.trim() === "") continue;
    const { id, text, region } = decoded(number === 1 ? line.replace(/^\uFEFF/, "") : line, number, name);
    const m = detect(text, { region, fax }).map(({ start, end, e164, extension }) => [start, end, e164, extension]);
    out.push(JSON.stringify({ id, m }));
    if (out.length >= LINES_AT_ONCE) {
      await written(out);
      out = [];
    }
  }
  if (out.length > 0) await written(out);
}

function written(lines) {
  return new Promise((done) => process.stdout.write(`${lines.join("\n")}\n`, done));
}

function explained({ numbers, refusals }, region) {
  const lines = [`region: ${region ?? "none (international form only)"}`];
  for (const n of numbers) {
    lines.push(`marked   ${n.start}–${n.end}  ${JSON.stringify(n.written)}  →  ${n.e164}${n.extension ? ` ext. ${n.extension}` : ""}  (${[n.region, n.type].filter(Boolean).join(", ")})  ${n.reason}${n.detail === "" ? "" : `: “${n.detail}”`}`);
  }
  for (const r of refusals) lines.push(`refused  ${r.start}–${r.end}  ${JSON.stringify(r.written)}  ${whyNot(r, region)}`);
  if (numbers.length + refusals.length === 0) lines.push("nothing in it looks like a number");
  return lines.join("\n");
}

/** What the reasons mean that do not say it themselves. */
const MEANINGS = {
  run: "a long run of figures", part: "the digits go on in what is something else", brackets: "its brackets do not match", token: "the digits touch something else",
  too_long: "more digits than a number has", prefix_missing: "this country writes the number with its trunk prefix",
};

function whyNot({ reason, detail }, region) {
  const meaning = reason === "invalid" ? `no valid number${region === null ? " in international form, and no region is known" : ""}` : (MEANINGS[reason] ?? detail);
  return meaning === "" ? reason : `${reason}: ${meaning}`;
}

async function main() {
  let parsed;
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: { explain: { type: "string" }, region: { type: "string" }, before: { type: "string" }, "without-fax": { type: "boolean", default: false } },
    });
  } catch (error) {
    throw new Fault(`${error.message}\n${USAGE}`);
  }
  const { values, positionals } = parsed;
  if (values.region !== undefined && !/^[A-Za-z]{2}$/.test(values.region)) throw new Fault(`--region must be two letters (ISO 3166), not ${JSON.stringify(values.region)}`);
  const region = values.region?.toUpperCase() ?? null;
  const fax = !values["without-fax"];
  if (values.explain === undefined && positionals.length !== 1) throw new Fault(USAGE);
  const { detect, explain } = await loadDetector();
  if (values.explain === undefined) return detectFile(positionals[0], fax, detect);
  console.log(explained(explain(values.explain, { region, fax, ...(values.before === undefined ? {} : { before: values.before }) }), region));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.on("error", (error) => process.exit(error.code === "EPIPE" ? 0 : 1));
  main().catch((error) => {
    console.error(error instanceof Fault ? `detect: ${error.message}` : error);
    process.exit(error instanceof Fault ? 2 : 1);
  });
}
