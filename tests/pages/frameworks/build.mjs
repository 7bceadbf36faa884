/** Bundles one framework's page, as its makers' tools do it, from the packages in `tests/node_modules`. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { compile } from "svelte/compiler";

const here = fileURLToPath(new URL("./", import.meta.url));
const { build } = await import(new URL("../../../extension/node_modules/esbuild/lib/main.js", import.meta.url).href);

const svelte = {
  name: "svelte",
  setup(bundle) {
    bundle.onLoad({ filter: /\.svelte$/ }, ({ path }) => ({ contents: compile(readFileSync(path, "utf8"), { filename: path, generate: "client" }).js.code, loader: "js" }));
  },
};

/** @param {"react" | "vue" | "angular" | "svelte" | "lit"} name @returns {Promise<string>} a script */
export async function bundle(name) {
  const { outputFiles } = await build({
    entryPoints: [join(here, `${name}.mjs`)],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    conditions: ["browser", "development"],
    define: { "process.env.NODE_ENV": '"development"', __VUE_OPTIONS_API__: "true", __VUE_PROD_DEVTOOLS__: "false", __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "true" },
    plugins: [svelte],
    logLevel: "error",
  });
  return outputFiles[0].text.replaceAll("</script", "<\\/script");
}
