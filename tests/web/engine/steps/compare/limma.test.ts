// Counts summed by donor of real files: the same tests as edgeR and limma in R (tests/parity/compare_data_expected.py).
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadCore, unwrap } from "../../../../../web/src/engine/base/core";
import { nodeEnvironment } from "../../../../../web/src/engine/platform/environment.node";
import { dataFile, hasData, openReader } from "../../../support/data";

type PerGene = "logFoldChange" | "low" | "high" | "t" | "p" | "q";

interface Expected {
  file: string;
  side: string;
  paired: boolean;
  samples: number;
  tested: number;
  factors: number[];
  discoveries: string[];
  names: string[];
  genes: Record<PerGene, number[]>;
}

const all = JSON.parse(readFileSync(new URL("../../../expected/limma.json", import.meta.url), "utf8")) as Expected[];

/** Counts summed by donor and side, samples in the order of the script: the side itself first, donors by name. */
async function summed({ file, side, paired }: Expected) {
  const reader = await openReader(dataFile(`labelled/${file}.h5ad`));
  const texts = async (name: string) => {
    const column = await reader.column(name);
    if (column.kind === "number") throw new Error(`${name} is no text.`);
    return Array.from(column.codes, (code) => column.categories[code]!);
  };
  const [disease, donor] = [await texts("disease"), await texts("donor")];
  const keys = disease.map((one, i) => `${one === side ? 0 : 1}\t${donor[i]}`);
  const seen = new Set(keys);
  const samples = [...seen]
    .filter((key) => !paired || (seen.has(`0\t${key.slice(2)}`) && seen.has(`1\t${key.slice(2)}`)))
    .sort((a, b) => (a < b ? -1 : 1));
  const place = new Map(samples.map((key, i) => [key, i]));
  const counts = new Float64Array(reader.genes * samples.length);
  const block = await reader.block("X", 0, reader.cells);
  if (!("indptr" in block)) throw new Error("The matrix is dense.");
  for (let cell = 0; cell < reader.cells; ++cell) {
    const sample = place.get(keys[cell]!);
    if (sample === undefined) continue;
    const from = Number(block.indptr[cell]! - block.indptr[0]!);
    const to = Number(block.indptr[cell + 1]! - block.indptr[0]!);
    for (let i = from; i < to; ++i) counts[Number(block.indices[i]) * samples.length + sample] += Number(block.values[i]);
  }
  const { ids } = await reader.geneIds("X");
  reader.close();
  return { ids, samples, counts };
}

/** Intercept, side and, where donors are in both, donors. */
function designOf(samples: string[], paired: boolean) {
  const donors = paired ? [...new Set(samples.map((key) => key.slice(2)))].slice(1) : [];
  const row = (key: string) => [1, key.startsWith("0") ? 1 : 0, ...donors.map((donor) => (key.slice(2) === donor ? 1 : 0))];
  const contrast = Float64Array.from([0, 1, ...donors.map(() => 0)]);
  return { design: Float64Array.from(samples.flatMap(row)), columns: ["intercept", "side", ...donors], contrast };
}

const within = (found: number, expected: number, share: number) => Math.abs(found - expected) <= share * Math.abs(expected);

describe.skipIf(!hasData)("expression between conditions of real donors", () => {
  test.each(all)("$file, paired: $paired", { timeout: 30_000 }, async (expected) => {
    const core = await loadCore(
      nodeEnvironment(() => {
        throw new Error("This test starts no lanes.");
      }),
    );
    const { ids, samples, counts } = await summed(expected);
    expect(samples.length).toBe(expected.samples);
    const groups = expected.paired ? {} : { groups: Int32Array.from(samples, (key) => Number(key[0])) };
    const asked = { genes: ids.length, samples: samples.length, counts, ...groups, ...designOf(samples, expected.paired) };
    const found = unwrap(core.expression_tests(asked));
    expect(found.tested.length).toBe(expected.tested);
    expect([...found.factors].every((factor, i) => within(factor, expected.factors[i]!, 1e-9))).toBe(true);
    const at = new Map(Array.from(found.tested, (gene, i) => [ids[gene]!, i]));
    let furthest = { change: 0, t: 0, p: 0 };
    expected.names.forEach((gene, i) => {
      const own = at.get(gene)!;
      const apart = (values: ArrayLike<number>, known: number[]) => Math.abs(values[own]! - known[i]!) / Math.abs(known[i]!);
      furthest = {
        change: Math.max(furthest.change, Math.abs(found.logFoldChange[own]! - expected.genes.logFoldChange[i]!)),
        t: Math.max(furthest.t, apart(found.t, expected.genes.t)),
        p: Math.max(furthest.p, apart(found.p, expected.genes.p), apart(found.q, expected.genes.q)),
      };
    });
    expect(furthest.change).toBeLessThan(1e-8);
    expect(furthest.t).toBeLessThan(1e-6);
    expect(furthest.p).toBeLessThan(1e-6);
    expect(Array.from(found.tested, (gene) => ids[gene]).filter((_, i) => found.q[i]! < 0.05)).toEqual(expected.discoveries);
    if (!expected.side.startsWith("colorectal")) return;
    // Known of colorectal cancer: CA1 and AQP8 are of normal mucosa, LCN2 and S100P of the tumour.
    const changes = ["CA1", "AQP8", "LCN2", "S100P"].map((gene) => Math.sign(found.logFoldChange[at.get(gene)!]!));
    expect(changes).toEqual([-1, -1, 1, 1]);
  });
});
