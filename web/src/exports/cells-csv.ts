import type { CellDoublet } from "../contract/doublets";
import type { CellRow, HeadInfo } from "../contract/types";
import { csvLine, number } from "./csv-fields";
import { idFields, idHeadings, type IdColumns } from "./cell-ids";

/** Predictions of a cell that are written. */
const TOP_CLASSES = 5;

/**
 * Columns beyond the guesses: what tells a cell beside its name, what it is in a file that mixes species, and where
 * they were asked for all classes above a threshold and a head's majority vote.
 */
export interface CellsCsvExtras extends IdColumns {
  /** The species whose share is written. */
  species?: string | null;
  /** A threshold was set: a column of each head with a probability a class. */
  matched?: boolean;
  /** Sex was told by counted genes: the donor's, the cell's, and its counts. */
  sex?: boolean;
  /** Doublets were scored: the score, and whether the cell is called one. */
  doublets?: boolean;
  /** The head whose labels were voted on. */
  voted?: string;
  /** The model is a reference: how well each cell fits its label, as SingleR tells it. */
  fitted?: boolean;
}

const hasDistance = (heads: HeadInfo[]) => heads.some(({ hasProfiles }) => hasProfiles);
const hasMatches = ({ link }: HeadInfo, { matched }: CellsCsvExtras) => matched === true && link === "logistic";

/** First line of cells.csv: `cell_id`, then per head its guesses, the vote, and the distance to the training cells (above 1 far). */
export function cellsCsvHeader(heads: HeadInfo[], extras: CellsCsvExtras = {}): string {
  const names = heads.flatMap((head) => {
    const { phenotype, classes } = head;
    return [
      `${phenotype}_label`,
      `${phenotype}_probability`,
      `${phenotype}_entropy`,
      `${phenotype}_entropy_norm`,
      ...others(classes.length).flatMap((rank) => [`${phenotype}_top${rank}_label`, `${phenotype}_top${rank}_probability`]),
      `${phenotype}_known`,
      ...(hasMatches(head, extras) ? [`${phenotype}_prob_match`] : []),
      ...(extras.fitted ? [`${phenotype}_score`, `${phenotype}_delta`, `${phenotype}_pruned`] : []),
    ];
  });
  const votes = extras.voted === undefined ? [] : ["majority_voting", "over_clustering"];
  const species = extras.species ? ["species", `${extras.species}_share`] : [];
  const sex = extras.sex ? ["sex", "sex_of_cell", "xist_counts", "y_counts"] : [];
  const doublets = extras.doublets ? ["doublet_score", "predicted_doublet"] : [];
  const distance = hasDistance(heads) ? ["training_distance"] : [];
  return csvLine([...idHeadings(extras), ...species, ...names, ...votes, ...distance, ...sex, ...doublets]);
}

/**
 * Lines of cells.csv for some cells; a cell without a prediction has empty labels. Ids are written as they are, to join
 * to adata.obs by index.
 */
export function cellsCsvRows(rows: CellRow[], heads: HeadInfo[], extras: CellsCsvExtras = {}): string {
  return rows
    .map((row) => {
      const fields = idFields(row.id, row.index, extras);
      if (extras.species) fields.push(row.species?.name ?? "", number(row.species?.share));
      for (const info of heads) {
        const { phenotype, classes } = info;
        const head = row.heads.find((candidate) => candidate.phenotype === phenotype);
        const guess = (i: number) => [head?.labels[i] ?? "", number(head?.probabilities[i])];
        fields.push(...guess(0), number(head?.entropy), number(head?.entropyNorm));
        for (const rank of others(classes.length)) fields.push(...guess(rank - 1));
        fields.push(head?.known ?? "");
        if (hasMatches(info, extras)) fields.push(head?.matched ?? "");
        if (extras.fitted) fields.push(number(head?.fit?.score), number(head?.fit?.delta), prunedField(head));
      }
      if (extras.voted !== undefined) {
        const vote = row.heads.find(({ phenotype }) => phenotype === extras.voted)?.vote;
        fields.push(vote?.label ?? "", vote?.cluster ?? "");
      }
      if (hasDistance(heads)) fields.push(number(row.outlyingness));
      if (extras.sex) fields.push(row.sex?.donor ?? "", row.sex?.cell ?? "", number(row.sex?.x), number(row.sex?.y));
      if (extras.doublets) fields.push(...doubletFields(row.doublet));
      return csvLine(fields);
    })
    .join("");
}

/** The score and whether it is above the threshold; both empty for a cell without one. */
export function doubletFields(doublet: CellDoublet | undefined): string[] {
  return doublet && !Number.isNaN(doublet.score) ? [number(doublet.score), doublet.isPredicted ? "True" : "False"] : ["", ""];
}

/** Empty for a cell without a label. */
function prunedField(head: CellRow["heads"][number] | undefined): string {
  return head?.fit && head.labels.length > 0 ? String(head.fit.isPruned) : "";
}

function others(classes: number): number[] {
  return Array.from({ length: Math.max(0, Math.min(TOP_CLASSES, classes) - 1) }, (_, i) => i + 2);
}
