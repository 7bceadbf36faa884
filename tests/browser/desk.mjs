/**
 * One agent's desk: a folder of its own with the companion's settings, the browser's profile and the host's manifest. Nothing
 * of the person who runs the tests is read or changed. Used by tests, benchmarks and the demo.
 */
import { execFile, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "./launch.mjs";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const BIN = process.env.CALLWITH_BIN ?? join(ROOT, ".venv", "bin");
/** A Python program that takes longer to say it is ready is stuck. */
const READY_MS = 20_000;

export class Desk {
  /** @param {"chromium" | "firefox"} kind @param {Record<string, string>} [environment] */
  constructor(kind, environment = {}) {
    this.kind = kind;
    this.folder = mkdtempSync(join(tmpdir(), "callwith-desk-"));
    this.home = join(this.folder, "callwith");
    this.profile = join(this.folder, "profile");
    mkdirSync(this.home, { mode: 0o700 });
    /** @type {Record<string, string | undefined>} */
    this.env = {
      ...process.env,
      // Firefox looks for native hosts below HOME, and so does every Python library for its caches.
      HOME: this.folder,
      XDG_CONFIG_HOME: join(this.folder, ".config"),
      XDG_STATE_HOME: join(this.folder, ".local", "state"),
      XDG_CACHE_HOME: join(this.folder, ".cache"),
      CALLWITH_HOME: this.home,
      // What is shown is compared with English words.
      LANGUAGE: "en_GB",
      LC_ALL: "C.UTF-8",
      MOZ_DISABLE_AUTO_SAFE_MODE: "1",
      ...environment,
    };
    /** @type {import("puppeteer-core").Browser | undefined} */
    this.browser = undefined;
  }

  /** Runs `callwith`; resolves to what it printed, rejects when it fails. @param {string[]} words @param {string} [input] @returns {Promise<string>} */
  callwith(words, input = "") {
    return new Promise((resolve, reject) => {
      const child = execFile(join(BIN, "callwith"), words, { env: this.env, cwd: ROOT }, (error, stdout, stderr) => {
        if (error) reject(new Error(`callwith ${words.join(" ")} failed:\n${stdout}${stderr}`));
        else resolve(stdout);
      });
      child.stdin?.end(input);
    });
  }

  /** @param {{ kind: string, port: number, extension?: string, pin?: string, region?: string }} pbx */
  async setUp({ kind, port, extension = "100", pin = "1234", region = "GB" }) {
    const words = ["setup", "--no-input", "--no-register", "--kind", kind, "--host", "127.0.0.1", "--scheme", "http", "--port", String(port)];
    await this.callwith([...words, "--extension", extension, "--region", region, "--store", "file", "--pin-stdin"], pin);
  }

  /** Registers the host with this desk's browser. */
  async install() {
    const where = this.kind === "chromium" ? ["--user-data-dir", this.profile] : ["--home", this.folder];
    await this.callwith(["install", "--browser", this.kind, ...where]);
  }

  /** @param {Partial<import("./launch.mjs").Wish>} [wish] */
  async open(wish = {}) {
    const extension = join(ROOT, "extension", "dist", `${this.kind}-granted`);
    const browser = await launch({ kind: this.kind, extension, profile: this.profile, env: this.env, ...wish });
    this.browser = browser;
    if (wish.extension === undefined) {
      // The extension's welcome page opens by itself a moment later and would take the focus from the page under test.
      const welcome = await until(async () => (await browser.pages())[1], READY_MS, "the welcome page");
      await welcome.close();
    }
    return browser;
  }

  /** Process ids of this desk's native hosts. */
  hosts() {
    return processes().filter(({ words, env }) => words.some((word) => word.endsWith("/callwith-host")) && env.includes(`CALLWITH_HOME=${this.home}`)).map(({ pid }) => pid);
  }

  async close() {
    await this.browser?.close();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Every process of this user that can be looked into: its id, arguments and environment (Linux). */
export function processes() {
  const read = (/** @type {string} */ path) => readFileSync(path, "utf8").split("\0");
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [{ pid: Number(name), words: read(`/proc/${name}/cmdline`), env: read(`/proc/${name}/environ`) }];
      } catch {
        return []; // it has ended, or is somebody else's
      }
    });
}

