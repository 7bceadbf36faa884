/**
 * Writes `shared/protocol.ts` from `native-messaging/protocol.schema.json`: the types of every message, and the lists
 * that decoding needs at run time. With `--check` it writes nothing and fails when the file has drifted.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { compile } from "json-schema-to-typescript";

const SCHEMA = new URL("../native-messaging/protocol.schema.json", import.meta.url);
const TARGET = new URL("./shared/protocol.ts", import.meta.url);
const BANNER = "// Generated from native-messaging/protocol.schema.json by contract.mjs. Do not edit: run `npm run contract`.\n";

/** Titles of fields would each become a type of their own. */
function withoutFieldTitles(value, isDefinition) {
  if (Array.isArray(value)) return value.map((each) => withoutFieldTitles(each, false));
  if (value === null || typeof value !== "object") return value;
  const copied = {};
  for (const [key, inner] of Object.entries(value)) {
    if (key === "title" && typeof inner === "string" && !isDefinition) continue;
    copied[key] =
      key === "$defs"
        ? Object.fromEntries(Object.entries(inner).map(([name, each]) => [name, withoutFieldTitles(each, true)]))
        : withoutFieldTitles(inner, false);
  }
  return copied;
}

/** `export const CODES = ["…", …] as const;` */
function list(name, comment, values) {
  return `/** ${comment} */\nexport const ${name} = [\n${values.map((each) => `  ${JSON.stringify(each)},\n`).join("")}] as const;\n`;
}

/** The values a property may take, wherever the schema holds them. */
function valuesOf(property, definitions) {
  if (property.enum !== undefined) return property.enum;
  if (property.const !== undefined) return [property.const];
  if (property.$ref !== undefined) return valuesOf(definitions[property.$ref.replace("#/$defs/", "")], definitions);
  return (property.anyOf ?? []).flatMap((each) => valuesOf(each, definitions));
}

export async function generate(schema) {
  const definitions = schema.$defs ?? {};
  const types = await compile(withoutFieldTitles(schema, true), schema.title ?? "Message", {
    bannerComment: "",
    additionalProperties: false,
    unreachableDefinitions: true,
    style: { printWidth: 120 },
  });
  // The compiler notes in each type's comment where the schema refers to it; nobody needs that.
  const readable = types.replaceAll(/(\n \*)?\n \* This interface was referenced by [^\n]*\n \* via the `definition` "\w+"\./gu, "");
  const parts = [BANNER, readable, list("CODES", "Every code, for decoding.", definitions.Code.enum)];
  const { Call, RecentCall, StatusReply } = definitions;
  parts.push(list("CALL_STATES", "Every state of a call, for decoding.", valuesOf(Call.properties.state, definitions)));
  parts.push(list("VIAS", "Every kind of gesture in the journal, for decoding.", valuesOf(RecentCall.properties.via, definitions)));
  parts.push(list("PBX_KINDS", "Every kind of PBX, for decoding.", valuesOf(StatusReply.properties.pbx_kind, definitions)));
  return parts.join("\n");
}

const current = existsSync(TARGET) ? readFileSync(TARGET, "utf8") : "";
const generated = await generate(JSON.parse(readFileSync(SCHEMA, "utf8")));
if (process.argv.includes("--check")) {
  if (current !== generated) {
    console.error("shared/protocol.ts has drifted from native-messaging/protocol.schema.json. Run: npm run contract");
    process.exit(1);
  }
} else {
  writeFileSync(TARGET, generated);
}
