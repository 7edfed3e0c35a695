import { remedy } from "../base/remedy";
import type { Coverage, GeneVerdict, ModelInfo, StoredAs } from "../../contract/types";

/** Below this share of its genes a model's answer means nothing. */
const REFUSED_BELOW = 0.05;
const NOTICE_BELOW = 0.5;

/** Species between which the table of orthologs that comes along leads. */
const BUILT_IN: readonly string[] = ["human", "mouse"];

/** How the genes come to be read as those of a model's species. */
function byOrthologs(from: string, to: string): string {
  const isBuiltIn = from !== to && BUILT_IN.includes(from) && BUILT_IN.includes(to);
  return remedy(
    isBuiltIn
      ? `Click “Read these ${from} genes as ${to} orthologs” under Data.`
      : "Click “Load an ortholog table” under Data: its one-to-one orthologs are read in place of the genes.",
    "Have the genes known by their one-to-one orthologs: give --orthologs mouse or --orthologs TABLE.",
  );
}
const OWN_NAMES = remedy(
  "Click “Use the file's own gene names” under Data.",
  "Use the file's own gene names for it: leave out --orthologs.",
);
const UNKNOWN_REMEDY = remedy(
  "Under Data, choose the column that holds symbols or Ensembl ids (“Genes are named by”), or load a table of one-to-one orthologs.",
  "Choose the column that holds symbols or Ensembl ids (--genes-from COLUMN), or give a table of one-to-one orthologs (--orthologs TABLE).",
);

/** Why a model cannot be given such values. */
const REFUSED: Partial<Record<StoredAs, string>> = {
  scaled:
    "the matrix holds scaled values (some below zero), which do not tell how much of a gene a cell has. Choose a matrix of counts " +
    "or of log-normalised values",
  "unit-variance":
    "every gene of the matrix was scaled to unit variance, so that its values do not tell how much of a gene a cell has. Choose a " +
    "matrix of counts or of log-normalised values",
  "unit-range":
    "each gene of the matrix was divided by its largest value, so that its values do not tell how much of a gene a cell has. Choose a " +
    "matrix of counts or of log-normalised values",
  bins: "the matrix holds bins of each cell's values, not counts. Choose a matrix of counts or of log-normalised values",
  empty: "the matrix holds no counts",
};

/** Values that stand for counts of molecules. */
const COUNTS: readonly StoredAs[] = ["counts", "fractional-counts", "square-roots"];

/**
 * Whether a model may be shown this matrix, and the sentence that says why not. `readsCounts`: it needs counts of molecules;
 * `isTranslated`: the genes are known by their orthologs.
 */
export function verdict(
  model: ModelInfo,
  found: number,
  vocabulary: number,
  { species, why, genomes }: Pick<GeneVerdict, "species" | "why" | "genomes">,
  stored: StoredAs,
  readsCounts = false,
  isTranslated = false,
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
    if (isTranslated)
      return answer(
        "refused",
        `${model.title} was trained on ${model.species} cells, and this file's genes are known by their ${species} orthologs now: its ` +
          `labels would be wrong. ${OWN_NAMES}`,
      );
    return answer(
      "refused",
      `${model.title} was trained on ${model.species} cells, and this file's genes are of ` +
        `${species === "mixed" ? genomes.map((one) => one.species).join(" and ") : species}: its labels would be wrong. ` +
        byOrthologs(species, model.species),
    );
  }
  const wrongValues =
    readsCounts && !REFUSED[stored] && !COUNTS.includes(stored)
      ? "it reads raw counts, and the matrix holds normalised values. Choose the matrix that holds counts"
      : REFUSED[stored];
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
