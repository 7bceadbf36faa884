/** The manifest of each browser, from one description. Every permission has its reason above it. */
import { readFileSync } from "node:fs";

const here = new URL("./", import.meta.url);
const readJson = (name) => JSON.parse(readFileSync(new URL(name, here), "utf8"));

/** Sites on which marking can be switched on. Web pages only: no files, no browser pages. */
const EVERY_SITE = ["*://*/*"];

const PERMISSIONS = [
  // To talk to the companion, which places the calls.
  "nativeMessaging",
  // "Call with 3CX" on right click. It works on every page without access to any site.
  "contextMenus",
  // To keep the settings.
  "storage",
  // To load the marking script into the sites the person chose, and into no others.
  "scripting",
  // To read the selection and show the call's state in the tab where the person has just asked for a call, until they leave it.
  "activeTab",
];

/** Nothing from the network, nothing inline, nobody may frame us. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Firefox does not look up the texts of a protocol handler. */
const NAME = "Call with 3CX";

const ICON_SIZES = [16, 24, 32, 48, 64, 128];
const TOOLBAR_SIZES = [16, 32];
const icons = Object.fromEntries(ICON_SIZES.map((size) => [size, `icons/${size}.png`]));

/**
 * @param {"chromium" | "firefox"} browser
 * @param {{ granted?: boolean, store?: boolean }} options `granted`: site access is given with the installation (tests and
 *   demo only); `store`: for upload, where the key is the store's own to add.
 * @returns {Record<string, unknown>}
 */
export function manifest(browser, { granted = false, store = false } = {}) {
  const { version } = readJson("package.json");
  const { key, gecko_id } = readJson("extension-key.json");
  const common = {
    manifest_version: 3,
    name: "__MSG_extension_name__",
    description: "__MSG_extension_description__",
    version,
    default_locale: "en",
    icons,
    permissions: PERMISSIONS,
    // Asked for by one click on the welcome page or in the options, and never at install.
    [granted ? "host_permissions" : "optional_host_permissions"]: EVERY_SITE,
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    action: { default_popup: "popup/popup.html", default_title: "__MSG_extension_name__", default_icon: icons },
    options_ui: { page: "options/options.html", open_in_tab: true },
    // "call 020 7946 0958" in the address bar.
    omnibox: { keyword: "call" },
    // For tel: addresses, also those of other programs. Opening it calls nobody: it shows the number and a button.
    protocol_handlers: [{ protocol: "tel", name: NAME, uriTemplate: "/popup/handover.html?address=%s" }],
    commands: {
      _execute_action: { suggested_key: { default: "Alt+Shift+D" } },
      "call-selection": { suggested_key: { default: "Alt+Shift+C" }, description: "__MSG_command_call_selection__" },
    },
  };
  if (browser === "chromium") {
    return {
      ...common,
      // Pins the extension's id, which the companion knows its callers by. A store refuses it in what is uploaded.
      ...(store ? {} : { key }),
      // caretPositionFromPoint, which finds the number under the pointer.
      minimum_chrome_version: "128",
      background: { service_worker: "background/main.js" },
      // What an organisation may set by policy. Firefox needs no schema.
      storage: { managed_schema: "managed-schema.json" },
    };
  }
  return {
    ...common,
    // Chromium's toolbar does not say whether it is dark: there the tile stands, which reads on both.
    action: { ...common.action, theme_icons: TOOLBAR_SIZES.map((size) => ({ size, light: `icons/toolbar-light-${size}.png`, dark: `icons/toolbar-dark-${size}.png` })) },
    background: { scripts: ["background/main.js"] },
    browser_specific_settings: {
      gecko: {
        id: gecko_id,
        // The CSS Custom Highlight API.
        strict_min_version: "140.0",
        // Nothing leaves the machine but the number, to the person's own PBX, by the companion.
        data_collection_permissions: { required: ["none"] },
      },
      // Not for Android, which has no native messaging: the first version that knows the key above, and no other.
      gecko_android: { strict_min_version: "142.0", strict_max_version: "142.0" },
    },
  };
}
