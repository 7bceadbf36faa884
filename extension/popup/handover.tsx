/**
 * A `tel:` address that the browser handed over, from another program or from a page. Anybody can make the browser open this with any
 * number, so opening it calls nobody: it shows the number and waits for a press of the button.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import type { JSX } from "preact";
import { loadCompanionRegion } from "../shared/companion-region.ts";
import { FAILURES } from "../shared/failures.ts";
import { isTelephoneLink } from "../shared/links.ts";
import { t } from "../shared/messages.ts";
import { once } from "../shared/once.ts";
import { previewWords } from "../shared/preview.ts";
import { readLink, readTyped, type ReadNumber } from "../shared/reading.ts";
import { loadSettings } from "../shared/settings-store.ts";
import { CallCard } from "../shared/ui/call-card.tsx";
import { HandsetIcon } from "../shared/ui/icons.tsx";
import { mount } from "../shared/ui/mount.tsx";
import { useSurface } from "../shared/ui/surface.ts";
import { Trouble } from "../shared/ui/trouble.tsx";
import { useArmed } from "./armed.ts";
import { usePreview } from "./use-preview.ts";

/** The address in full, as the browser puts it into ours. */
const address = (): string => new URLSearchParams(location.search).get("address")?.slice(0, MAX_ADDRESS) ?? "";
const MAX_ADDRESS = 1000;

interface Props {
  readonly number: ReadNumber | null;
  readonly region: string | null;
}

function Handover({ number, region }: Props): JSX.Element {
  const [state, wish, answer] = useSurface();
  const [mine, setMine] = useState<string | null>(null);
  const preview = usePreview(number, wish, answer);
  const armed = useArmed();
  const isFirst = useRef(once());
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const { companion } = state;
  const current = state.calls.find(({ id }) => id === mine);

  function call(wanted: ReadNumber, confirmed: boolean): void {
    if (!isFirst.current(`${wanted.written} ${String(confirmed)}`)) return;
    const id = crypto.randomUUID();
    setMine(id);
    const { written, extension } = wanted;
    wish({ kind: "dial", id, written, extension, region: wanted.region ?? region, via: "handover", confirmed });
  }

  if (number === null) {
    return (
      <section class="handover">
        <h1>{t("handover_no_number")}</h1>
        <p class="soft">{t(FAILURES.number_not_understood.remedy)}</p>
      </section>
    );
  }
  // What is wrong with the companion stands below, with its remedy.
  const words = preview === null || companion.kind === "trouble" ? null : previewWords(preview);
  const shown = preview?.formatted ?? number.written;
  return (
    <section class="handover">
      <h1 ref={title} tabIndex={-1}>
        {t("handover_title")}
      </h1>
      <p class="big number">{number.extension === null ? shown : `${shown} · ${t("number_extension", number.extension)}`}</p>
      <div class="about small-text">
        <p class="soft">{readTyped(number.written, region).preview ?? ""}</p>
        <p role="status">{words?.line ?? ""}</p>
      </div>
      <button type="button" class="button main" aria-disabled={!armed} onClick={(event) => event.isTrusted && armed && call(number, false)}>
        <HandsetIcon />
        {t("action_call")}
      </button>
      {current !== undefined && (
        <CallCard
          call={current}
          again={(before, confirmed) => armed && call(before, confirmed)}
          hangUp={({ id }) => wish({ kind: "hang-up", id })}
          dismiss={() => setMine(null)}
        />
      )}
      {companion.kind === "trouble" && <Trouble code={companion.code} again={() => wish({ kind: "refresh" })} />}
      <p class="small-text soft">{t("handover_detail")}</p>
    </section>
  );
}

async function show(): Promise<void> {
  const [settings, told] = await Promise.all([loadSettings(), loadCompanionRegion()]);
  const region = settings.region ?? told;
  const read = isTelephoneLink(address()) ? readLink(address(), region) : "number_not_understood";
  mount(t("handover_title"), <Handover number={typeof read === "string" ? null : read} region={region} />);
}

// Our policy forbids every frame around us already.
if (window.top === window) void show();
