/**
 * `managed-schema.json` as Chromium wants it: types only. Chromium drops a whole group of settings for one value its schema
 * does not allow, and nobody learns of it but at chrome://policy; we leave out the one value and name it in the options.
 */
import { readFileSync } from "node:fs";

/** What an organisation may set, with every bound: what our decoder holds values to. */
export const managedSchema = JSON.parse(readFileSync(new URL("managed-schema.json", import.meta.url), "utf8"));

/** @param {Record<string, any>} schema @returns {Record<string, unknown>} */
export function typesOnly({ title, description, type, properties, items }) {
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    type,
    ...(properties === undefined ? {} : { properties: Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, typesOnly(each)])) }),
    ...(items === undefined ? {} : { items: typesOnly(items) }),
  };
}
