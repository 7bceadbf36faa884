/** "Why was this not marked?": a page that is open is asked what it refused, and why. */
import { useEffect, useState } from "preact/hooks";
import type { JSX } from "preact";
import { decodeExplained, type Explained } from "../shared/explained.ts";
import { regionWords, siteWords, verdictWords } from "../shared/explained-words.ts";
import { t } from "../shared/messages.ts";
import type { ToPage } from "../shared/page-messages.ts";
import { ENGINE } from "../shared/page-scripts.ts";

interface OpenPage {
  readonly id: number;
  readonly title: string;
}

/** Addresses are told to us only for sites we have access to. */
async function openPages(): Promise<readonly OpenPage[]> {
  const tabs = await chrome.tabs.query({ url: ["http://*/*", "https://*/*"] });
  return tabs.flatMap(({ id, title, url }) => (id === undefined || url === undefined ? [] : [{ id, title: title === "" || title === undefined ? url : title }]));
}

async function explain(tabId: number): Promise<Explained | null> {
  const question: ToPage = { kind: "explain-page" };
  try {
    await chrome.scripting.executeScript({ target: { tabId }, files: ENGINE });
    return decodeExplained(await chrome.tabs.sendMessage(tabId, question, { frameId: 0 }));
  } catch {
    return null;
  }
}

function Told({ explained }: { explained: Explained }): JSX.Element {
  const refused = explained.verdicts.filter(({ marked }) => !marked);
  return (
    <>
      <p class="small-text soft">
        {siteWords(explained.site)} {regionWords(explained)}
      </p>
      {refused.length === 0 ? (
        <p>{t("refusals_none")}</p>
      ) : (
        <ul class="refusals">
          {refused.map((verdict, index) => (
            <li key={index}>
              <bdi class="refused">{verdict.written}</bdi>
              <span class="small-text soft">{verdictWords(verdict)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

export function Refusals(): JSX.Element {
  const [pages, setPages] = useState<readonly OpenPage[]>([]);
  const [chosen, setChosen] = useState<number | null>(null);
  const [explained, setExplained] = useState<Explained | null | "asking" | "unasked">("unasked");
  useEffect(() => {
    const read = (): void => void openPages().then(setPages);
    read();
    // Pages come and go while this one is in the background.
    document.addEventListener("visibilitychange", read);
    return () => document.removeEventListener("visibilitychange", read);
  }, []);
  const tabId = chosen ?? pages[0]?.id ?? null;
  const look = (): void => {
    if (tabId === null) return;
    setExplained("asking");
    void explain(tabId).then(setExplained);
  };
  return (
    <div class="editable">
      <label for="page">{t("refusals_title")}</label>
      <p class="small-text soft">{pages.length === 0 ? t("refusals_no_page") : t("refusals_detail")}</p>
      {pages.length > 0 && (
        <div class="add-row">
          <select id="page" class="field" value={String(tabId)} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
            {pages.map(({ id, title }) => (
              <option key={id} value={String(id)}>
                {title}
              </option>
            ))}
          </select>
          <button type="button" class="button" disabled={explained === "asking"} onClick={look}>
            {t("refusals_look")}
          </button>
        </div>
      )}
      <div role="status">
        {explained === null && <p>{t("notice_page_closed_to_us")}</p>}
        {explained !== null && typeof explained === "object" && <Told explained={explained} />}
      </div>
    </div>
  );
}
