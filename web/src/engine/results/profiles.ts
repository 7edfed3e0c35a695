import { AnalysisError } from "../../contract/errors";
import { unwrap, type CoreModule } from "../base/core";
import type { ModelResults } from "../file/scores";
import type { Models } from "../model/models";

/**
 * Where the training cells of a model lie (`profiles.json` of its folder; models/profiles.py and training here write it): Mahalanobis
 * distances to groups of them, whitened. Numbers are base64 of little-endian float32.
 */
export interface TrainingProfiles {
  phenotype: string;
  /** What a cell is described by: the embedding, and of linear models the arc tangent of `meanCosine`. */
  features: ("embedding" | "mean_cosine")[];
  dims: number;
  /** Classes of the head that a group's label allows, its training cells, and the distance beyond which a cell is far. */
  groups: { classes: number[]; cells: number; limit: number }[];
  /** dims x dims. */
  whitening: string;
  /** groups x dims. */
  means: string;
  /** Median outlyingness of training cells whose donor was left out. */
  median: number;
  /** When a cell is like nothing the model knows: beyond an outlyingness, or below a cosine; absent where that was not measured. */
  silent?: { beyond: number; mean_cosine?: number };
}

/** Of |cosine|: its inverse hyperbolic tangent stays finite. */
const COSINE_LIMIT = 0.99;

const numbersOf = (coded: string) => new Float32Array(Uint8Array.from(atob(coded), (char) => char.charCodeAt(0)).buffer);

export function codedNumbers(values: Float32Array): string {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** Reads `profiles.json`. Throws AnalysisError("model") where it does not hold together. */
export function readProfiles(text: string, model: string): TrainingProfiles {
  const fail = (cause?: unknown) => {
    throw new AnalysisError("model", `profiles.json of model ${model} is damaged. Download the model again.`, { cause });
  };
  try {
    const read = JSON.parse(text) as TrainingProfiles;
    const { dims, groups } = read;
    const isWhole =
      Number.isInteger(dims) &&
      dims > 0 &&
      read.features[0] === "embedding" &&
      numbersOf(read.whitening).length === dims * dims &&
      numbersOf(read.means).length === groups.length * dims &&
      groups.length > 0 &&
      groups.every(({ limit }) => limit > 0) &&
      read.median > 0;
    return isWhole ? read : fail();
  } catch (error) {
    return error instanceof AnalysisError ? fail() : fail(error);
  }
}

/** What profiles are over: rows x dims of an embedding, with the cosine to the mean scores where there is one. */
export function profileFeatures(
  { dims, values }: { dims: number; values: Float32Array },
  meanCosine: Float32Array | null,
): { dims: number; values: Float32Array } {
  if (!meanCosine) return { dims, values };
  const wide = dims + 1;
  const out = new Float32Array(meanCosine.length * wide);
  for (let cell = 0; cell < meanCosine.length; cell++) {
    out.set(values.subarray(cell * dims, (cell + 1) * dims), cell * wide);
    out[cell * wide + dims] = Math.atanh(Math.min(COSINE_LIMIT, Math.max(-COSINE_LIMIT, meanCosine[cell]!)));
  }
  return { dims: wide, values: out };
}

const MEASURED = new WeakMap<ModelResults, { done: number; profiles: TrainingProfiles; found: Float32Array<ArrayBuffer> }>();

/**
 * Each cell's distance to the nearest group of training cells over that group's limit, above 1 far; NaN where a cell is not done. Measured
 * again once more cells are. Throws AnalysisError("unsupported") where the model has no profiles, or its embedding was not kept.
 */
export async function outlyingness(
  core: CoreModule,
  models: Models,
  result: ModelResults,
): Promise<{ profiles: TrainingProfiles; found: Float32Array<ArrayBuffer> }> {
  const known = MEASURED.get(result);
  if (known?.done === result.done) return known;
  const { fitted, cells } = result;
  if (fitted && !hasOther(result))
    throw new AnalysisError(
      "unsupported",
      `${result.model} was fitted to this file's genes: its scores lie elsewhere than those of its training cells, so distances ` +
        "are not known.",
    );
  const folder = models.folder(result.model);
  if (!folder.has("profiles"))
    throw new AnalysisError(
      "unsupported",
      `${result.model} has no profiles of its training cells: similarity to training data is not available.`,
    );
  const profiles = readProfiles(await folder.text("profiles"), result.model);
  const embedding = result.wholeEmbedding();
  const needsCosine = profiles.features.includes("mean_cosine");
  if (!embedding || (needsCosine && !result.meanCosine))
    throw new AnalysisError(
      "unsupported",
      `The embedding of ${result.model} is not kept for this many cells, so distances to its training cells are not known.`,
    );
  const features = profileFeatures(embedding, needsCosine ? result.meanCosine : null);
  if (features.dims !== profiles.dims)
    throw new AnalysisError("model", `profiles.json of model ${result.model} is of another embedding. Download the model again.`);
  const found = unwrap(
    core.profile_outlyingness({
      values: features.values,
      dims: features.dims,
      whitening: numbersOf(profiles.whitening),
      means: numbersOf(profiles.means),
      limits: Float32Array.from(profiles.groups, ({ limit }) => limit),
    }),
  );
  // Scores of a model that was fitted to a file's genes lie elsewhere than those of its training cells.
  if (fitted) for (let cell = 0; cell < cells; cell++) if (fitted[cell]) found[cell] = NaN;
  const measured = { done: result.done, profiles, found };
  MEASURED.set(result, measured);
  return measured;
}

/** Whether any cell is of a file that the model reads without having been fitted to its genes. */
function hasOther(result: ModelResults): boolean {
  for (let cell = 0; cell < result.cells; cell++) if (!result.fitted?.[cell] && !result.isUnread(cell)) return true;
  return false;
}

/** The same where it can be told, else null. */
export async function outlyingnessWhereKnown(
  core: CoreModule,
  models: Models,
  result: ModelResults,
): Promise<Float32Array<ArrayBuffer> | null> {
  try {
    return (await outlyingness(core, models, result)).found;
  } catch (error) {
    if (error instanceof AnalysisError && error.code === "unsupported") return null;
    throw error;
  }
}

/** Whether a cell is like nothing that the model knows, of the head that its profiles are of; null where it does not tell. */
export async function tellsSilent(
  core: CoreModule,
  models: Models,
  result: ModelResults,
  phenotype: string,
): Promise<((cell: number) => boolean) | null> {
  const measured = await outlyingness(core, models, result).catch((error: unknown) => {
    if (error instanceof AnalysisError && error.code === "unsupported") return null;
    throw error;
  });
  if (!measured?.profiles.silent || measured.profiles.phenotype !== phenotype) return null;
  const { found, profiles } = measured;
  const { beyond, mean_cosine: least = -Infinity } = profiles.silent!;
  return (cell) => found[cell]! > beyond || (!result.fitted?.[cell] && (result.meanCosine?.[cell] ?? Infinity) < least);
}
