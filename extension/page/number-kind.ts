/** What a number is, in a line: its country, what kind of number, its extension. */
import { language, t, type MessageKey } from "../shared/messages.ts";
import type { FoundNumber } from "./detector/index.ts";

const TYPES: Readonly<Record<string, MessageKey>> = {
  fixed: "type_fixed",
  mobile: "type_mobile",
  toll_free: "type_toll_free",
  premium: "type_premium",
  shared_cost: "type_shared_cost",
  voip: "type_voip",
  personal: "type_personal",
  pager: "type_pager",
  uan: "type_uan",
  voicemail: "type_voicemail",
  internal: "type_internal",
};

/** Of numbers outside any country, such as +800, only the kind is known. */
const COUNTRY = /^[A-Z]{2}$/u;

let names: Intl.DisplayNames | null = null;

function countryOf(region: string): string {
  names ??= new Intl.DisplayNames([language()], { type: "region" });
  return names.of(region) ?? region;
}

export function kindOf({ region, type, extension }: Pick<FoundNumber, "region" | "type" | "extension">): string {
  const country = region !== null && COUNTRY.test(region) ? countryOf(region) : null;
  const kind = type === null ? undefined : TYPES[type];
  const parts = [country, kind === undefined ? null : t(kind), extension === null ? null : t("number_extension", extension)];
  return parts.filter((part) => part !== null).join(" · ");
}
