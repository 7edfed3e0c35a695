import { expect, test, vi } from "vitest";
import { AnalysisError } from "../../../../../web/src/contract/errors";
import { readRows } from "../../../../../web/src/engine/formats/table/rows";
import { seeded } from "../../../../../scripts/lib/random.mjs";
import { textBytes } from "../../../support/imported";
import { mutated } from "../../../support/mutations";

/** Files tried; PHENOLENS_FUZZ=3000 is the long run (npm run test:fuzz). */
const FILES = Number(process.env.PHENOLENS_FUZZ ?? 300);
vi.setConfig({ testTimeout: 600_000 });

const COLUMNS = 12;
const TABLE = [
  ["gene", ...Array.from({ length: COLUMNS }, (_, at) => `CELL${at}`)],
  ...Array.from({ length: 20 }, (_, row) => [
    `GENE${row}`,
    ...Array.from({ length: COLUMNS }, (_, at) => ((row * 7 + at * 3) % 11) / (1 + (at % 2))),
  ]),
]
  .map((fields) => `${fields.join("\t")}\n`)
  .join("");

/** The sum by row and column of a table without quotes, read line by line; null where a field is none that every reader reads alike. */
function naive(text: string): number | null {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  let sum = 0;
  for (const [row, line] of lines.slice(1).entries()) {
    for (const [column, field] of line.split("\t").slice(1).entries()) {
      if (!/^\d+(\.\d+)?$/.test(field)) return null;
      sum += Math.fround(Number(field)) * (row + 1) * (column + 100);
    }
  }
  return sum;
}

test(`${FILES} mutated tables are refused in a sentence, or read as a line-by-line reading has them`, async () => {
  let compared = 0;
  for (let seed = 0; seed < FILES; seed++) {
    const random = seeded(seed);
    const name = `fuzz-${seed}.tsv`;
    const bytes = mutated(new TextEncoder().encode(TABLE), seed, random);
    let [sum, row] = [0, 0];
    try {
      await readRows(textBytes(name, bytes, 1 + Math.floor(random.uniform() * 300)), ({ separator }) => {
        if (separator !== "\t") sum = NaN;
        return (_name, columns, values) => {
          row++;
          columns.forEach((column, at) => (sum += values[at]! * row * (column + 100)));
        };
      });
    } catch (error) {
      expect(error, `seed ${seed}`).toBeInstanceOf(AnalysisError);
      expect((error as AnalysisError).message).toContain(name);
      expect((error as AnalysisError).message).not.toMatch(/undefined|\[object|\n/);
      continue;
    }
    const text = new TextDecoder("latin1").decode(bytes);
    const expected = /["\r\ufeff]/.test(text) ? null : naive(text);
    if (expected === null || Number.isNaN(sum)) continue;
    compared++;
    expect(sum, `seed ${seed}`).toBeCloseTo(expected, 3);
  }
  expect(compared).toBeGreaterThan(FILES / 20);
});
