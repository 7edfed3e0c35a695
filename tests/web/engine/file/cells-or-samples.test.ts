import { expect, test } from "vitest";
import { rowsOf } from "../../../../web/src/engine/file/cells-or-samples";
import { valueNotices } from "../../../../web/src/engine/file/matrix-notices";
import type { MatrixInfo } from "../../../../web/src/contract/types";

test("rows of many genes, or of fewer with a million counts, are samples", () => {
  expect(rowsOf(4_439, 60_000).isSamples).toBe(false);
  expect(rowsOf(11_900, 900_000).isSamples).toBe(false);
  expect(rowsOf(9_500, 2e6).isSamples).toBe(true);
  expect(rowsOf(25_192, 3e7)).toMatchObject({
    isSamples: true,
    says: expect.stringMatching(/^Each row looks like a sample, a mixture of cells \(median 25,192 genes, 30,000,000 counts\)/),
  });
});

test("a file of samples is told to be one when it is opened", () => {
  const matrix = (detected: number, total: number): MatrixInfo => ({
    path: "X",
    layout: "csr",
    dtype: "float32",
    cells: 77,
    genes: 32_581,
    stored: 77 * detected,
    values: "counts",
    scale: { stored: "counts", log_base: 0, target: 0 },
    look: { total, detected, largest: 1e5, ones: 0.05 },
    why: "Whole numbers.",
  });
  expect(valueNotices(matrix(25_192, 3e7)).map(({ code }) => code)).toEqual(["samples"]);
  expect(valueNotices(matrix(4_000, 2e4))).toEqual([]);
});
