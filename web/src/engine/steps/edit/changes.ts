import { AnalysisError } from "../../../contract/errors";
import type { EditRequest } from "../../../contract/operations/edit";
import { seeded } from "../../base/random";
import type { Job } from "../../pool/job";
import type { Change, Row } from "./edited-block";

/**
 * The change of each cell; a swap from a class draws a cell of it for each. A swapped gene's share is of the genes that a file measures, so
 * it is of a cell of the same kind (`kindOf`: what a cell is read by; null: it cannot be edited). Throws AnalysisError(bad-input) where
 * there is none.
 */
export async function changesOf(
  { file, matrix }: Job,
  { change, model, phenotype, seed }: EditRequest,
  cells: Uint32Array,
  row: (cell: number) => Promise<Row>,
  kindOf: (cell: number) => string | null,
): Promise<Change[]> {
  if (change.kind !== "swap") return Array.from(cells, () => change);
  const { from } = change;
  if (from.kind === "cell") {
    if (!(from.cell >= 0 && from.cell < file.info.cells))
      throw new AnalysisError("bad-input", `${file.info.name} has no cell ${from.cell + 1} to take the gene from.`);
    if (cells.some((cell) => kindOf(cell) !== kindOf(from.cell)))
      throw new AnalysisError("bad-input", `That cell's file measures other genes. ${sameGenes(file.info.study?.shared)}`);
    const other = await row(from.cell);
    return Array.from(cells, () => ({ kind: "swap", from: other }));
  }
  const store = file.result(model, matrix).head(phenotype);
  const donors = new Map<string | null, number[]>();
  for (let cell = 0; cell < file.info.cells; cell++) {
    if (!store || store.top[cell * store.k] !== from.code) continue;
    const kind = kindOf(cell);
    const known = donors.get(kind);
    if (known) known.push(cell);
    else donors.set(kind, [cell]);
  }
  if (donors.size === 0) throw new AnalysisError("bad-input", "No cell is predicted to be of the class that the gene is to be taken from.");
  const random = seeded(seed + 7);
  const changes: Change[] = [];
  for (const cell of cells) {
    const own = donors.get(kindOf(cell));
    if (!own)
      throw new AnalysisError(
        "bad-input",
        `No cell of that class is of a file with the genes of some of the cells edited. ${sameGenes(file.info.study?.shared)}`,
      );
    changes.push({ kind: "swap", from: await row(own[Math.floor(random() * own.length)]!) });
  }
  return changes;
}

const sameGenes = (shared: string | undefined): string =>
  "A gene's share is of the genes that a file measures, so it is taken from a file of the same genes alone: choose other cells" +
  (shared === undefined ? "." : `, or analyse ${shared}.`);
