/** The demo's picture: the CRM with button and toast, and beside it the phone that rings. */
import { writeFileSync } from "node:fs";

const PHONES = { width: 400, height: 860 };
/** For the button to appear and the toast to come to rest. */
const REST_MS = 400;
const rest = () => new Promise((resolve) => setTimeout(resolve, REST_MS));

/**
 * @param {{ browser: import("puppeteer-core").Browser, page: import("puppeteer-core").Page, phones: string,
 *   pointer: { x: number, y: number }, file: string }} wish `phones` is the simulator's address
 */
export async function takePicture({ browser, page, phones, pointer, file }) {
  const side = await browser.newPage();
  await side.setViewport(PHONES);
  await side.goto(phones);
  await page.bringToFront();
  await page.mouse.move(pointer.x - 4, pointer.y, { steps: 2 });
  await page.mouse.move(pointer.x, pointer.y, { steps: 2 });
  await rest();
  const pictures = [await page.screenshot({ encoding: "base64" }), await (await front(side)).screenshot({ encoding: "base64" })];
  await side.close();
  // A page of its own: the simulator's forbids styles that are not its own.
  const sheet = await browser.newPage();
  await sheet.setViewport({ width: 1850, height: 920 });
  await sheet.setContent(`<!doctype html><style>
    body { margin: 0; height: 100vh; display: flex; gap: 28px; align-items: center; justify-content: center;
      background: linear-gradient(135deg, #dfe6f5, #f3ece4); }
    img { height: 860px; border-radius: 12px; box-shadow: 0 12px 40px #1b233040, 0 0 0 1px #1b233018; }
  </style>${pictures.map((data) => `<img src="data:image/png;base64,${data}">`).join("")}`);
  await sheet.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
  writeFileSync(file, Buffer.from(await sheet.screenshot({ encoding: "base64" }), "base64"));
  await sheet.close();
}

async function front(page) {
  await page.bringToFront();
  return page;
}
