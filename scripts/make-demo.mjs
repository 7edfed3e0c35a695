// Simulates web/public/demo/demo.h5ad from models/demo_profiles.tsv: no cell of it was ever measured.
// Negative binomial counts (gamma-Poisson) around each type's profile; the same counts on every machine (HDF5 writes the time beside them).
import { mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { seeded } from "./lib/random.mjs";
import { main, root, say } from "./lib/run.mjs";
import { toCsr, writeH5ad } from "./lib/write-h5ad.mjs";

const CELLS = 1200;
/** Median counts of a cell: low, as in early droplet data, so that the file stays small. */
const DEPTH = 1400;
/** Gamma shape of a gene's biological spread: variance = mean + mean^2 / 4. */
const SHAPE = 4;
const DONORS = ["donor A", "donor B", "donor C"];
/** Standard deviation, in log, of what a donor does to a gene. */
const DONOR_SPREAD = 0.15;

/** Genes, types, how many cells each profile is the mean of, and each type's share of counts per gene. */
function readProfiles() {
  const text = readFileSync(join(root, "models/demo_profiles.tsv"), "utf8");
  const [header, cells, ...lines] = text
    .trim()
    .split("\n")
    .filter((line) => !line.startsWith("#"))
    .map((line) => line.split("\t"));
  const types = header.slice(1);
  const shares = types.map((_, type) => {
    const column = Float64Array.from(lines, (line) => Number(line[type + 1]));
    const total = column.reduce((sum, value) => sum + value, 0);
    return column.map((value) => value / total);
  });
  return { genes: lines.map(([gene]) => gene), types, averaged: cells.slice(1).map(Number), shares };
}

await main(async () => {
  const random = seeded(1);
  const { genes, types, averaged, shares } = readProfiles();
  const effects = DONORS.map(() => Float64Array.from(genes, () => Math.exp(DONOR_SPREAD * random.normal())));
  // Rare types are made less rare than they are, so that each can be seen.
  const frequencies = averaged.map(Math.sqrt);
  const counts = new Float32Array(CELLS * genes.length);
  const labels = [];
  const donors = [];
  for (let cell = 0; cell < CELLS; cell++) {
    const type = random.pick(frequencies);
    const donor = Math.floor(random.uniform() * DONORS.length);
    const depth = DEPTH * Math.exp(0.35 * random.normal());
    labels.push(types[type]);
    donors.push(DONORS[donor]);
    for (let gene = 0; gene < genes.length; gene++) {
      const mean = depth * shares[type][gene] * effects[donor][gene];
      if (mean > 0) counts[cell * genes.length + gene] = random.poisson((mean * random.gamma(SHAPE)) / SHAPE);
    }
  }
  const path = join(root, "web/public/demo/demo.h5ad");
  mkdirSync(join(path, ".."), { recursive: true });
  await writeH5ad(path, {
    X: { values: toCsr(CELLS, genes.length, counts), gzip: 9 },
    obs: { index: labels.map((_, cell) => `simulated-${cell + 1}`), columns: { cell_type: labels, donor: donors } },
    var: { index: genes },
    uns: { note: "Simulated from class profiles by scripts/make-demo.mjs of Phenolens: no real cells." },
  });
  const bytes = statSync(path).size;
  say(`web/public/demo/demo.h5ad: ${CELLS} cells x ${genes.length} genes, ${(bytes / 1e6).toFixed(2)} MB`);
  return bytes > 1.5e6 ? 1 : 0;
});
