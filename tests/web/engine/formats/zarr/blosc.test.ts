import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../../../../scripts/lib/run.mjs";
import { blosc } from "../../../../../web/src/engine/formats/zarr/blosc";

const { values, chunks } = JSON.parse(readFileSync(join(root, "tests/fixtures/blosc_chunks.json"), "utf8")) as {
  values: Record<string, string>;
  chunks: Record<"name" | "of" | "packed", string>[];
};

test("chunks are unpacked to the bytes that c-blosc packed, however they are shuffled", () => {
  expect(chunks).toHaveLength(72);
  const wrong = chunks.filter(({ packed, of }) => Buffer.from(blosc(Buffer.from(packed, "base64"))).toString("base64") !== values[of]);
  expect(wrong.map(({ name, of }) => `${name}: ${of}`)).toEqual([]);
});
