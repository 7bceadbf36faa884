import { createElement as h } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { App } from "./react-app.mjs";

const app = h(App, { first: window.first, ready: (handle) => (window.app = handle) });
const root = document.getElementById("root");
if (root.firstElementChild === null) createRoot(root).render(app);
else window.hydrate = () => void hydrateRoot(root, app, { onRecoverableError: (error) => window.errors.push(String(error)) });
