import { describe, expect, test } from "vitest";
import { loadCore, unwrap } from "../../../../../web/src/engine/base/core";
import { seeded } from "../../../../../web/src/engine/base/random";
import { nodeEnvironment } from "../../../../../web/src/engine/platform/environment.node";
import {
  enrichmentScore,
  matchedNull,
  type AttributedGenes,
  type SetTest,
} from "../../../../../web/src/engine/steps/gene-sets/matched-null";
import { hasCore } from "../../../support/engine";

const TESTS: SetTest[] = ["preranked", "over-representation", "matched-share"];
const GENES = 120;
const SETS = 6;
const SIZE = 20;
const NULLS = 200;
const DRAWS = 199;
const random = seeded(5);
/** About normal. */
const noise = () => Array.from({ length: 12 }, () => random()).reduce((sum, one) => sum + one, -6);
const sets = Array.from({ length: SETS }, (_, set) => Array.from({ length: SIZE }, (__, i) => set * SIZE + i));

/** Genes of a model that weighs the genes of a set alike, which are expressed as they happen to be. */
function unrelated(): AttributedGenes {
  const expressed = Float32Array.from({ length: GENES }, () => random());
  const level = sets.map(() => 2 * noise());
  const weight = Float32Array.from({ length: GENES }, (_, gene) => level[Math.floor(gene / SIZE)]! + 0.3 * noise());
  const shift = noise();
  const distance = Float32Array.from({ length: GENES }, () => noise() + shift);
  const mean = weight.map((one, gene) => one * distance[gene]!);
  return { mean, meanAbs: mean.map((one) => 1.5 * Math.abs(one)), expressed, weight };
}

/** Benjamini and Hochberg's: how many sets have q < .05. */
const found = (p: number[]) => {
  const sorted = p.toSorted((a, b) => a - b);
  return sorted.reduce((most, one, i) => (one * p.length < 0.05 * (i + 1) ? i + 1 : most), 0);
};

describe("sets of genes against draws of genes of like expression", () => {
  test("where genes of a set weigh alike and say nothing, sets are found no more often than chance; without weights they are", () => {
    const nulls = Array.from({ length: NULLS }, unrelated);
    // 95% of a binomial of 200 at .05, and room for the sets that are found together.
    for (const name of TESTS) {
      const runs = nulls.map((genes, seed) => matchedNull(genes, sets, name, 30, DRAWS, seed).sets.map(({ p }) => p));
      expect(runs.filter((p) => found(p) > 0).length, name).toBeLessThan(17);
      const p = runs.flat();
      expect(p.filter((one) => one <= 0.05).length / p.length, name).toBeLessThan(0.065);
    }
    const bare = nulls.map((genes, seed) => matchedNull({ ...genes, weight: null }, sets, "preranked", 30, DRAWS, seed).sets);
    expect(bare.filter((of) => found(of.map(({ p }) => p)) > 0).length).toBeGreaterThan(60);
  });

  test("a planted set is found by every test, and the sets of other genes are not; the same seed gives the same", () => {
    const genes = unrelated();
    // Cells of the class have more of what the model weighs up.
    const planted = sets[3]!;
    for (const gene of planted) {
      genes.mean[gene] = 6 + Math.abs(genes.mean[gene]!);
      genes.meanAbs[gene] = genes.mean[gene]!;
      genes.weight![gene] = 1;
    }
    for (const name of TESTS) {
      const { sets: tested } = matchedNull(genes, sets, name, 30, 999, 1);
      expect(tested[3]!.p, name).toBeLessThan(0.005);
      expect(tested[3]!.value).toBeGreaterThan(tested[3]!.matched.high);
      expect(tested.filter(({ p }, set) => set !== 3 && p < 0.01).length, name).toBeLessThan(2);
      expect(matchedNull(genes, sets, name, 30, 999, 1).sets).toEqual(tested);
    }
  });

  test("genes that many cells express are no finding", () => {
    const expressed = Float32Array.from({ length: GENES }, () => random());
    const mean = expressed.map((share) => share * (0.5 + random()));
    const common = Array.from(expressed.keys()).sort((a, b) => expressed[b]! - expressed[a]!);
    const [ordinary] = matchedNull(
      { mean, meanAbs: mean, expressed, weight: null },
      [common.slice(0, 30).filter((_, i) => i % 2 === 0)],
      "matched-share",
      30,
      999,
      1,
    ).sets;
    expect(ordinary!.p).toBeGreaterThan(0.02);
    expect(ordinary!.value).toBeGreaterThan((1.3 * 15) / GENES);
  });

  test.skipIf(!hasCore)("the enrichment score is that of the core's test, which is gseapy's", async () => {
    const core = await loadCore(
      nodeEnvironment(() => {
        throw new Error("This test starts no lanes.");
      }),
    );
    const scores = Float32Array.from({ length: GENES }, noise);
    const exact = Float64Array.from(scores);
    const mixed = [[1, 5, 9, 60, 119], sets[0]!, Array.from({ length: 60 }, (_, i) => 2 * i)];
    const theirs = unwrap(
      core.preranked({
        scores,
        genes: Int32Array.from(mixed.flat()),
        lengths: Int32Array.from(mixed, ({ length }) => length),
        weight: 1,
        permutations: 1,
        seed: 1,
      }),
    );
    mixed.forEach((set, i) => expect(enrichmentScore(set, exact, exact.slice().sort())).toBeCloseTo(theirs[i]!.es, 9));
  });
});
