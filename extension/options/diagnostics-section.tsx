/** For whoever looks for a fault: the doctor, why numbers of a page are not marked, and a log. */
import type { JSX } from "preact";
import { t } from "../shared/messages.ts";
import { Section } from "../shared/ui/fields.tsx";
import { DebugLog } from "./debug-log.tsx";
import { Doctor } from "./doctor.tsx";
import { Refusals } from "./refusals.tsx";
import type { SectionProps } from "./options.tsx";

export const DiagnosticsSection = ({ view, change }: SectionProps): JSX.Element => (
  <Section id="diagnostics" title={t("options_diagnostics")}>
    <Doctor />
    <Refusals />
    <DebugLog view={view} change={change} />
  </Section>
);
