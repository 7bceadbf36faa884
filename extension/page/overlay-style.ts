/** How button, toast and panel look, by the same tokens as our own pages. `!important` on the host: there it wins over every rule of the page. */
import tokens from "../shared/tokens.css";

/** The first rule of the file: nothing but custom properties and the colour scheme. */
const TOKENS = /\{([^}]*)\}/u.exec(tokens)?.[1] ?? "";

export const OVERLAY_STYLE = `
:host{all:initial!important;display:block!important;position:fixed!important;inset:auto!important;left:0!important;top:0!important;
  width:max-content!important;height:auto!important;margin:0!important;padding:0!important;border:0!important;overflow:visible!important;
  background:none!important;color-scheme:light dark!important;z-index:2147483647!important;pointer-events:none!important;
  user-select:none!important;-webkit-user-select:none!important}
*{box-sizing:border-box}
.part{${TOKENS}
  --shadow:0 1px 2px light-dark(rgb(16 24 40/.12),rgb(0 0 0/.5)),0 6px 20px light-dark(rgb(16 24 40/.16),rgb(0 0 0/.5));
  pointer-events:auto;font:500 var(--text)/1.4 var(--font);color:var(--ink);background:var(--paper);border:1px solid var(--line);
  box-shadow:var(--shadow);text-align:start;cursor:default;user-select:none;-webkit-user-select:none}
.part[data-theme=light]{color-scheme:light}
.part[data-theme=dark]{color-scheme:dark}
button{font:inherit;color:inherit;margin:0;cursor:pointer;touch-action:manipulation}
button:focus{outline:none}
button:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
svg{flex:none;display:block;fill:currentColor}

.dial{display:flex;align-items:center;gap:var(--space-2);width:max-content;max-width:min(340px,calc(100vw - 16px));min-height:34px;
  padding:6px 14px 6px 12px;padding-inline:12px 14px;border-radius:var(--round);cursor:pointer}
.dial>svg{color:var(--accent)}
.lines{display:grid;min-width:0;line-height:1.3}
.lines>*{overflow-wrap:anywhere}
.lines>:empty{display:none}
.dial .words{font-weight:600;font-variant-numeric:tabular-nums;direction:ltr;unicode-bidi:isolate;text-align:start}
.dial small{font-size:var(--text-small);color:var(--ink-soft);font-variant-numeric:tabular-nums}
.dial[data-comes=asks] .comes{color:var(--doubt)}
.dial[data-comes=no] .comes{color:var(--bad)}
.dial:hover{background:var(--accent-sheet);border-color:var(--accent)}
.dial:active{transform:translateY(1px)}

.toast{position:fixed;inset-block-end:20px;inset-inline-end:20px;width:min(380px,calc(100vw - 24px));max-height:calc(100vh - 24px);overflow:auto;
  border-radius:12px;padding:14px 16px;display:grid;grid-template-columns:auto 1fr auto;gap:2px var(--space-3);align-items:start;
  animation:rise .18s ease-out}
@media (max-width:440px){.toast{inset-inline:12px;inset-block-end:12px;width:auto}}
@keyframes rise{from{transform:translateY(8px)}}
.sign{width:28px;height:28px;border-radius:50%;display:grid;place-items:center;color:var(--paper);background:var(--ink-soft);margin-block-start:-2px}
.toast[data-tone=good] .sign,.toast[data-tone=progress] .sign{background:var(--accent)}
.toast[data-tone=bad] .sign{background:var(--bad)}
.toast[data-tone=doubt] .sign{background:var(--doubt)}
.toast[data-tone=progress] .sign{animation:pulse 1.2s ease-in-out infinite alternate}
@keyframes pulse{to{opacity:.55}}
.words{min-width:0;overflow-wrap:anywhere}
.toast>.words{grid-column:2/-1}
.toast>.words>.title{padding-inline-end:var(--space-5)}
p{margin:0}
.title{font-weight:650;padding-block:2px}
.detail,.remedy{margin-block-start:2px}
.remedy{color:var(--ink-soft)}
.command{display:flex;flex-wrap:wrap;gap:6px;align-items:stretch;margin-block-start:var(--space-2)}
code{font:12.5px/1.5 var(--mono);background:var(--sheet);border-radius:var(--round-small);padding:4px 8px;min-width:0;overflow-wrap:anywhere;
  flex:1 1 160px;direction:ltr;text-align:left;user-select:text;-webkit-user-select:text}
.actions{grid-column:2/-1;display:flex;flex-wrap:wrap;gap:var(--space-2);margin-block-start:10px}
.action{min-height:32px;padding:4px 14px;border-radius:var(--round);border:1px solid var(--control);background:none;font-weight:600;max-width:100%;overflow-wrap:anywhere}
.action:hover{border-color:var(--accent);background:var(--accent-sheet)}
.action.hang-up{border-color:var(--bad);color:var(--bad)}
.action.hang-up:hover{background:var(--bad-sheet)}
.elapsed{grid-column:2/-1;color:var(--ink-soft);font-variant-numeric:tabular-nums}
.action.first{background:var(--accent);border-color:var(--accent);color:var(--on-accent)}
.action.first:hover{background:var(--accent-strong);border-color:var(--accent-strong)}
.action.small{min-height:0;padding:2px 10px;font-size:var(--text-small)}
.close{border:0;background:none;width:28px;height:28px;padding:0;border-radius:var(--round-small);display:grid;place-items:center;color:var(--ink-soft);position:absolute;inset-block-start:12px;inset-inline-end:12px}
.close:hover{background:var(--sheet);color:var(--ink)}

.panel{position:fixed;inset-block-end:20px;inset-inline-end:20px;width:min(440px,calc(100vw - 24px));max-height:min(560px,calc(100vh - 24px));overflow:auto;
  border-radius:12px;padding:14px 16px;animation:rise .18s ease-out;overflow-wrap:anywhere}
@media (max-width:480px){.panel{inset-inline:12px;inset-block-end:12px;width:auto}}
.panel h2{margin:0;font-size:var(--text);padding-inline-end:var(--space-5)}
.panel blockquote{margin:var(--space-2) 0 0;padding:6px 10px;background:var(--sheet);border-radius:var(--round-small);font-size:var(--text-small);
  max-height:5.6em;overflow:auto;unicode-bidi:plaintext;user-select:text;-webkit-user-select:text}
.verdicts{list-style:none;margin:var(--space-3) 0 0;padding:0;display:grid;gap:10px}
.verdicts li{display:grid;grid-template-columns:auto 1fr;gap:0 10px}
.verdicts .sign{width:20px;height:20px;margin-block-start:2px}
li[data-tone=good] .sign{background:var(--accent)}
.verdicts .title{padding:0}
.called{font-weight:500;color:var(--ink-soft)}
.panel .remedy,.rules{font-size:var(--text-small);color:var(--ink-soft)}
.rules{margin-block-start:var(--space-3);padding-block-start:var(--space-2);border-block-start:1px solid var(--line);display:grid;gap:2px}
@media (forced-colors:active){.part{border-color:ButtonBorder}.dial>svg{color:ButtonText}
  .sign{forced-color-adjust:none;background:CanvasText!important;color:Canvas}
  .action,.close{border:1px solid ButtonBorder}.dial:hover,.action:hover,.close:hover{border-color:Highlight}}
@media (prefers-reduced-motion:reduce){*{animation:none!important;transition:none!important}.dial:active{transform:none}}
@media print{:host{display:none!important}}
`;
