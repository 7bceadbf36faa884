import { createApp, createSSRApp } from "vue";
import { App } from "./vue-app.mjs";

const root = document.getElementById("root");
const make = root.firstElementChild === null ? createApp : createSSRApp;
const app = make(App, { first: window.first });
app.config.errorHandler = (error) => window.errors.push(String(error));
app.config.warnHandler = (warning) => window.errors.push(String(warning));
if (root.firstElementChild === null) app.mount(root);
else window.hydrate = () => void app.mount(root);
