/** A bare PBX for the stop-watch: notes when a request arrives, answers as a V10 does (a session redirect, then OK). */
import { createServer } from "node:http";

/** Milliseconds since 1970 with fractions, comparable with a page's `performance.timeOrigin + event.timeStamp`. */
export const now = () => performance.timeOrigin + performance.now();

export class Receiver {
  /** @type {number[]} */
  arrivals = [];
  /** @type {(() => void)[]} */
  waiting = [];

  static async start() {
    const receiver = new Receiver();
    receiver.server = createServer((request, response) => {
      const at = now();
      const url = request.url ?? "/";
      if (url.startsWith("/page")) {
        response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(receiver.page ?? "");
      } else if (url.includes("func=make_call") && !url.includes("(S(")) {
        receiver.note(at);
        response.writeHead(302, { Location: url.replace("/PbxAPI", "/(S(benchbenchbench))/PbxAPI") }).end();
      } else {
        if (url === "/floor") receiver.note(at);
        response.writeHead(200, { "Content-Type": "text/plain" }).end("OK");
      }
    });
    await new Promise((resolve) => receiver.server.listen(0, "127.0.0.1", () => resolve(undefined)));
    receiver.port = receiver.server.address().port;
    receiver.origin = `http://127.0.0.1:${receiver.port}`;
    return receiver;
  }

  note(at) {
    this.arrivals.push(at);
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  /** The next request's time of arrival. */
  async next(limitMs = 20_000) {
    let timer;
    const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`no request within ${limitMs} ms`)), limitMs)));
    try {
      await Promise.race([new Promise((resolve) => this.waiting.push(() => resolve(undefined))), late]);
    } finally {
      clearTimeout(timer);
    }
    return this.arrivals.at(-1);
  }

  async stop() {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
