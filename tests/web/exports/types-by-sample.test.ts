import { describe, expect, test } from "vitest";
import { seeded } from "../../../scripts/lib/random.mjs";
import type { Column, HeadInfo, HeadScores } from "../../../web/src/contract/types";
import { noShares, sampleColumn, shareOf } from "../../../web/src/contract/types-by-sample";
import { typesBySample, typesBySampleTable } from "../../../web/src/exports/types-by-sample";

type Labels = Exclude<Column, { kind: "number" }>;

const CELLS = 500;
const random = seeded(3);
const draw = (n: number) => Math.floor(random.uniform() * n);
const codes = (categories: number) => Int32Array.from({ length: CELLS }, () => draw(categories + 1) - 1);

const head = {
  phenotype: "cell_type",
  classes: ["T cell", "B cell", "NK cell", "no cell's class"].map((label, i) => ({ label, ontologyId: `CL:${i}` })),
} as HeadInfo;
const samples: Labels = { name: "donor", kind: "category", codes: codes(4), categories: ["d10", "d2", "nan", "unread donor"] };
const conditions: Labels = { name: "stim", kind: "category", codes: codes(2), categories: ["stim", "ctrl"] };
// The last cells are not done, nor are those of a file that the model is refused for; of the others some have no class, as empty ones.
const isUnread = (cell: number) => cell >= CELLS - 20 || samples.codes[cell] === 3;
const top = Uint16Array.from({ length: 2 * (CELLS - 20) }, (_, i) => (isUnread(i >> 1) || draw(9) === 0 ? 65535 : draw(3)));
const scores = { model: "m", phenotype: "cell_type", cells: CELLS - 20, k: 2, top } as unknown as HeadScores;
const known = {
  labels: ["T cell", "B cell", "NK cell", "lymphocyte", "unknown"],
  codes: Int32Array.from({ length: CELLS }, (_, cell) => (isUnread(cell) ? -1 : top[2 * cell] === 65535 ? 4 : draw(5))),
};
const found = typesBySample({ head, scores, known, samples, conditions, sampled: null });

/** Cells that hold what is asked, one by one. */
const counted = (holds: (cell: number) => boolean) => Array.from({ length: CELLS }, (_, cell) => cell).filter(holds).length;
const topOf = (cell: number) => (cell < CELLS - 20 ? top[2 * cell]! : 65535);

describe("types by sample", () => {
  test("every count is what counting the cells one by one gives", () => {
    expect(found.classes.map(({ label }) => label)).not.toContain("no cell's class");
    for (const row of found.samples) {
      const isOfRow = (cell: number) =>
        samples.categories[samples.codes[cell]!] === row.sample && (conditions.categories[conditions.codes[cell]!] ?? "") === row.condition;
      expect(row.cells).toBe(counted(isOfRow));
      expect(row.unread).toBe(counted((cell) => isOfRow(cell) && isUnread(cell)));
      expect(row.unknown).toBe(counted((cell) => isOfRow(cell) && !isUnread(cell) && known.codes[cell] === 4));
      found.classes.forEach(({ label }, i) => {
        const isOfClass = (cell: number) => head.classes[topOf(cell)]?.label === label && known.codes[cell] !== 4;
        expect(row.counts[i]).toBe(counted((cell) => isOfRow(cell) && isOfClass(cell)));
      });
      expect(row.counts.reduce((sum, one) => sum + one, row.unknown + row.unread)).toBe(row.cells);
    }
    const named = found.samples.reduce((sum, { cells }) => sum + cells, 0);
    expect(found.without).toBe(CELLS - named);
    expect(found.without).toBe(counted((cell) => samples.codes[cell]! < 0 || samples.categories[samples.codes[cell]!] === "nan"));
  });

  test("samples and their conditions are in the order of the file; a missing condition comes last", () => {
    expect(found.samples.map(({ sample, condition }) => `${sample} ${condition}`).slice(0, 6)).toEqual([
      "d10 stim",
      "d10 ctrl",
      "d10 ",
      "d2 stim",
      "d2 ctrl",
      "d2 ",
    ]);
  });

  test("the table has every class of every sample; a sample that was not read has no shares, which is not a share of zero", () => {
    const { columns, rows } = typesBySampleTable(found);
    expect(columns).toEqual(["donor", "stim", "predicted_cell_type", "ontology_id", "kind", "cells", "sample_cells", "share"]);
    expect(rows).toHaveLength(found.samples.length * (found.classes.length + 2));
    const of = (sample: string, kind: string) => rows.filter((row) => row[0] === sample && row[4] === kind);
    expect(of("unread donor", "class").every((row) => row[5] === 0 && Number.isNaN(row[7]))).toBe(true);
    for (const { sample, condition } of found.samples.filter((row) => row.unread < row.cells)) {
      const shares = [...of(sample, "class"), ...of(sample, "unknown")]
        .filter((row) => row[1] === condition)
        .map((row) => row[7] as number);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    }
    const row = { sample: "", condition: null, cells: 10, counts: [], unknown: 0, unread: 6 };
    expect(shareOf({ sampled: null }, row, 1)).toBe(0.25);
  });

  test("of cells that were drawn there are counts and no shares", () => {
    const drawn = typesBySample({ head, scores, known, samples, conditions, sampled: { read: 300, of: 500, isDrawn: true } });
    expect(drawn.samples).toEqual(found.samples);
    expect(typesBySampleTable(drawn).rows.every((one) => Number.isNaN(one[7]))).toBe(true);
    expect(noShares(drawn.sampled!)).toContain("300 of 500 cells were read");
  });

  test("without conditions a sample is one row", () => {
    const plain = typesBySample({ head, scores, known, samples, conditions: null, sampled: null });
    expect(plain.samples.map(({ sample }) => sample)).toEqual(["d10", "d2", "unread donor"]);
    expect(typesBySampleTable(plain).columns[1]).toBe("predicted_cell_type");
  });
});

test("the column of samples is that of several files, else one that is called so and holds no numbers", () => {
  const columns = [
    { name: "donor", kind: "number" as const },
    { name: "sample", kind: "category" as const, categories: 3 },
  ];
  const study = { column: "sample_2", samples: [{}, {}] } as never;
  expect(sampleColumn({ study, columns })).toBe("sample_2");
  expect(sampleColumn({ columns })).toBe("sample");
  expect(sampleColumn({ columns: columns.slice(0, 1) })).toBe("");
});
