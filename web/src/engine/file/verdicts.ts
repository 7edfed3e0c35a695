import type { Coverage, GeneVerdict, ModelInfo, ValueKind } from "../../contract/types";

/** Below this share of its genes a model's answer means nothing. */
const REFUSED_BELOW = 0.05;
const NOTICE_BELOW = 0.5;

const ORTHOLOGS =
  "Have the genes known by their one-to-one orthologs: choose them on the Data step, or give --orthologs mouse or --orthologs TABLE.";
const UNKNOWN_REMEDY =
  "Choose the column that holds symbols or Ensembl ids (--genes-from COLUMN), or give a table of one-to-one orthologs (--orthologs TABLE).";

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
  { species, why, genomes }: Pick<GeneVerdict, "species" | "why" | "genomes">,
  values: ValueKind,
  readsCounts = false,
): Coverage {
  const share = vocabulary > 0 ? found / vocabulary : 0;
  const of =
    `${found.toLocaleString("en")} of ${model.title}'s ${vocabulary.toLocaleString("en")} genes ` +
    `(${(share * 100).toFixed(share < 0.1 ? 1 : 0)}%)`;
  const answer = (kind: Coverage["verdict"], reason: string): Coverage => ({ model: model.name, found, vocabulary, verdict: kind, reason });
  const isMixed = species === "mixed" && genomes.some((one) => one.species === model.species);
  if (species === "unknown" && model.species !== "unknown" && share >= REFUSED_BELOW)
    return answer(
      "refused",
      `${model.title} was trained on ${model.species} cells, and the species of this file's genes is not known ` +
        `(${why.replace(/\.$/, "")}): its labels could be wrong. ${UNKNOWN_REMEDY}`,
    );
  if (species !== "unknown" && model.species !== "unknown" && species !== model.species && !isMixed) {
    return answer(
      "refused",
      `${model.title} was trained on ${model.species} cells, and this file's genes are of ` +
        `${species === "mixed" ? genomes.map((one) => one.species).join(" and ") : species}: its labels would be wrong. ` +
        `${ORTHOLOGS}`,
    );
  }
  const wrongValues =
    values === "log1p" && readsCounts
      ? "it reads raw counts, and the matrix holds log-normalised values. Choose the matrix that holds counts"
      : VALUES[values];
  if (wrongValues) return answer("refused", `${model.title} cannot be used: ${wrongValues}.`);
  if (share < REFUSED_BELOW) return answer("refused", `The file measures only ${of}: too few for a prediction.`);
  if (isMixed)
    return answer(
      "notice",
      `The file measures ${of}. It mixes species: cells of others than ${model.species}, and doublets, get no label.`,
    );
  if (share < NOTICE_BELOW) return answer("notice", `The file measures ${of}: read its predictions with care.`);
  return answer("ok", `The file measures ${of}.`);
}