/**
 * @typedef {object} SimulatorState
 * @property {{ from: string, to: string, state: string, reason: string, wall_ms: number, history: { state: string, wall_ms: number }[] }[]} calls
 * @property {{ method: string, target: string, wall_ms: number, status: number | null }[]} log
 * @property {Record<string, { enabled: boolean, external_calls: boolean, recording: boolean }>} extensions
 * @property {number} requests
 */

/** A simulated PBX in a process of its own. */
export class Simulator {
  /** @param {import("node:child_process").ChildProcess} child @param {number} port */
  constructor(child, port) {
    this.child = child;
    this.port = port;
    this.origin = `http://127.0.0.1:${port}`;
  }

  /** @param {string} kind @param {string[]} [words] further options of `callwith simulate` @param {number} [wanted] */
  static async start(kind, words = [], wanted = undefined) {
    const port = wanted ?? (await freePort());
    const child = spawn(join(BIN, "callwith"), ["simulate", "--kind", kind, "--port", String(port), ...words], { stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (chunk) => (said += String(chunk)));
    const simulator = new Simulator(child, port);
    await until(() => simulator.state().then(() => true, () => child.exitCode !== null), READY_MS, () => `the simulator to listen; it said: ${said}`);
    if (child.exitCode !== null) throw new Error(`callwith simulate ended:\n${said}`);
    return simulator;
  }

  /** @returns {Promise<SimulatorState>} */
  async state() {
    const reply = await fetch(`${this.origin}/_simulator/state`);
    return reply.json();
  }

  /** Numbers the simulator was made to call, in order. */
  async called() {
    return (await this.state()).calls.map((call) => call.to);
  }

  /** @param {unknown} faults */
  async fault(faults) {
    const reply = await fetch(`${this.origin}/_simulator/faults`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(faults) });
    if (!reply.ok) throw new Error(`the simulator refused the fault: ${await reply.text()}`);
  }

  async stop() {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.child.once("exit", resolve));
    this.child.kill("SIGTERM");
    await ended;
  }
}

/** Serves made-up pages and folders on loopback. */
export class Site {
  /** @param {Record<string, string>} pages path → HTML, or path ending in "/" → folder */
  static async serve(pages) {
    const server = createHttpServer((request, response) => {
      const path = new URL(request.url ?? "/", "http://site").pathname;
      const folder = Object.keys(pages).find((prefix) => prefix.endsWith("/") && path.startsWith(prefix));
      try {
        const name = folder === undefined ? "" : path.slice(folder.length) || "index.html";
        const body = folder === undefined ? pages[path] : readFileSync(join(pages[folder], name));
        if (body === undefined || name.includes("..")) throw new Error("no such page");
        response.writeHead(200, { "Content-Type": `${TYPES[/\.\w+$/.exec(name)?.[0] ?? ".html"] ?? "text/plain"}; charset=utf-8` });
        response.end(body);
      } catch {
        response.writeHead(404).end();
      }
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
    return new Site(server);
  }

  /** @param {import("node:http").Server} server */
  constructor(server) {
    this.server = server;
    const address = server.address();
    this.origin = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  }

  async close() {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
/** @type {Record<string, string>} */
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/**
 * Waits until `done` gives something true and resolves to it.
 * @template T
 * @param {() => T | Promise<T>} done
 * @param {number} [limitMs]
 * @param {string | (() => string)} [what]
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(done, limitMs = 8000, what = "what was waited for") {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const result = await done();
    if (result) return result;
    if (Date.now() > deadline) throw new Error(`waited ${limitMs} ms for ${typeof what === "function" ? what() : what}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}
