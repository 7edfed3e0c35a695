import {
  DOUBLET_SCORE_COLUMN,
  PREDICTED_DOUBLET_COLUMN,
  type CellDoublet,
  type DoubletCall,
  type DoubletGroup,
  type DoubletSample,
} from "../../contract/doublets";
import { median } from "../../contract/numbers";
import type { Column } from "../../contract/types";
import { Kept, type Keeper } from "./kept";

/** A sample with the scores of its simulated doublets. */
export interface ScoredSample extends Omit<DoubletSample, "flagged" | "detectable"> {
  simulated: Float64Array<ArrayBuffer>;
}

/** Scores of every cell, and what they are called by. */
export interface Doublets {
  column: string | null;
  rate: number;
  seed: number;
  /** NaN for a cell without one. */
  scores: Float32Array<ArrayBuffer>;
  /** Each cell's place among the samples; -1: none. */
  sampleOf: Int32Array<ArrayBuffer>;
  samples: ScoredSample[];
  /** Null: each sample's automatic one. */
  threshold: number | null;
}

/** What `findDoublets` found last. */
export const DOUBLETS = new Kept<Doublets>("Doublets have not been scored yet.");

/** Above which a sample's cells are called doublets; null where nothing says so. */
const thresholdOf = ({ threshold, samples }: Doublets, sample: number): number | null => threshold ?? samples[sample]?.automatic ?? null;

/** Whether a cell is called a doublet. */
export function isPredicted(found: Doublets, cell: number): boolean {
  const threshold = thresholdOf(found, found.sampleOf[cell]!);
  return threshold !== null && found.scores[cell]! > threshold;
}

/** What the threshold comes to. */
export function callOf(found: Doublets): DoubletCall {
  const flagged = new Float64Array(found.samples.length);
  let scored = 0;
  found.scores.forEach((score, cell) => {
    if (Number.isNaN(score)) return;
    scored++;
    if (isPredicted(found, cell)) flagged[found.sampleOf[cell]!]!++;
  });
  const samples = found.samples.map(({ simulated, ...sample }, i): DoubletSample => {
    const threshold = thresholdOf(found, i);
    const above = threshold === null ? null : simulated.reduce((sum, score) => sum + Number(score > threshold), 0);
    return { ...sample, flagged: flagged[i]!, detectable: above === null || simulated.length === 0 ? null : above / simulated.length };
  });
  return { threshold: found.threshold, scored, flagged: flagged.reduce((sum, n) => sum + n, 0), samples, notes: notesOf(found, scored) };
}

function notesOf({ column, samples, threshold, scores }: Doublets, scored: number): string[] {
  const left = samples.filter(({ why }) => why !== null);
  const unsure = samples.filter(({ why, automatic }) => why === null && automatic === null);
  const notes: string[] = [];
  if (column === null) notes.push("Doublets form within one sample: where the file holds several, choose the column that names them.");
  if (left.length > 0) notes.push(`Without scores: ${left.map(({ name, why }) => `${name} (${why})`).join("; ")}.`);
  if (unsure.length > 0 && threshold === null) {
    const where = column === null ? "" : ` in ${unsure.map(({ name }) => name).join(", ")}`;
    notes.push(
      `The scores of simulated doublets have not two modes, so that no cell is called a doublet${where}: ` +
        "set the threshold by hand, by the histogram.",
    );
  }
  if (scored < scores.length)
    notes.push(`${(scores.length - scored).toLocaleString("en")} of ${scores.length.toLocaleString("en")} cells have no score.`);
  return notes;
}

/** Doublets of each group; a code per cell, -1: none. */
export function doubletsByGroup(found: Doublets, { names, codes }: { names: string[]; codes: Int32Array }): DoubletGroup[] {
  const groups = names.map((name) => ({ name, cells: 0, flagged: 0, scores: [] as number[] }));
  codes.forEach((code, cell) => {
    const group = groups[code];
    if (!group) return;
    group.cells++;
    const score = found.scores[cell]!;
    if (Number.isNaN(score)) return;
    group.scores.push(score);
    group.flagged += Number(isPredicted(found, cell));
  });
  return groups.map(({ scores, ...group }) => ({ ...group, scored: scores.length, medianScore: median(scores) }));
}

/** What is written of a cell beside the models' predictions; null before anything was scored. */
export function doubletOfCell(file: Keeper, matrix: string, cell: number): CellDoublet | null {
  const found = DOUBLETS.find(file, matrix);
  return found ? { score: found.scores[cell]!, isPredicted: isPredicted(found, cell) } : null;
}

/** What was scored last as columns, to colour and group by; null for any other name. */
export function doubletColumn(file: Keeper, name: string): Column | null {
  const found = DOUBLETS.last(file);
  if (!found || (name !== DOUBLET_SCORE_COLUMN && name !== PREDICTED_DOUBLET_COLUMN)) return null;
  return name === DOUBLET_SCORE_COLUMN ? { name, kind: "number", values: found.scores.slice() } : { name, ...predictedOf(found) };
}

/** A code per cell: 0 singlet, 1 doublet, -1 without a score. */
export function predictedOf(found: Doublets): { kind: "category"; codes: Int32Array<ArrayBuffer>; categories: string[] } {
  const codes = Int32Array.from(found.scores, (score, cell) => (Number.isNaN(score) ? -1 : Number(isPredicted(found, cell))));
  return { kind: "category", codes, categories: ["False", "True"] };
}
