// Shows the simulator's state as it changes. Everything is set as text; nothing received becomes markup.

const NOW = {
  caller_ringing: (call, own) => (own ? `Ringing, to call ${call.to}` : ""),
  dialling: (call, own) => (own ? `Calling ${call.to}…` : `Ringing: ${call.from}`),
  connected: (call, own) => `Talking to ${own ? call.to : call.from}`,
  ended: () => "",
};
const STATES = { caller_ringing: "caller's phone rings", dialling: "destination rings", connected: "connected" };

const byId = (id) => document.getElementById(id);

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function button(label, path, className) {
  const made = element("button", className, label);
  made.type = "button";
  made.dataset.path = path;
  return made;
}

const time = (ms) => new Date(ms).toLocaleTimeString(undefined, { hour12: false }) + "." + String(Math.floor(ms % 1000)).padStart(3, "0");

function phone(number, extension, calls) {
  const call = calls.findLast((one) => one.state !== "ended"
    && (one.from === number || (one.to === number && one.state !== "caller_ringing")));
  const own = call?.from === number;
  const rings = call && (own ? call.state === "caller_ringing" : call.state === "dialling");
  const kind = rings ? "ringing" : call ? "talking" : extension.enabled ? "" : "off";
  const tags = element("div", "tags");
  if (!extension.enabled) tags.append(element("span", "tag bad", "disabled"));
  if (!extension.external_calls) tags.append(element("span", "tag bad", "no external calls"));
  if (extension.recording) tags.append(element("span", "tag rec", "recording on"));
  const what = element("div", "what");
  if (rings) what.append(button("Pick up", `calls/${call.id}/answer`, "pick-up"));
  if (call) what.append(button("Hang up", `calls/${call.id}/hangup`));
  return element("article", `phone ${kind}`,
    element("div", "line", element("strong", "", number), element("span", "quiet", extension.name)),
    element("div", call ? "now" : "now idle", call ? NOW[call.state](call, own) : "Idle"), tags, what);
}

function callLine(call) {
  const state = call.state === "ended" ? call.reason || "ended" : STATES[call.state];
  const line = element("li", "",
    element("span", "quiet", `#${call.id}`), element("strong", "", `${call.from} → ${call.to}`),
    element("span", `state ${call.state}`, state), element("span", "quiet", time(call.wall_ms)));
  return line;
}

function requestLine(entry) {
  const failed = entry.status === null || entry.status >= 400 || entry.outcome.startsWith("fault");
  return element("tr", "",
    element("td", "", entry.number), element("td", "", time(entry.wall_ms)),
    element("td", "request", `${entry.method} ${entry.target}`),
    element("td", failed ? "bad" : "", entry.status ?? "…"), element("td", "", entry.outcome));
}

function show(state) {
  byId("kind").textContent = state.kind;
  byId("requests").textContent = state.requests;
  byId("calls-count").textContent = state.calls.at(-1)?.id ?? 0;
  byId("faults").textContent = state.faults.join(", ") || "none";
  byId("more").textContent = state.more_extensions ? `and ${state.more_extensions} more extensions` : "";
  // A button that has the focus must not vanish under it on every request
  const focused = document.activeElement?.dataset?.path;
  byId("phones").replaceChildren(...Object.entries(state.extensions).map(([number, extension]) => phone(number, extension, state.calls)));
  byId("calls").replaceChildren(...state.calls.toReversed().map(callLine));
  byId("log").replaceChildren(...state.log.toReversed().map(requestLine));
  if (focused) document.querySelector(`[data-path="${focused}"]`)?.focus();
}

document.addEventListener("click", (event) => {
  const path = event.target.closest("button")?.dataset.path;
  if (path) fetch(`/_simulator/${path}`, { method: "POST" });
});
byId("reset").dataset.path = "reset";

const events = new EventSource("/_simulator/events");
events.onopen = () => { byId("link").textContent = "Live"; byId("link").className = "live"; };
events.onerror = () => { byId("link").textContent = "The simulator has stopped"; byId("link").className = ""; };
events.onmessage = (event) => show(JSON.parse(event.data));
