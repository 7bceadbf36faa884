/** The pages as a server would send them, before they are hydrated. */
import { createElement } from "react";
import { renderToString as renderReact } from "react-dom/server";
import { createSSRApp } from "vue";
import { renderToString as renderVue } from "vue/server-renderer";
import { App as ReactApp } from "./react-app.mjs";
import { App as VueApp } from "./vue-app.mjs";

/** @param {unknown} first @returns {string} */
export const reactHtml = (first) => renderReact(createElement(ReactApp, { first }));
/** @param {unknown} first @returns {Promise<string>} */
export const vueHtml = (first) => renderVue(createSSRApp(VueApp, { first }));
