import type { Manifest } from "../../../contract/manifest";
import type { CellRange } from "../../../contract/types";
import { unwrap } from "../../base/core";
import { sha256 } from "../../base/sha256";
import type { Prediction } from "../../contract/predict";
import type { Job } from "../../pool/job";
import { pass } from "../../pool/pass";
import { prepared } from "../../pool/prepared";
import { codedNumbers, profileFeatures, type TrainingProfiles } from "../../results/profiles";
import type { HeadTraining } from "./head";

/**
 * Adds to a trained folder where its training cells lie. They are seen by the finished model, as other files' cells will be, and only the
 * profiles are made without the donor (or the share of the cells) whose distances set the limits: like is compared with like. A model whose
 * classes are all too small gets none.
 */
export async function addProfiles(
  job: Job<unknown>,
  files: Record<string, Uint8Array<ArrayBuffer>>,
  cells: Int32Array,
  heads: HeadTraining[],
): Promise<void> {
  const text = (name: string) => new TextDecoder().decode(files[name]);
  const manifest = JSON.parse(text("manifest.json")) as Manifest;
  // The head whose logits are the embedding (core-models.ts).
  const at = Math.max(
    0,
    manifest.heads.findIndex(({ phenotype }) => phenotype === "cell_type"),
  );
  const { codes, folds } = heads[at]!.groups;
  const { dims, values } = await featuresOf(job, manifest, text("genes.tsv"), files["weights.bin"]!, cells);
  const sizes = new Float64Array(heads[at]!.classes);
  for (const code of codes) if (code >= 0) sizes[code]!++;
  const weight = Float64Array.from(codes, (code) => (code < 0 ? 0 : 1 / sizes[code]!));
  const fit = unwrap(job.core.fit_profiles({ values, dims, group: codes, weight, fold: folds }));
  if (fit.limits.length === 0) return;
  const profiles: TrainingProfiles = {
    phenotype: manifest.heads[at]!.phenotype,
    features: ["embedding", "mean_cosine"],
    dims,
    groups: Array.from(fit.groups, (code, i) => ({ classes: [code], cells: fit.cells[i]!, limit: fit.limits[i]! })),
    whitening: codedNumbers(fit.whitening),
    means: codedNumbers(fit.means),
    median: fit.median,
  };
  const bytes = new TextEncoder().encode(`${JSON.stringify(profiles)}\n`);
  files["profiles.json"] = bytes;
  manifest.files.profiles = { path: "profiles.json", sha256: await sha256(bytes), bytes: bytes.length };
  files["manifest.json"] = new TextEncoder().encode(`${JSON.stringify(manifest, null, 1)}\n`);
}

/** What the finished model says of the training cells (rising), in their order. */
async function featuresOf(
  job: Job<unknown>,
  manifest: Manifest,
  genesTsv: string,
  weights: Uint8Array<ArrayBuffer>,
  cells: Int32Array,
): Promise<{ dims: number; values: Float32Array }> {
  const ready = await prepared(job, { models: [{ manifest, genesTsv, weights }], isFresh: true });
  const rowOf = new Int32Array(job.file.info.cells).fill(-1);
  cells.forEach((cell, row) => (rowOf[cell] = row));
  const cosine = new Float32Array(cells.length).fill(NaN);
  let [values, dims] = [new Float32Array(), 0];
  await pass<Prediction>(ready, {
    step: "profiles",
    blocks: ready.blocks().map((group) => group.filter(({ first, count }) => rowOf.subarray(first, first + count).some((row) => row >= 0))),
    ifStopped: "Stopped; no model was made.",
    visit: async (lane, range: CellRange) => (await lane.call("survey", range)).predictions[0]!,
    take({ first, count }, prediction) {
      ({ dims } = prediction);
      if (values.length === 0) values = new Float32Array(cells.length * dims).fill(NaN);
      for (let i = 0; i < count; i++) {
        const row = rowOf[first + i]!;
        if (row < 0) continue;
        values.set(prediction.embedding.subarray(i * dims, (i + 1) * dims), row * dims);
        cosine[row] = prediction.meanCosine![i]!;
      }
    },
  });
  return profileFeatures({ dims, values }, cosine);
}
