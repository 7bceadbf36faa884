/** How button and toast look. `!important` on the host: there it wins over every rule of the page. */

const LIGHT =
  "--surface:#fff;--text:#1a2230;--quiet:#566176;--edge:#d4dae3;--accent:#0a6b46;--on-accent:#fff;--good:#0a6b46;--bad:#b3261e;--doubt:#8a5a00;--code:#f1f4f8;" +
  "--shadow:0 1px 2px rgb(16 24 40/.12),0 6px 20px rgb(16 24 40/.16)";
const DARK =
  "--surface:#1f2530;--text:#f0f3f8;--quiet:#b3bccb;--edge:#434d5e;--accent:#57d19b;--on-accent:#06281a;--good:#57d19b;--bad:#ff9a91;--doubt:#f2c063;--code:#11161f;" +
  "--shadow:0 1px 2px rgb(0 0 0/.5),0 8px 24px rgb(0 0 0/.5)";

export const OVERLAY_STYLE = `
:host{all:initial!important;display:block!important;position:fixed!important;inset:auto!important;left:0!important;top:0!important;
  width:max-content!important;height:auto!important;margin:0!important;padding:0!important;border:0!important;overflow:visible!important;
  background:none!important;color-scheme:light dark!important;z-index:2147483647!important;pointer-events:none!important;
  user-select:none!important;-webkit-user-select:none!important}
*{box-sizing:border-box}
.part{${LIGHT};pointer-events:auto;font:500 14px/1.4 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--text);
  background:var(--surface);border:1px solid var(--edge);box-shadow:var(--shadow);text-align:start;cursor:default;
  user-select:none;-webkit-user-select:none}
@media (prefers-color-scheme:dark){.part[data-theme=auto]{${DARK}}}
.part[data-theme=dark]{${DARK}}
button{font:inherit;color:inherit;margin:0;cursor:pointer;touch-action:manipulation}
button:focus{outline:none}
button:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
svg{flex:none;display:block;fill:currentColor}

.dial{display:flex;align-items:center;gap:8px;max-width:min(340px,calc(100vw - 16px));min-height:34px;padding:5px 12px 5px 10px;border-radius:9px;
  font-weight:600;font-variant-numeric:tabular-nums;white-space:nowrap;cursor:pointer}
.dial svg{color:var(--accent)}
.dial span{overflow:hidden;text-overflow:ellipsis;unicode-bidi:isolate}
.dial small{font:inherit;font-weight:500;color:var(--quiet)}
.dial:hover{background:var(--accent);color:var(--on-accent);border-color:var(--accent)}
.dial:hover svg,.dial:hover small{color:inherit}
.dial:active{transform:translateY(1px)}

.toast{position:fixed;inset-block-end:20px;inset-inline-end:20px;width:min(380px,calc(100vw - 24px));max-height:calc(100vh - 24px);overflow:auto;
  border-radius:12px;padding:14px 14px 14px 16px;display:grid;grid-template-columns:auto 1fr auto;gap:2px 12px;align-items:start;
  animation:rise .18s ease-out}
@media (max-width:440px){.toast{inset-inline:12px;inset-block-end:12px;width:auto}}
@keyframes rise{from{transform:translateY(8px)}}
.sign{width:28px;height:28px;border-radius:50%;display:grid;place-items:center;color:var(--surface);background:var(--quiet);margin-block-start:-2px}
.toast[data-tone=good] .sign,.toast[data-tone=progress] .sign{background:var(--good)}
.toast[data-tone=bad] .sign{background:var(--bad)}
.toast[data-tone=doubt] .sign{background:var(--doubt)}
.toast[data-tone=progress] .sign{animation:pulse 1.2s ease-in-out infinite alternate}
@keyframes pulse{to{opacity:.55}}
.words{min-width:0;overflow-wrap:anywhere}
.words p{margin:0}
.title{font-weight:650;padding-block:2px}
.detail{margin-block-start:2px!important}
.remedy{color:var(--quiet);margin-block-start:2px!important}
.command{display:flex;gap:6px;align-items:stretch;margin-block-start:8px}
code{font:12.5px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--code);border-radius:6px;padding:4px 8px;min-width:0;overflow-wrap:anywhere;
  flex:1;direction:ltr;text-align:left;user-select:text;-webkit-user-select:text}
.actions{grid-column:2/-1;display:flex;flex-wrap:wrap;gap:8px;margin-block-start:10px}
.action{min-height:32px;padding:4px 14px;border-radius:8px;border:1px solid var(--edge);background:none;font-weight:600}
.action.hang-up{border-color:var(--bad);color:var(--bad)}
.elapsed{grid-column:2/-1;color:var(--quiet);font-variant-numeric:tabular-nums}
.action:hover{border-color:var(--accent)}
.action.first{background:var(--accent);border-color:var(--accent);color:var(--on-accent)}
.action.small{min-height:0;padding:2px 10px;font-size:12.5px}
.close{border:0;background:none;width:28px;height:28px;padding:0;border-radius:7px;display:grid;place-items:center;color:var(--quiet);margin-block-start:-2px}
.close:hover{background:var(--code);color:var(--text)}
@media (forced-colors:active){.part{border-color:ButtonBorder}.sign{forced-color-adjust:none;background:CanvasText!important;color:Canvas}.dial svg{color:ButtonText}}
@media (prefers-reduced-motion:reduce){*{animation:none!important;transition:none!important}.dial:active{transform:none}}
@media print{:host{display:none!important}}
`;
