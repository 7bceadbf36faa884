/** `tel:` addresses of other programs, and of pages we have no access to: who opens them is the browser's to say. */
import type { JSX } from "preact";
import { t } from "../shared/messages.ts";

/** The browser asks the person; what they answered, it does not tell. */
const register = (): void => navigator.registerProtocolHandler("tel", chrome.runtime.getURL("popup/handover.html?address=%s"));

export const TelLinks = (): JSX.Element => (
  <>
    <h3>{t("options_handover")}</h3>
    <p class="soft">{t("options_handover_detail")}</p>
    {BROWSER === "chromium" ? (
      <button type="button" class="button" onClick={register}>
        {t("options_handover_register")}
      </button>
    ) : (
      <p class="small-text soft">{t("options_handover_firefox")}</p>
    )}
  </>
);
