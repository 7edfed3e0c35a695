import { readFileSync } from "node:fs";
import { join } from "node:path";
import { seeded } from "../../../scripts/lib/random.mjs";
import { root } from "../../../scripts/lib/run.mjs";
import { writeH5ad } from "../../../scripts/lib/write-h5ad.mjs";
import { scratch } from "./data";

export const genesOf = (model: string) =>
  readFileSync(join(root, "models/released", model, "genes.tsv"), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t")[0]!);
export const GENES_OF_TINY = genesOf("tiny-random");
/** All of the small model's, and enough of the linear atlas's. */
export const GENES = [...new Set([...GENES_OF_TINY, ...genesOf("linear-atlas")])].slice(0, 900);
export const CELLS = 48;

/** A file of counts in X and other counts in layers/other, with labels that neither tells. */
export async function writeTwoMatrices(): Promise<string> {
  const path = join(scratch(), "two.h5ad");
  const random = seeded(4);
  const counts = () => Float32Array.from({ length: CELLS * GENES.length }, () => random.poisson(0.4));
  await writeH5ad(path, {
    X: { values: counts() },
    layers: { other: { values: counts() } },
    obs: {
      index: Array.from({ length: CELLS }, (_, i) => `c${i}`),
      columns: {
        label: Array.from({ length: CELLS }, (_, i) => (i % 2 === 0 ? "even" : "odd")),
        donor: Array.from({ length: CELLS }, (_, i) => `d${i % 4}`),
      },
    },
    var: { index: GENES },
  });
  return path;
}
