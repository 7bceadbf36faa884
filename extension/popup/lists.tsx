/** The two lists of the popup: numbers on this page, and the last calls. Arrow keys move through both. */
import type { JSX } from "preact";
import { callOutcome } from "../shared/call-words.ts";
import { FAILURES } from "../shared/failures.ts";
import { language, plural, t } from "../shared/messages.ts";
import type { ListedNumber } from "../shared/page-messages.ts";
import type { RecentCall } from "../shared/protocol.ts";
import type { ReadNumber } from "../shared/reading.ts";
import { HandsetIcon } from "../shared/ui/icons.tsx";

type CallNumber = (number: ReadNumber) => void;

interface RowProps {
  readonly main: string;
  readonly beside: string | null;
  /** What does not fit beside it. */
  readonly more?: string;
  readonly call: () => void;
}

function Row({ main, beside, more, call }: RowProps): JSX.Element {
  return (
    <li>
      <button type="button" class="list-row" data-row title={more} onClick={(event) => event.isTrusted && call()}>
        <HandsetIcon />
        <span class="visually-hidden">{t("action_call")}</span>
        <span class="number">{main}</span>
        {beside !== null && <span class="beside small-text soft">{beside}</span>}
      </button>
    </li>
  );
}

const withExtension = ({ written, extension }: ListedNumber): string =>
  extension === null || written.includes(extension) ? written : `${written} · ${t("number_extension", extension)}`;

export function matches({ written, label, e164 }: ListedNumber, filter: string): boolean {
  const wanted = filter.trim().toLowerCase();
  if (wanted === "") return true;
  if ((label ?? "").toLowerCase().includes(wanted) || written.includes(wanted)) return true;
  const digits = wanted.replace(/\D/gu, "");
  return digits !== "" && !/\p{L}/u.test(wanted) && (written.replace(/\D/gu, "").includes(digits) || e164.includes(digits));
}

interface NumbersProps {
  /** Null where the browser lets no extension look. */
  readonly numbers: readonly ListedNumber[] | null;
  readonly filter: string;
  readonly call: CallNumber;
}

export function NumbersOnPage({ numbers, filter, call }: NumbersProps): JSX.Element {
  const shown = (numbers ?? []).filter((number) => matches(number, filter));
  return (
    <section aria-labelledby="on-page">
      <h2 id="on-page">{t("popup_on_this_page")}</h2>
      {numbers === null && <p class="small-text soft">{t("notice_page_closed_to_us")}</p>}
      {numbers?.length === 0 && <p class="small-text soft">{t("popup_no_numbers")}</p>}
      {numbers !== null && numbers.length > 0 && (
        <p class="visually-hidden" role="status">
          {plural("popup_count", shown.length)}
        </p>
      )}
      <ul class="list">
        {shown.map((number) => (
          <Row
            key={`${number.written}x${number.extension ?? ""}`}
            main={withExtension(number)}
            beside={number.label}
            call={() => call({ written: number.written, extension: number.extension, region: number.region })}
          />
        ))}
      </ul>
    </section>
  );
}

const HOURS_24 = 24 * 3600_000;

/** The latest by the clock, earlier ones by the day. */
export function when(at: string, now: number): string {
  const time = new Date(at);
  const recent = now - time.getTime() < HOURS_24;
  return new Intl.DateTimeFormat(language(), recent ? { timeStyle: "short" } : { day: "numeric", month: "short" }).format(time);
}

export function LastCalls({ calls, call }: { calls: readonly RecentCall[]; call: CallNumber }): JSX.Element | null {
  if (calls.length === 0) return null;
  return (
    <section aria-labelledby="last-calls">
      <h2 id="last-calls">{t("popup_last_calls")}</h2>
      <ul class="list">
        {calls.map(({ id, at, written, state, code }) => (
          <Row
            key={id}
            main={written}
            beside={`${callOutcome(state)} · ${when(at, Date.now())}`}
            {...(code === null ? {} : { more: t(FAILURES[code].sentence) })}
            call={() => call({ written, extension: null, region: null })}
          />
        ))}
      </ul>
    </section>
  );
}
