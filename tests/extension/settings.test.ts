import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decodePolicy, NO_POLICY } from "../../extension/shared/policy.ts";
import { decodeSome, isInternalPattern, PATHS, type Fault } from "../../extension/shared/settings-decode.ts";
import { fromFile, toFile } from "../../extension/shared/settings-file.ts";
import { effective, onlyChoices, withChange } from "../../extension/shared/settings-merge.ts";
import { fromStored, toStored } from "../../extension/shared/settings-stored.ts";
import { DEFAULTS, flatten, nest, type Settings } from "../../extension/shared/settings.ts";

const faultsOf = (stored: unknown): Fault[] => {
  const faults: Fault[] = [];
  decodeSome(stored, (fault) => faults.push(fault), ["version"]);
  return faults;
};
const applied = (stored: unknown): Settings => effective(NO_POLICY, fromStored(stored));

describe("settings", () => {
  test.each([undefined, null, "x", 7, [], {}, { version: 9, sites: "all", appearance: null }])("%j gives the defaults", (stored) => {
    expect(applied(stored)).toEqual(DEFAULTS);
  });

  const MIXED = {
    region: "de",
    click: "double",
    fax: "yes",
    links: false,
    sites: { mode: "chosen", chosen: ["https://CRM.example/x", 7, "two words", "crm.example"], exceptions: "none" },
    appearance: { style: "solid", colour: "red", theme: "dark" },
    internal: [{ pattern: "1\\d\\d", label: " Ext " }, { pattern: "(a+)+$" }, { pattern: ".*" }],
    privacy: true,
    surprise: true,
  };

  test("keep what is allowed and drop only what is not", () => {
    expect(applied(MIXED)).toEqual({
      ...DEFAULTS,
      click: "double",
      links: false,
      sites: { mode: "chosen", chosen: ["crm.example"], exceptions: [] },
      appearance: { ...DEFAULTS.appearance, style: "solid", theme: "dark" },
      internal: [{ pattern: "1\\d\\d", label: "Ext" }],
    });
  });

  test("name everything that was dropped, and tell what is unknown from what is not allowed", () => {
    expect(faultsOf(MIXED).map(({ path, why }) => `${path} ${why}`)).toEqual([
      "region not_allowed",
      "fax not_allowed",
      "sites.chosen[1] not_allowed",
      "sites.chosen[2] not_allowed",
      "sites.exceptions not_allowed",
      "appearance.colour not_allowed",
      "internal[1] not_allowed",
      "internal[2] not_allowed",
      "privacy not_allowed",
      "surprise unknown",
    ]);
  });

  test("survive being stored, put in a file and read again", () => {
    const settings = applied(MIXED);
    expect(nest(flatten(settings))).toEqual(settings);
    expect(applied(JSON.parse(JSON.stringify(toStored(flatten(settings)))))).toEqual(settings);
    expect(fromFile(toFile(settings))).toMatchObject({ kind: "read", faults: [] });
  });

  test("of version 1 held every field: what was the default then is no choice", () => {
    const old = { version: 1, ...DEFAULTS, click: "double", sites: { mode: "all", chosen: [], exceptions: ["bank.example"] } };
    expect(fromStored(old)).toEqual({ click: "double", "sites.exceptions": ["bank.example"] });
  });

  test("keep what a later version stored, while this one changes the rest", () => {
    const later = { version: 3, click: "off", sites: { mode: "none", shown: 4 }, hologram: { on: true } };
    expect(toStored({ click: "double" }, later)).toEqual({ version: 3, click: "double", sites: { shown: 4 }, hologram: { on: true } });
  });

  test.each([
    ["{", "no-json"],
    ["[]", "no-settings"],
    ["{}", "no-settings"],
    ['{"version": "1"}', "no-settings"],
    ['\uFEFF{"version": 2}', "read"],
  ])("a file with %j is %s", (text, kind) => {
    expect(fromFile(text).kind).toBe(kind);
  });

  test.each(["1\\d\\d", "^[23]\\d{3}$", "10[0-9]|2\\d{2}", "0"])("the pattern %s is an internal number's", (pattern) => {
    expect(isInternalPattern(pattern)).toBe(true);
  });

  test.each(["", ".*", "\\d+", "(1|2)*", "(?=1)", "\\w{3}", "1".repeat(61), "[", "\\d{2,}"])("the pattern %j is none", (pattern) => {
    expect(isInternalPattern(pattern)).toBe(false);
  });
});

