import type { Coverage, ModelInfo, Species, ValueKind } from "../../contract/types";

/** Below this share of its genes a model's answer means nothing. */
const REFUSED_BELOW = 0.05;
const NOTICE_BELOW = 0.5;

const VALUES: Record<ValueKind, string | null> = {
  counts: null,
  "fractional-counts": null,
  log1p: null,
  scaled:
    "the matrix holds scaled values (some below zero), which do not tell how much of a gene a cell has. Choose a matrix of counts " +
    "or of log-normalised values",
  empty: "the matrix holds no counts",
};

/** Whether a model may be shown this matrix, and the sentence that says why not. `readsCounts`: it cannot take logarithms for counts. */
export function verdict(
  model: ModelInfo,
  found: number,
  vocabulary: number,
  species: Species,
  values: ValueKind,
  readsCounts = false,
): Coverage {
  const share = vocabulary > 0 ? found / vocabulary : 0;
  const of =
    `${found.toLocaleString("en")} of ${model.title}'s ${vocabulary.toLocaleString("en")} genes ` +
    `(${(share * 100).toFixed(share < 0.1 ? 1 : 0)}%)`;
  const answer = (kind: Coverage["verdict"], reason: string): Coverage => ({ model: model.name, found, vocabulary, verdict: kind, reason });
  if (species !== "unknown" && model.species !== "unknown" && species !== model.species) {
    return answer(
      "refused",
      `${model.title} was trained on ${model.species} cells, and this file's genes are of ${species}: its labels would be wrong.`,
    );
  }
  const wrongValues =
    values === "log1p" && readsCounts
      ? "it reads raw counts, and the matrix holds log-normalised values. Choose the matrix that holds counts"
      : VALUES[values];
  if (wrongValues) return answer("refused", `${model.title} cannot be used: ${wrongValues}.`);
  if (share < REFUSED_BELOW) return answer("refused", `The file measures only ${of}: too few for a prediction.`);
  if (share < NOTICE_BELOW) return answer("notice", `The file measures ${of}: read its predictions with care.`);
  return answer("ok", `The file measures ${of}.`);
}
