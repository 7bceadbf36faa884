import { describe, expect, test } from "vitest";
import { manifest } from "../../extension/manifest.mjs";

describe.each(["chromium", "firefox"] as const)("the manifest for %s", (browser) => {
  test("differs between the two builds in nothing but site access", () => {
    const { optional_host_permissions: optional, ...plain } = manifest(browser);
    const { host_permissions: granted, ...test } = manifest(browser, { granted: true });
    expect(test).toEqual(plain);
    expect(granted).toEqual(optional);
    expect(plain).not.toHaveProperty("host_permissions");
  });

  test("asks at install for no site and for no more than this", () => {
    expect(manifest(browser)["permissions"]).toEqual(["nativeMessaging", "contextMenus", "storage", "scripting", "activeTab"]);
    expect(manifest(browser)).not.toHaveProperty("content_scripts");
  });

  test("lets no page reach into it and loads nothing from elsewhere", () => {
    const made = manifest(browser);
    expect(made).not.toHaveProperty("web_accessible_resources");
    expect(made).not.toHaveProperty("externally_connectable");
    const policy = JSON.stringify(made["content_security_policy"]);
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).not.toMatch(/unsafe|https?:|\*/u);
  });
});

test("each browser gets its own identity and its own kind of background", () => {
  const chromium = manifest("chromium");
  const firefox = manifest("firefox");
  expect(chromium).toHaveProperty("key");
  expect(chromium).toHaveProperty("minimum_chrome_version", "128");
  expect(chromium["background"]).toEqual({ service_worker: "background/main.js" });
  expect(chromium["storage"]).toEqual({ managed_schema: "managed-schema.json" });
  expect(firefox).not.toHaveProperty("storage");
  expect(firefox).not.toHaveProperty("key");
  expect(firefox["background"]).toEqual({ scripts: ["background/main.js"] });
  expect(firefox).toHaveProperty("browser_specific_settings.gecko.id", "call-with-3cx@callwith.org");
  expect(firefox).toHaveProperty("browser_specific_settings.gecko.strict_min_version", "140.0");
  expect(firefox).toHaveProperty("browser_specific_settings.gecko.data_collection_permissions", { required: ["none"] });
});
