/** The few pictures of our pages, drawn for them; all are ornaments beside a text. */
import type { ComponentChildren, JSX } from "preact";

function Icon({ children }: { children: ComponentChildren }): JSX.Element {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

export const HandsetIcon = (): JSX.Element => (
  <Icon>
    <path
      d="M8.100 3.900 9.900 7.800c.3.8.2 1.500-.4 2l-1.400 1.200c1.100 2.200 2.700 3.900 4.900 5l1.200-1.400c.5-.6 1.200-.7 2-.4l3.900 1.800c.8.3 1.100 1.100.9 1.800-.3 1.400-1.500 2.400-3 2.300C10.950 19.350 4.650 13.050 4.050 6c-.1-1.500.9-2.700 2.250-3 .8-.2 1.500.1 1.800.9Z"
      fill="currentColor"
      stroke="none"
    />
  </Icon>
);

export const GearIcon = (): JSX.Element => (
  <Icon>
    <path d="M4 7h9M17 7h3M4 17h3M11 17h9" />
    <circle cx="15" cy="7" r="2" />
    <circle cx="9" cy="17" r="2" />
  </Icon>
);

export const CopyIcon = (): JSX.Element => (
  <Icon>
    <rect x="9" y="9" width="11" height="11" rx="2" />
    <path d="M5 15H4.500A1.500 1.500 0 0 1 3 13.500v-9A1.500 1.500 0 0 1 4.500 3h9A1.500 1.500 0 0 1 15 4.500V5" />
  </Icon>
);

export const TickIcon = (): JSX.Element => (
  <Icon>
    <path d="m5 12.500 4.500 4.500L19 7.500" />
  </Icon>
);

export const CrossIcon = (): JSX.Element => (
  <Icon>
    <path d="m6 6 12 12M18 6 6 18" />
  </Icon>
);

export const LockIcon = (): JSX.Element => (
  <Icon>
    <rect x="5" y="11" width="14" height="9" rx="2" />
    <path d="M8 11V8a4 4 0 0 1 8 0v3" />
  </Icon>
);

/** A tick, an exclamation mark, a cross, a dash: told apart by shape, not by colour alone. */
export const HealthIcon = ({ health }: { health: "ok" | "warn" | "fail" | "skip" }): JSX.Element => (
  <Icon>
    {health === "ok" && <path d="m5 12.500 4.500 4.500L19 7.500" />}
    {health === "warn" && <path d="M12 5v9M12 18.500v.010" />}
    {health === "fail" && <path d="m6 6 12 12M18 6 6 18" />}
    {health === "skip" && <path d="M6 12h12" />}
  </Icon>
);