describe("an organisation's policy", () => {
  const policy = decodePolicy({
    organisation: "Example Ltd",
    region: "GB",
    click: "double",
    sites: { mode: "chosen", chosen: ["crm.example"], exceptions: ["bank.example"] },
    locked: ["sites.mode", "click"],
  });

  test("applies until the person chooses otherwise, and for good where it is locked", () => {
    const settings = effective(policy, { region: "FR", click: "off", "sites.mode": "all", links: false });
    expect(settings).toMatchObject({ region: "FR", click: "double", links: false, sites: { mode: "chosen" } });
  });

  test("has the first word in lists, to which a person adds", () => {
    expect(effective(policy, { "sites.chosen": ["mine.example", "crm.example"] }).sites.chosen).toEqual(["crm.example", "mine.example"]);
  });

  test("leaves the person's own choices stored and out of force while they are locked", () => {
    const own = { click: "off", fax: true } as const;
    const before = effective(policy, own);
    const after = withChange(own, before, { ...before, click: "single", fax: false, links: false }, policy);
    expect(after).toEqual({ click: "off", links: false });
  });

  test("is not stored as a choice of the person, nor are its entries of a list", () => {
    const before = effective(policy, {});
    const after = { ...before, region: "DE", sites: { ...before.sites, chosen: [...before.sites.chosen, "mine.example"] } };
    const own = withChange({}, before, after, policy);
    expect(own).toEqual({ region: "DE", "sites.chosen": ["mine.example"] });
    expect(withChange(own, effective(policy, own), before, policy)).toEqual({});
    expect(onlyChoices(flatten(after), policy)).toEqual({ region: "DE", "sites.chosen": ["mine.example"] });
  });

  test.each([
    [{ locked: ["*"] }, PATHS],
    [{ locked: ["sites", "fax"] }, ["sites.mode", "sites.chosen", "sites.exceptions", "fax"]],
  ])("%j locks what it names", (from, locked) => {
    expect(decodePolicy(from).locked).toEqual(locked);
  });

  test("with bad values is used without them, and they are named", () => {
    const faults: string[] = [];
    const decoded = decodePolicy({ locked: ["sits", 4, "fax"], organisation: " ", region: "UKK", links: false, clik: "off" }, ({ path }) => faults.push(path));
    expect(faults).toEqual(["region", "clik", "organisation", "locked[0]", "locked[1]"]);
    expect(decoded).toEqual({ values: { links: false }, locked: ["fax"], organisation: null });
  });
});

describe("the schema of policies", () => {
  interface Schema {
    readonly type: string;
    readonly properties?: Readonly<Record<string, Schema>>;
    readonly items?: Schema;
    readonly enum?: readonly string[];
  }
  const schema = JSON.parse(readFileSync(new URL("../../extension/managed-schema.json", import.meta.url), "utf8")) as Schema;
  const settings = Object.entries(schema.properties ?? {}).filter(([name]) => !["organisation", "locked"].includes(name));
  const leaves = settings.flatMap(([name, each]) =>
    each.properties === undefined ? [[name, each] as const] : Object.entries(each.properties).map(([inner, leaf]) => [`${name}.${inner}`, leaf] as const),
  );

  test("describes every setting, and no other", () => {
    expect(leaves.map(([path]) => path).sort()).toEqual([...PATHS].sort());
  });

  test("lets exactly those be locked, alone, in groups or all at once", () => {
    const groups = settings.filter(([, each]) => each.properties !== undefined).map(([name]) => name);
    expect([...(schema.properties?.["locked"]?.items?.enum ?? [])].sort()).toEqual(["*", ...PATHS, ...groups].sort());
  });

  test.each(leaves)("and the decoder agree on the words of %s", (path, leaf) => {
    const nested = (value: unknown): unknown => toStored({ [path]: value });
    for (const word of leaf.enum ?? []) expect(faultsOf(nested(word))).toEqual([]);
    expect(faultsOf(nested({ none: "of these" }))).toHaveLength(1);
  });
});
