// @vitest-environment happy-dom
/** From nodes to lines of text and back. Styles that decide about lines are tested in real browsers (tests/pages). */
import { afterAll, describe, expect, test, vi } from "vitest";
import { indexOf, nodesBetween, read, spotOf } from "../../../extension/page/reading.ts";
import { lineAround, RunWalker, type Run } from "../../../extension/page/runs.ts";

function runsOf(html: string, goOn: () => boolean = () => true): Run[] {
  document.body.innerHTML = html;
  const runs: Run[] = [];
  const walker = new RunWalker({ run: (run) => runs.push(run), element: () => undefined }, document.body);
  while (!walker.walk(goOn));
  return runs;
}
const linesOf = (html: string): string[] => runsOf(html).flatMap((run) => [...read(run)].map(({ text }) => text));

// What every browser says of these; happy-dom has no style sheet of a browser.
vi.stubGlobal("getComputedStyle", ({ localName }: Element) => ({
  display: ["a", "b", "i", "span"].includes(localName) ? "inline" : "block",
  position: "static",
  float: "none",
  whiteSpace: "normal",
}));
afterAll(() => vi.unstubAllGlobals());

describe("lines of reading", () => {
  test("go over inline elements, <wbr> and soft hyphens, and leave out marks that are not seen", () => {
    expect(linesOf("<p>Tel <span>020</span> 79<wbr>46 <a>09\u00AD58</a>\u200E!</p>")).toEqual(["Tel 020 7946 0958!"]);
  });

  test("end at blocks, cells and line breaks; lines without a digit are not read at all", () => {
    expect(linesOf("<div>1<p>2</p>3<br>4</div><p>none</p>")).toEqual(["1", "2", "3", "4"]);
    expect(linesOf("<table><tr><td>020</td><td>7946</td></tr></table>")).toEqual(["020", "7946"]);
  });

  test("leave out what is no text of the page or is being written", () => {
    expect(linesOf(`<script>1</script><style>2{}</style><textarea>3</textarea><div contenteditable>4</div><p>5</p>`)).toEqual(["5"]);
  });

  test("are the same when the walk is interrupted again and again", () => {
    const html = Array.from({ length: 300 }, (_, n) => `<p>a<b>${String(n)}</b>b</p>`).join("");
    let turns = 0;
    const stuttering = runsOf(html, () => turns++ % 2 === 0).flatMap((run) => [...read(run)].map(({ text }) => text));
    expect(stuttering).toEqual(linesOf(html));
    expect(turns).toBeGreaterThan(10);
  });
});

describe("the way back", () => {
  test("leads from each character to its node and place, and from there to the character", () => {
    const [run] = runsOf("<p>Tel  <b>020</b>\u00AD 7946\n0958</p>");
    const [reading] = read(run!);
    for (let at = 0; at < reading!.text.length; at++) {
      const spot = spotOf(reading!, at)!;
      const there = spot.node.data[spot.offset]!;
      expect(/\s/u.test(there) ? " " : there).toBe(reading!.text[at]);
      expect(indexOf(reading!, spot)).toBe(at);
    }
  });

  test("names all nodes a number goes over", () => {
    const [run] = runsOf("<p>x <span>020</span> <a>7946</a> 0958 y</p>");
    const [reading] = read(run!);
    const start = reading!.text.indexOf("020");
    expect(nodesBetween(reading!, start, start + 13).map(({ data }) => data)).toEqual(["020", " ", "7946", " 0958 y"]);
  });
});

describe("a very long text", () => {
  test("is asked for once, however many lines it has: Firefox copies it each time", () => {
    const [lines] = runsOf(`<p>${"call 020 7946 0804\n".repeat(5000)}</p>`);
    const node = lines![0] as Text;
    const { data } = node;
    let asked = 0;
    Object.defineProperty(node, "data", { get: () => (asked++, data) });
    const whole = [...read(lines!)].map(({ text }) => text).join("");
    expect(whole.match(/020 7946 0804/gu)).toHaveLength(5000);
    expect(asked).toBeLessThan(5);
  });

  const prose = "word and\n  words without anything to call, ".repeat(1200);
  const numbers = ["020 7946 0801", "020 7946 0802", "020 7946 0803"];
  const [run] = runsOf(`<p>${numbers.map((number) => prose + number + prose).join(" ")}</p>`);

  test("comes in parts that cut no number, and that join to the whole", () => {
    const parts = [...read(run!)];
    expect(parts.length).toBeGreaterThan(3);
    for (const { text } of parts) expect(text.length).toBeLessThan(80_000);
    for (const number of numbers) expect(parts.filter(({ text }) => text.includes(number))).toHaveLength(1);
    const letters = (text: string): string => text.replace(/\s+/gu, "");
    expect(letters(parts.map(({ text }) => text).join("")) === letters((run![0] as Text).data)).toBe(true);
  });

  test("is read again only where a place is asked for, and the same there", () => {
    const node = run![0] as Text;
    const at = node.data.indexOf("020 7946 0802");
    const parts = [...read(run!, { node, offset: at })];
    expect(parts).toHaveLength(1);
    expect(parts[0]!.text.slice(indexOf(parts[0]!, { node, offset: at })).startsWith("020 7946 0802")).toBe(true);
  });

  test("is left whole where digits stand too close for a cut", () => {
    const [dense] = runsOf(`<p>${"020 7946 0958; ".repeat(10_000)}</p>`);
    expect([...read(dense!)]).toHaveLength(1);
  });
});

describe("the line around a change", () => {
  test("is the stretch of inline siblings, and no block beside it", () => {
    document.body.innerHTML = "<div><p>before</p>020 <b>79<i>46</i></b> 0958<p>after</p></div>";
    const inner = document.querySelector("i")!.firstChild!;
    const [first, last] = lineAround(inner)!;
    expect([first.textContent, last.textContent]).toEqual(["020 ", " 0958"]);
  });
});
