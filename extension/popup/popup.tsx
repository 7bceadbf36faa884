/** The popup: dial a number, call one of this page's, see how the call and the companion stand. */
import { useEffect, useState } from "preact/hooks";
import type { JSX } from "preact";
import { t } from "../shared/messages.ts";
import { loadSettings, watchSettings } from "../shared/settings-store.ts";
import { DEFAULTS, type Settings } from "../shared/settings.ts";
import type { CallView } from "../shared/page-messages.ts";
import type { ReadNumber } from "../shared/reading.ts";
import { CallCard } from "../shared/ui/call-card.tsx";
import { CompanionLine } from "../shared/ui/companion-line.tsx";
import { CrossIcon, GearIcon } from "../shared/ui/icons.tsx";
import { mount } from "../shared/ui/mount.tsx";
import { useSurface } from "../shared/ui/surface.ts";
import { Trouble } from "../shared/ui/trouble.tsx";
import { DialField } from "./dial-field.tsx";
import { moveByArrow } from "./keyboard.ts";
import { LastCalls, NumbersOnPage } from "./lists.tsx";
import { OwnExtension } from "./own-extension.tsx";
import { pageNumbers, type PageNumbers } from "./page-numbers.ts";
import { SiteSwitch } from "./site-switch.tsx";

function Popup(): JSX.Element {
  const [state, wish] = useSurface();
  const [text, setText] = useState("");
  const [settings, setSettings] = useState<Settings>(DEFAULTS);
  const [page, setPage] = useState<PageNumbers>({ url: null, numbers: [] });
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  useEffect(() => {
    void loadSettings().then(setSettings);
    void pageNumbers().then(setPage);
    return watchSettings(setSettings);
  }, []);

  const { companion, note } = state;
  const region = settings.region ?? (companion.kind === "ready" ? (companion.status?.region ?? null) : null);
  const call = ({ written, extension, region: own }: ReadNumber, confirmed = false): void =>
    wish({ kind: "dial", id: crypto.randomUUID(), written, extension, region: own ?? region, confirmed });
  const again = (before: CallView, confirmed: boolean): void => {
    setDismissed([...dismissed, before.id]);
    call(before, confirmed);
  };
  const current = state.calls.find(({ id }) => !dismissed.includes(id));

  return (
    <div class="popup" onKeyDown={moveByArrow}>
      <header>
        <h1>{t("extension_name")}</h1>
        <button
          type="button"
          class="icon-button"
          aria-label={t("popup_options")}
          title={t("popup_options")}
          onClick={() => void chrome.runtime.openOptionsPage()}
        >
          <GearIcon />
        </button>
      </header>
      <DialField text={text} region={region} changed={setText} call={call} />
      {note !== null && (
        <section class="card doubt" role="alert">
          <div class="note-row">
            <p class="card-title">{note.text}</p>
            <button
              type="button"
              class="icon-button"
              aria-label={t("action_close")}
              onClick={() => wish({ kind: "dismiss-note" })}
            >
              <CrossIcon />
            </button>
          </div>
          {note.remedy !== null && <p>{note.remedy}</p>}
        </section>
      )}
      {current !== undefined && (
        <CallCard
          call={current}
          again={again}
          hangUp={({ id }) => wish({ kind: "hang-up", id })}
          dismiss={({ id }) => setDismissed([...dismissed, id])}
        />
      )}
      {companion.kind === "trouble" && <Trouble code={companion.code} again={() => wish({ kind: "refresh" })} />}
      <NumbersOnPage numbers={page.numbers} filter={text} call={call} />
      <LastCalls calls={state.recent ?? []} call={call} />
      {companion.kind === "ready" && companion.status !== null && companion.status.extension !== null && (
        <OwnExtension own={state.own} extension={companion.status.extension} wish={wish} />
      )}
      <footer>
        {page.url !== null && <SiteSwitch url={page.url} settings={settings} />}
        <CompanionLine companion={companion} />
      </footer>
    </div>
  );
}

mount("", <Popup />);
