/** The first page after the installation: three steps that tick themselves off, and a number to try. */
import { useEffect, useState } from "preact/hooks";
import type { JSX } from "preact";
import { t } from "../shared/messages.ts";
import { mount } from "../shared/ui/mount.tsx";
import { useSteady } from "../shared/ui/steady.ts";
import { useSurface } from "../shared/ui/surface.ts";
import { CompanionStep, PbxStep } from "./companion-steps.tsx";
import { SitesStep } from "./sites-step.tsx";
import { TryIt } from "./try-it.tsx";
import { useWatching } from "./watching.ts";

function Welcome(): JSX.Element {
  const [state, wish] = useSurface();
  const [region, setRegion] = useState<string | null>(null);
  const companion = useSteady(state.companion);
  useEffect(() => {
    if (companion.kind === "ready") setRegion(companion.status?.region ?? null);
  }, [companion]);
  const refresh = (): void => wish({ kind: "refresh" });
  useWatching(companion.kind === "ready" && companion.status !== null, refresh);
  return (
    <div class="welcome">
      <header>
        <img src="../icons/128.png" alt="" width="56" height="56" />
        <div>
          <h1>{t("extension_name")}</h1>
          <p class="soft">{t("welcome_lead")}</p>
        </div>
      </header>
      <ol class="steps">
        <CompanionStep companion={companion} again={refresh} />
        <PbxStep companion={companion} again={refresh} />
        <SitesStep />
      </ol>
      <TryIt calls={state.calls} region={region} ready={companion.kind === "ready"} wish={wish} />
      <footer class="soft small-text">
        <p>{t("welcome_privacy")}</p>
        <p>
          <a href="../options/options.html">{t("welcome_all_options")}</a>
        </p>
      </footer>
    </div>
  );
}

mount(t("welcome_title"), <Welcome />);
