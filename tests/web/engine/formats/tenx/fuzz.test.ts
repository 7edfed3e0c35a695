import { expect, test, vi } from "vitest";
import { AnalysisError } from "../../../../../web/src/contract/errors";
import { readMarket } from "../../../../../web/src/engine/formats/tenx/matrix-market";
import { readNames } from "../../../../../web/src/engine/formats/tenx/names";
import { seeded } from "../../../../../scripts/lib/random.mjs";
import { textBytes } from "../../../support/imported";
import { mutated } from "../../../support/mutations";

/** Files tried; PHENOLENS_FUZZ=3000 is the long run (npm run test:fuzz). */
const FILES = Number(process.env.PHENOLENS_FUZZ ?? 300);
vi.setConfig({ testTimeout: 600_000 });

const [GENES, CELLS] = [30, 20];
const entries = Array.from({ length: 150 }, (_, at) => [1 + ((at * 7) % GENES), 1 + Math.floor(at / 8), at % 3 === 0 ? 1.5 * at : at]);
const MARKET = [
  "%%MatrixMarket matrix coordinate real general",
  '%metadata_json: {"format_version": 2}',
  `${GENES} ${CELLS} ${entries.length}`,
  ...entries.map((entry) => entry.join(" ")),
  "",
].join("\n");
const BARCODES = Array.from({ length: CELLS }, (_, at) => `CELL${at}-1\n`).join("");
const GENES_TSV = Array.from({ length: GENES }, (_, at) => `ENSG${at}\tGENE${at}\tGene Expression\n`).join("");

/** The sum of a Matrix Market text by place, read line by line as scipy reads it; null where it is not one. */
function naive(text: string): number | null {
  const lines = text.split("\n").map((line) => line.trim());
  const head = lines.findIndex((line, at) => at > 0 && line !== "" && !line.startsWith("%"));
  if (!/^%%matrixmarket matrix coordinate (real|integer) general$/i.test(lines[0]!.replaceAll(/\s+/g, " ")) || head < 0) return null;
  const sizes = lines[head]!.split(/\s+/).map(Number);
  const rows = lines.slice(head + 1).filter(Boolean);
  if (sizes.length !== 3 || rows.length !== sizes[2]) return null;
  let sum = 0;
  for (const row of rows) {
    const [gene, cell, value, more] = row.split(/[ \t]+/);
    if (more !== undefined || value === undefined || !/^\d+$/.test(gene!) || !/^\d+$/.test(cell!)) return null;
    sum += Math.fround(Number(value)) * Number(gene) * (Number(cell) + 1000);
  }
  return sum;
}

test(`${FILES} mutated matrices are refused in a sentence, or read as a line-by-line reading has them`, async () => {
  let read = 0;
  for (let seed = 0; seed < FILES; seed++) {
    const random = seeded(seed);
    const bytes = mutated(new TextEncoder().encode(MARKET), seed, random);
    const name = `fuzz-${seed}.mtx`;
    let sum = 0;
    try {
      await readMarket(textBytes(name, bytes, 1 + Math.floor(random.uniform() * 400)), () => (rows, columns, values, count) => {
        for (let i = 0; i < count; i++) sum += values[i]! * (rows[i]! + 1) * (columns[i]! + 1001);
      });
    } catch (error) {
      expect(error, `seed ${seed}`).toBeInstanceOf(AnalysisError);
      expect((error as AnalysisError).message).toContain(name);
      expect((error as AnalysisError).message).not.toMatch(/undefined|\[object|\n/);
      continue;
    }
    read++;
    const expected = naive(new TextDecoder("latin1").decode(bytes));
    expect([seed, expected === null]).toEqual([seed, false]);
    expect(sum, `seed ${seed}`).toBeCloseTo(expected!, 3);
  }
  expect(read).toBeGreaterThan(FILES / 100);
});

test(`${FILES} mutated tables of names are refused in a sentence, or read`, async () => {
  for (let seed = 0; seed < FILES; seed++) {
    const random = seeded(seed);
    const name = `fuzz-${seed}.tsv`;
    const text = seed % 2 === 0 ? BARCODES : GENES_TSV;
    try {
      const { rows, columns } = await readNames(textBytes(name, mutated(new TextEncoder().encode(text), seed, random), 500));
      for (const column of columns) expect(column).toHaveLength(rows);
    } catch (error) {
      expect(error, `seed ${seed}`).toBeInstanceOf(AnalysisError);
      expect((error as AnalysisError).message).toContain(name);
      expect((error as AnalysisError).message).not.toMatch(/undefined|\[object|\n/);
    }
  }
});
