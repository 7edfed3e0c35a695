import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { makeFixtures } from "../../../fixtures/make.mjs";
import { readFailure, type ByteSource } from "../../../../web/src/engine/readers/byte-source";
import { openReader } from "../../../../web/src/engine/readers/open";
import { WindowCache } from "../../../../web/src/engine/readers/window-cache";
import { scratch } from "../../support/data";

/** Bytes in memory that count their reads, and can vanish. */
function memory(bytes: Uint8Array, windowBytes = 64): ByteSource & { reads: number; isGone: boolean } {
  return {
    name: "cells.h5ad",
    size: bytes.length,
    windowBytes,
    reads: 0,
    isGone: false,
    read(position, length) {
      this.reads++;
      if (this.isGone) throw readFailure(this.name, new DOMException("A requested file could not be found.", "NotFoundError"));
      return bytes.slice(position, position + length);
    },
    close() {},
  };
}

describe("the window cache", () => {
  const bytes = Uint8Array.from({ length: 1000 }, (_, i) => i % 251);

  test.each([
    [0, 10],
    [60, 10],
    [10, 900],
    [990, 50],
    [1000, 5],
    [63, 1],
    [128, 64],
  ])("gives the bytes of the source from %i, %i of them", (position, length) => {
    const into = new Uint8Array(1100);
    const got = new WindowCache(memory(bytes)).readInto(into, 7, length, position);
    expect(got).toBe(Math.max(0, Math.min(length, 1000 - position)));
    expect(into.subarray(7, 7 + got)).toEqual(bytes.subarray(position, position + got));
  });

  test("reads a window once for many small reads, and forgets the one used longest ago", () => {
    const source = memory(bytes);
    const cache = new WindowCache(source, 2);
    const into = new Uint8Array(8);
    for (let i = 0; i < 64; i += 8) cache.readInto(into, 0, 8, i);
    expect(source.reads).toBe(1);
    for (const position of [70, 0, 140, 0]) cache.readInto(into, 0, 8, position);
    expect(source.reads).toBe(3);
  });
});

describe("a file", () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = new Uint8Array(readFileSync(((await makeFixtures(scratch())) as Record<string, string>).csr!));
  });
  const noAssets = () => Promise.reject(new Error("no plugin is needed"));

  test("that vanishes while it is read says so, and the next one opens", async () => {
    const source = memory(bytes, 4096);
    const reader = await openReader(source, noAssets);
    await reader.block("X", 0, 2);
    source.isGone = true;
    await expect(
      (async () => {
        for (let first = 0; first < 60; first++) await reader.block("X", first, 1);
        await reader.column("depth");
      })(),
    ).rejects.toMatchObject({
      code: "bad-file",
      message: "cells.h5ad cannot be read any more: it was moved, changed or deleted while it was open. Open it again.",
    });
    reader.close();
    expect((await openReader(memory(bytes), noAssets)).cells).toBe(60);
  });

  test.each([0, 7, 96, 800, 2048, 30_000])("cut at %i bytes is refused by name", async (length) => {
    await expect(openReader(memory(bytes.slice(0, length)), noAssets)).rejects.toMatchObject({
      code: "bad-file",
      message: expect.stringContaining("cells.h5ad"),
    });
  });

  test("with a flipped byte anywhere either opens or is refused with a code", async () => {
    for (let i = 0; i < 60; i++) {
      const damaged = bytes.slice();
      damaged[(i * 7919) % damaged.length]! ^= 0xff;
      const outcome = await openReader(memory(damaged), noAssets)
        .then(async (reader) => {
          await reader.block("X", 0, reader.cells);
          reader.close();
          return "opens";
        })
        .catch((error: { code?: string }) => error.code ?? String(error));
      expect(["opens", "bad-file", "bad-input", "unsupported", "memory"]).toContain(outcome);
    }
  });
});
