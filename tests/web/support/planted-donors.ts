import { seeded } from "../../../scripts/lib/random.mjs";
import { writeH5ad } from "../../../scripts/lib/write-h5ad.mjs";
import type { CompareQuestion } from "../../../web/src/contract/compare";

export const GENES = 400;
/** Genes that are four times as high in T cells of stimulated donors, and a set of them. */
export const CHANGED = 20;
const EACH = 40;
const DONORS = 5;
const TYPES = ["T", "B", "rare"];

export const QUESTION: CompareQuestion = {
  matrix: "X",
  condition: "condition",
  donors: "donor",
  types: { kind: "column", column: "type" },
  covariates: [],
  pairing: "auto",
  minCells: 10,
};

export interface Planted {
  values: Float32Array;
  donors: string[];
  conditions: string[];
  types: string[];
}

/**
 * Counts of five stimulated and five control donors, each with an expression of its own; stimulated donors have `CHANGED` genes four
 * times as high in T cells, and twice the share of B cells. Two cells of each donor have a type that is too rare to be tested, and 60
 * cells of either condition no named donor.
 */
export async function planted(path: string, seed = 5): Promise<Planted> {
  const random = seeded(seed);
  const cells: { donor: string; code: number; condition: string; type: string }[] = [];
  for (let donor = 0; donor < 2 * DONORS; donor++) {
    const condition = donor < DONORS ? "stim" : "ctrl";
    const sizes = [EACH, condition === "stim" ? EACH : EACH / 2, 2];
    TYPES.forEach((type, t) => {
      for (let i = 0; i < sizes[t]!; i++) cells.push({ donor: `d${donor}`, code: donor, condition, type });
    });
  }
  for (const condition of ["stim", "ctrl"])
    for (let i = 0; i < 60; i++) cells.push({ donor: "unknown", code: 2 * DONORS, condition, type: "T" });
  // Blocks hold cells of every donor, so that lanes add to the same sums.
  const order = cells.map((cell) => ({ cell, key: random.uniform() })).sort((a, b) => a.key - b.key);
  const shuffled = order.map(({ cell }) => cell);
  const rate = Array.from({ length: GENES }, () => Math.exp(0.5 + 0.8 * random.normal()));
  const own = Array.from({ length: (2 * DONORS + 1) * GENES }, () => Math.exp(0.3 * random.normal()));
  const values = new Float32Array(shuffled.length * GENES);
  shuffled.forEach(({ code, condition, type }, cell) => {
    for (let gene = 0; gene < GENES; gene++) {
      const change = gene < CHANGED && type === "T" && condition === "stim" ? 4 : 1;
      values[cell * GENES + gene] = random.poisson(rate[gene]! * own[code * GENES + gene]! * change);
    }
  });
  const columns = {
    donor: shuffled.map(({ donor }) => donor),
    condition: shuffled.map(({ condition }) => condition),
    type: shuffled.map(({ type }) => type),
  };
  await writeH5ad(path, {
    X: { values },
    layers: { log: { values: values.map((value) => Math.log1p(value)) } },
    obs: { index: shuffled.map((_, cell) => `cell-${cell}`), columns },
    var: { index: Array.from({ length: GENES }, (_, gene) => `GENE${gene}`) },
  });
  return { values, donors: columns.donor, conditions: columns.condition, types: columns.type };
}
