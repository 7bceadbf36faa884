/** The golden messages, which the companion's tests read too. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decodeReply } from "../../extension/shared/replies.ts";

interface Golden {
  readonly claim: string;
  readonly message: unknown;
}

function golden(file: string): readonly Golden[] {
  const read = JSON.parse(readFileSync(new URL(`../../native-messaging/golden/${file}`, import.meta.url), "utf8")) as {
    readonly to_extension: readonly Golden[];
  };
  return read.to_extension;
}

describe("what the companion sends is understood", () => {
  test.each(golden("good.json"))("$claim", ({ message }) => {
    expect(decodeReply(message)).toMatchObject(message as object);
  });
});

describe("what the companion would never send is not taken for a reply", () => {
  test.each(golden("bad.json"))("$claim", ({ message }) => {
    expect(decodeReply(message)).toBeNull();
  });
});
