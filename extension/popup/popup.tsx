/** The popup: dial a number, call one of this page's, see how the call and the companion stand. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { JSX } from "preact";
import { readLastState } from "../shared/last-state.ts";
import { t } from "../shared/messages.ts";
import { once } from "../shared/once.ts";
import { loadSettings, watchSettings } from "../shared/settings-store.ts";
import type { Settings } from "../shared/settings.ts";
import type { CompanionView, SurfaceState } from "../shared/surface-messages.ts";
import type { CallView } from "../shared/page-messages.ts";
import { readTyped, type ReadNumber } from "../shared/reading.ts";
import { CallCard } from "../shared/ui/call-card.tsx";
import { CompanionLine } from "../shared/ui/companion-line.tsx";
import { GearIcon } from "../shared/ui/icons.tsx";
import { mount } from "../shared/ui/mount.tsx";
import { NOTHING_YET, useSurface } from "../shared/ui/surface.ts";
import { Trouble } from "../shared/ui/trouble.tsx";
import { DialField } from "./dial-field.tsx";
import { moveByArrow } from "./keyboard.ts";
import { callMatches, LastCalls, matches, NumbersOnPage } from "./lists.tsx";
import { NoteCard } from "./note-card.tsx";
import { OwnExtension } from "./own-extension.tsx";
import { pageNumbers, type PageNumbers } from "./page-numbers.ts";
import { settled } from "./settled.ts";
import { SiteSwitch } from "./site-switch.tsx";
import { usePreview } from "./use-preview.ts";

interface Props {
  readonly known: SurfaceState;
  readonly stored: Settings;
  readonly listing: Promise<PageNumbers>;
}

function useSettled(companion: CompanionView): CompanionView {
  const last = useRef(companion);
  last.current = settled(last.current, companion);
  return last.current;
}

/** Whoever pressed a button that is gone afterwards goes on in the field. */
function useFocusKept(): (event: FocusEvent) => void {
  const last = useRef<EventTarget | null>(null);
  useLayoutEffect(() => {
    if (document.activeElement === document.body && last.current instanceof HTMLElement && !last.current.isConnected) {
      document.getElementById("number")?.focus();
    }
  });
  return ({ target }) => {
    last.current = target;
  };
}

function Popup({ known, stored, listing }: Props): JSX.Element {
  const [state, wish, answer] = useSurface(known);
  const [text, setText] = useState("");
  const [settings, setSettings] = useState(stored);
  const [page, setPage] = useState<PageNumbers | null>(null);
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const isFirst = useRef(once());
  useEffect(() => {
    void listing.then(setPage);
    return watchSettings(setSettings);
  }, []);
  // For the benchmark: from here on everything that was asked for stands there.
  useEffect(() => {
    if (page !== null) performance.mark("callwith-content");
  }, [page]);

  const focused = useFocusKept();
  const companion = useSettled(state.companion);
  const region = settings.region ?? (companion.kind === "ready" ? (companion.status?.region ?? null) : null);
  const typed = readTyped(text, region);
  const preview = usePreview(typed.number, wish, answer);
  const numbers = (page?.numbers ?? []).filter((number) => matches(number, text));
  const calls = (state.recent ?? []).filter((call) => callMatches(call, text));
  const call = ({ written, extension, region: own }: ReadNumber, confirmed = false): void => {
    if (!isFirst.current(`${written}x${extension ?? ""} ${String(confirmed)}`)) return;
    wish({ kind: "dial", id: crypto.randomUUID(), written, extension, region: own ?? region, via: "popup", confirmed });
  };
  const dismiss = ({ id }: CallView): void => {
    setDismissed([...dismissed, id]);
    wish({ kind: "dismiss-call", id });
  };
  const again = (before: CallView, confirmed: boolean): void => {
    setDismissed([...dismissed, before.id]);
    wish({ kind: "dismiss-call", id: before.id });
    call(before, confirmed);
  };
  const current = state.calls.find(({ id }) => !dismissed.includes(id));

  return (
    <div class="popup" onKeyDown={moveByArrow} onFocusIn={focused}>
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
      <DialField text={text} typed={typed} preview={preview} matching={numbers.length + calls.length} changed={setText} call={call} />
      <div class="content">
        {state.note !== null && <NoteCard note={state.note} dismiss={() => wish({ kind: "dismiss-note" })} />}
        {current !== undefined && (
          <CallCard
            call={current}
            again={again}
            hangUp={({ id }) => wish({ kind: "hang-up", id })}
            dismiss={dismiss}
          />
        )}
        {companion.kind === "trouble" && <Trouble code={companion.code} again={() => wish({ kind: "refresh" })} />}
        <NumbersOnPage numbers={page === null ? undefined : page.numbers} shown={numbers} call={call} />
        {settings.privacy.history && <LastCalls calls={state.recent} shown={calls} call={call} />}
        {companion.kind === "ready" && companion.status !== null && companion.status.extension !== null && (
          <OwnExtension own={state.own} extension={companion.status.extension} wish={wish} />
        )}
      </div>
      <footer>
        {page !== null && page.url !== null && <SiteSwitch url={page.url} settings={settings} />}
        <CompanionLine companion={companion} />
      </footer>
    </div>
  );
}

async function show(): Promise<void> {
  const listing = pageNumbers();
  const [known, stored] = await Promise.all([readLastState(), loadSettings()]);
  mount("", <Popup known={known ?? NOTHING_YET} stored={stored} listing={listing} />);
}

void show();
