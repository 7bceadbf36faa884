/**
 * Chromium lets no page lead to a page of an extension: a `tel:` link on a site we have no access to would end at its error page,
 * once the person has chosen us for such links. What the tab was sent to is opened there by ourselves; it calls nobody.
 */
const PAGE = "popup/handover.html";

export function openHandover(tabId: number, url: string | undefined): void {
  const wanted = chrome.runtime.getURL(PAGE);
  if (url === undefined || !(url === wanted || url.startsWith(`${wanted}?`))) return;
  void chrome.runtime.getContexts({ contextTypes: ["TAB"], tabIds: [tabId] }).then((shown) => {
    if (shown.length === 0) void chrome.tabs.update(tabId, { url });
  });
}
