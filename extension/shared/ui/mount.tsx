/** Puts a page's content in place, in the right language and direction. */
import { render, type ComponentChildren } from "preact";
import { language, t } from "../messages.ts";

export function mount(title: string, content: ComponentChildren): void {
  const root = document.documentElement;
  root.lang = language();
  root.dir = chrome.i18n.getMessage("@@bidi_dir") === "rtl" ? "rtl" : "ltr";
  document.title = title === "" ? t("extension_name") : `${title} · ${t("extension_name")}`;
  const place = document.getElementById("content");
  if (place !== null) render(content, place);
}
