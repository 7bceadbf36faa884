/** A screen nobody sits at, with a window manager: what the browser itself draws (its menus) can be clicked there. */
import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { until } from "../browser/desk.mjs";

const run = promisify(execFile);
const SIZE = "1280x900x24";

export class Screen {
  static async open() {
    const number = await freeDisplay();
    const display = `:${number}`;
    const x = spawn("Xvfb", [display, "-screen", "0", SIZE, "-nolisten", "tcp"], { stdio: "ignore" });
    await until(() => existsSync(`/tmp/.X11-unix/X${number}`), 8000, "Xvfb");
    const manager = spawn("openbox", [], { env: { ...process.env, DISPLAY: display }, stdio: "ignore" });
    return new Screen(display, [manager, x]);
  }

  /** @param {string} display @param {import("node:child_process").ChildProcess[]} children */
  constructor(display, children) {
    this.display = display;
    this.children = children;
  }

  /** @param {...(string | number)} words */
  async xdotool(...words) {
    const { stdout } = await run("xdotool", words.map(String), { env: { ...process.env, DISPLAY: this.display } });
    return stdout.trim();
  }

  /** Windows that are shown now. @returns {Promise<string[]>} */
  async windows() {
    return (await this.xdotool("search", "--onlyvisible", "--name", "")).split("\n");
  }

  /** The largest of the windows that were not there before. @param {readonly string[]} before @returns {Promise<{ x: number, y: number } | undefined>} */
  async newWindow(before) {
    const found = [];
    for (const id of (await this.windows()).filter((each) => !before.includes(each))) {
      const place = await this.xdotool("getwindowgeometry", "--shell", id).catch(() => "");
      const read = (/** @type {string} */ name) => Number(new RegExp(`^${name}=(-?\\d+)$`, "m").exec(place)?.[1] ?? 0);
      found.push({ x: read("X"), y: read("Y"), area: read("WIDTH") * read("HEIGHT") });
    }
    return found.sort((a, b) => b.area - a.area)[0];
  }

  async close() {
    for (const child of this.children) {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill();
      await ended;
    }
  }
}

/** @returns {Promise<number>} */
async function freeDisplay() {
  for (let number = 90; number < 200; number++) if (!existsSync(`/tmp/.X${number}-lock`)) return number;
  throw new Error("no display number is free");
}
