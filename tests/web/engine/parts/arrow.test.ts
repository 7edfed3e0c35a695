import { expect, test } from "vitest";
import { arrowBatches, arrowBytes } from "../../../../web/src/engine/parts/arrow";
import { CellColumns } from "../../../../web/src/engine/parts/cell-columns";

/** Numbers that a place and a cell determine. */
const value = (cell: number, i: number) => Math.fround(Math.sin(cell * 7 + i));

test("columns of 10,000 cells, put in any order, are read back to the last bit", () => {
  const cells = { first: 130, count: 10_000 };
  const columns = new CellColumns(cells);
  const blocks = Array.from({ length: 23 }, (_, i) => ({ first: 130 + i * 435, count: Math.min(435, 10_000 - i * 435) }));
  const listOf = (cell: number) => Array.from({ length: cell % 4 }, (_, i) => (cell * 3 + i) % 65_536);
  for (const block of blocks.toReversed()) {
    const of = Array.from({ length: block.count }, (_, i) => block.first + i);
    columns.put(
      "one",
      block,
      Float32Array.from(of, (cell) => value(cell, 0)),
    );
    columns.put("wide", block, Float32Array.from(of.flatMap((cell) => [0, 1, 2].map((i) => value(cell, i)))));
    columns.put("codes", block, Uint16Array.from(of.flatMap((cell) => [cell % 65_536, 65_535])));
    columns.put(
      "flag",
      block,
      Uint8Array.from(of, (cell) => cell % 2),
    );
    columns.put("nothing", block, new Float32Array(0));
    columns.putLists(
      "lists",
      block,
      Int32Array.from(of, (cell) => cell % 4),
      Uint16Array.from(of.flatMap(listOf)),
    );
  }
  const bytes = arrowBytes(cells, columns.finish());
  expect(bytes.byteLength).toBeGreaterThan(10_000 * 4 * 4);
  let end = cells.first;
  let batches = 0;
  for (const { cells: run, ...batch } of arrowBatches(bytes, cells.first)) {
    expect(run.first).toBe(end);
    const of = Array.from({ length: run.count }, (_, i) => run.first + i);
    expect(batch.get("cell")).toEqual(Uint32Array.from(of));
    expect(batch.get("one")).toEqual(Float32Array.from(of, (cell) => value(cell, 0)));
    expect(batch.get("wide")).toEqual(Float32Array.from(of.flatMap((cell) => [0, 1, 2].map((i) => value(cell, i)))));
    expect(batch.get("codes")).toEqual(Uint16Array.from(of.flatMap((cell) => [cell, 65_535])));
    expect(batch.get("flag")).toEqual(Uint8Array.from(of, (cell) => cell % 2));
    expect(batch.get("nothing")).toBeUndefined();
    expect(batch.lists("lists")).toEqual({ counts: Int32Array.from(of, (cell) => cell % 4), values: Uint16Array.from(of.flatMap(listOf)) });
    end += run.count;
    batches++;
  }
  expect([end, batches]).toEqual([10_130, 3]);
});
