/** Where a page shows a text. */

/** The middle of the first place in the page's main part that shows `text`, scrolled into view. @param {import("puppeteer-core").Page} page @param {string} text */
export function placeOf(page, text) {
  return page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector("main") ?? document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const start = walker.currentNode.data.indexOf(wanted);
      if (start < 0) continue;
      walker.currentNode.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
      const range = document.createRange();
      range.setStart(walker.currentNode, start);
      range.setEnd(walker.currentNode, start + wanted.length);
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    throw new Error(`${wanted} is not on the page`);
  }, text);
}
