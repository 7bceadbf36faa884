/** The two lists of the popup: numbers on this page, and the last calls. Arrow keys move through both. */
import type { JSX } from "preact";
import { callOutcome } from "../shared/call-words.ts";
import { FAILURES } from "../shared/failures.ts";
import { language, plural, t } from "../shared/messages.ts";
import type { ListedNumber } from "../shared/page-messages.ts";
import type { RecentCall } from "../shared/protocol.ts";
import type { ReadNumber } from "../shared/reading.ts";
import { Row } from "./row.tsx";

type CallNumber = (number: ReadNumber) => void;

const withExtension = ({ written, extension }: ListedNumber): string =>
  extension === null || written.includes(extension) ? written : `${written} · ${t("number_extension", extension)}`;

export function matches(text: { readonly written: string; readonly label: string | null; readonly e164: string }, filter: string): boolean {
  const { written, label, e164 } = text;
  const wanted = filter.trim().toLowerCase();
  if (wanted === "") return true;
  if ((label ?? "").toLowerCase().includes(wanted) || written.includes(wanted)) return true;
  const digits = wanted.replace(/\D/gu, "");
  return digits !== "" && !/\p{L}/u.test(wanted) && (written.replace(/\D/gu, "").includes(digits) || e164.includes(digits));
}

export const callMatches = ({ written, dialled }: RecentCall, filter: string): boolean =>
  matches({ written, label: null, e164: dialled ?? "" }, filter);

interface NumbersProps {
  /** Null where the browser lets no extension look; undefined while the page has not answered. */
  readonly numbers: readonly ListedNumber[] | null | undefined;
  readonly shown: readonly ListedNumber[];
  readonly call: CallNumber;
}

export function NumbersOnPage({ numbers, shown, call }: NumbersProps): JSX.Element {
  return (
    <section aria-labelledby="on-page" data-numbers={numbers?.length}>
      <h2 id="on-page">{t("popup_on_this_page")}</h2>
      {numbers === null && <Empty what={t("notice_page_closed_to_us")} help={t("popup_page_closed_help")} />}
      {numbers?.length === 0 && <Empty what={t("popup_no_numbers")} help={t("popup_no_numbers_help")} />}
      {numbers?.length !== 0 && numbers?.length !== undefined && (
        <p class={shown.length === 0 ? "empty small-text soft" : "visually-hidden"} role="status">
          {shown.length === 0 ? t("popup_no_match") : plural("popup_count", shown.length)}
        </p>
      )}
      <ul class="list">
        {shown.map((number) => (
          <Row
            key={`${number.written}x${number.extension ?? ""}`}
            number={withExtension(number)}
            about={number.label}
            call={() => call({ written: number.written, extension: number.extension, region: number.region })}
          />
        ))}
      </ul>
    </section>
  );
}

const Empty = ({ what, help }: { what: string; help: string }): JSX.Element => (
  <div class="empty small-text soft">
    <p>{what}</p>
    <p>{help}</p>
  </div>
);

const HOURS_24 = 24 * 3600_000;

/** The latest by the clock, earlier ones by the day. */
export function when(at: string, now: number): string {
  const time = new Date(at);
  const recent = now - time.getTime() < HOURS_24;
  return new Intl.DateTimeFormat(language(), recent ? { timeStyle: "short" } : { day: "numeric", month: "short" }).format(time);
}

/** Where the settings say so, numbers are kept too short to be called: "+442…58". */
const isWhole = ({ written }: RecentCall): boolean => !written.includes("…");

function about(call: RecentCall): string {
  const outcome = callOutcome(call.state);
  const told = call.code === null ? outcome : `${outcome}: ${t(FAILURES[call.code].sentence)}`;
  return isWhole(call) ? told : `${told} · ${t("popup_shortened")}`;
}

interface CallsProps {
  /** Null while nothing is known of them. */
  readonly calls: readonly RecentCall[] | null;
  readonly shown: readonly RecentCall[];
  readonly call: CallNumber;
}

export function LastCalls({ calls, shown, call }: CallsProps): JSX.Element | null {
  if (calls === null || (calls.length > 0 && shown.length === 0)) return null;
  return (
    <section aria-labelledby="last-calls">
      <h2 id="last-calls">{t("popup_last_calls")}</h2>
      {calls.length === 0 && <p class="empty small-text soft">{t("popup_no_calls")}</p>}
      <ul class="list">
        {shown.map((each) => (
          <Row
            key={each.id}
            number={each.written}
            about={about(each)}
            beside={when(each.at, Date.now())}
            call={isWhole(each) ? () => call({ written: each.written, extension: null, region: null }) : undefined}
          />
        ))}
      </ul>
    </section>
  );
}
