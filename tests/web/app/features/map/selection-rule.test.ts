import { expect, test } from "vitest";
import { packCells, unpackCells } from "../../../../../web/src/app/features/map/selection-rule";

test("chosen cells come back from their short form, in order, each once", () => {
  for (const cells of [[0], [5, 1, 3], [0, 1, 2, 127, 128, 129, 16_511, 2_000_000, 4_294_967_294]]) {
    expect([...unpackCells(packCells(cells))!]).toEqual(cells.toSorted((a, b) => a - b));
  }
  expect(unpackCells("gA")).toBeNull();
  expect(unpackCells("!")).toBeNull();
});
