import { AnalysisError } from "../../../contract/errors";
import type { Manifest } from "../../../contract/manifest";
import type { AttributionRequest } from "../../../contract/operations/attribution";
import type { ChosenBlock } from "../../pool/blocks";
import type { Job } from "../../pool/job";
import type { Lane } from "../../pool/lane-pool";
import { prepared, type Prepared } from "../../pool/prepared";

/** Chosen cells a block: of a transformer or a reference a few seconds' work at most, of a linear model what is read at once. */
const CELLS = { onnx: 16, linear: 2000, reference: 200 };

/** By its values, or by the strength of its gene tokens. */
export const hasGradient = ({ onnx }: Manifest): boolean =>
  onnx?.gradient !== undefined && (onnx.gradient.of === "values" || onnx.gradient.strength !== undefined);

/** Refuses references: `what` is not made for labels by rank correlation. */
export function refuseReference({ kind, title }: Manifest, what: string): void {
  if (kind === "reference")
    throw new AnalysisError("unsupported", `${what} is not made for ${title}, which labels cells by rank correlation (SingleR).`);
}

/** The place of the head asked about; refuses heads and classes that the model has not. */
export function headOf(manifest: Manifest, { phenotype, target }: Pick<AttributionRequest, "phenotype" | "target">): number {
  const head = manifest.heads.findIndex((one) => one.phenotype === phenotype);
  if (head < 0)
    throw new AnalysisError(
      "bad-input",
      `${manifest.title} does not predict ${phenotype}; it predicts ${manifest.heads.map((one) => one.phenotype).join(", ") || "nothing"}.`,
    );
  const { classes } = manifest.heads[head]!;
  const codes = target.kind === "class" ? [target.code, ...(target.against === undefined ? [] : [target.against])] : [];
  const wrong = codes.find((code) => !(code >= 0 && code < classes.length));
  if (wrong !== undefined) throw new AnalysisError("bad-input", `${manifest.title} has no class ${wrong} of ${phenotype}.`);
  if (codes.length === 2 && codes[0] === codes[1])
    throw new AnalysisError(
      "bad-input",
      `The logit of ${classes[codes[0]!]!.label} was to be explained against itself; choose two classes.`,
    );
  return head;
}

/**
 * The model as place 0 of every lane and, for tokens, again as place 1 with as many tokens as it has genes: what
 * baselines are read with.
 */
export async function preparedModel(job: Job<unknown>, manifest: Manifest): Promise<Prepared> {
  const model = await job.models.laneModel(manifest.name);
  const all = {
    ...model,
    manifest: { ...manifest, encoding: { ...manifest.encoding, max_genes: manifest.genes } as Manifest["encoding"] },
  };
  return prepared(job, { models: manifest.kind === "onnx" ? [model, all] : [model], byFile: true });
}

/** The job's blocks cut down to some cells (ascending). */
export function blocksOf(ready: Prepared, lanes: Lane[], cells: Uint32Array, kind: Manifest["kind"], most?: number): ChosenBlock[][] {
  return ready.blocksOf(cells, most ?? CELLS[kind], { lanes: lanes.length, isModel: kind !== "linear" });
}
