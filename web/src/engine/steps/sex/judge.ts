import { AnalysisError } from "../../../contract/errors";
import { donorColumn } from "../../../contract/donor-columns";
import { isTold, perMillion, type SexReport, type SexUnit } from "../../../contract/sex";
import { unwrap, type CoreModule } from "../../base/core";
import { donorsOf } from "../../file/donors";
import type { OpenedFile } from "../../file/opened-file";
import { SEX_COUNTS, type SexGenes } from "../../file/sex";
import { cannotTellSex } from "./genes";

const count = (value: number) => Math.round(value).toLocaleString("en");

/** The verdict per donor (or on all cells) from the counts of the last analysis. Throws `bad-input` before one. */
export async function judgeSex(core: CoreModule, file: OpenedFile, asked: string | null | undefined): Promise<SexReport> {
  const { matrix, quality } = file.analyzed;
  const counts = SEX_COUNTS.of(file, matrix);
  const { genes, x, y } = counts;
  const unitOf = new Int32Array(x.length).fill(-1);
  const column = asked === undefined ? donorColumn(file.info.columns) || null : asked || null;
  if (column !== null && !file.info.columns.some(({ name }) => name === column))
    throw new AnalysisError("bad-input", `${file.info.name} has no column obs/${column}.`);
  const areCounts = file.matrixInfo(matrix).values === "counts";
  const donors = column === null ? null : await donorsOf(file, column);
  const measured = measuredBy(file, matrix, genes);
  const cellsOf: number[][] = (donors?.categories ?? [file.info.name]).map(() => []);
  for (let cell = 0; cell < x.length; cell++) {
    const code = donors ? donors.codes[cell]! : 0;
    if (code >= 0 && !Number.isNaN(x[cell]!)) cellsOf[code]!.push(cell);
  }
  let place = -1;
  const units = cellsOf.flatMap((cells, code): SexUnit[] => {
    if (cells.length === 0) return [];
    place++;
    for (const cell of cells) unitOf[cell] = place;
    const of = (values: Float32Array) => Float32Array.from(cells, (cell) => values[cell]!);
    // Of a study, what every file with cells of this donor measures.
    const hasX = cells.every((cell) => measured(cell).x);
    const hasY = cells.every((cell) => measured(cell).y);
    const found = unwrap(
      core.judge_sex({ x: of(x), y: of(y), totals: of(quality.totals), hasX, hasY, isOneDonor: donors !== null, areCounts }),
    );
    const unit = { name: donors ? donors.categories[code]! : file.info.name, ...found };
    return [{ ...unit, says: sentence(unit, { ...genes, x: hasX ? genes.x : [], y: hasY ? genes.y : [] }, areCounts) }];
  });
  const told = { female: 0, male: 0, unknown: 0 };
  sexOfCells(core, file).forEach((code) => told[code === 0 ? "female" : code === 1 ? "male" : "unknown"]++);
  const report = { matrix, donors: column, genes: { x: genes.x, y: genes.y }, areCounts, units, cells: told };
  counts.judged = { report, unitOf };
  return report;
}

/** Per cell by its own counts: 0 female, 1 male, 2 cannot be told (no counts, not both kinds of genes measured, too few). */
export function sexOfCells(core: CoreModule, file: OpenedFile): Uint8Array<ArrayBuffer> {
  const { matrix } = file.analyzed;
  const counts = SEX_COUNTS.of(file, matrix);
  const { genes, x, y } = counts;
  const canTell = genes.x.length > 0 && genes.y.length > 0 && file.matrixInfo(matrix).values === "counts";
  if (!counts.codes) {
    const measured = measuredBy(file, matrix, genes);
    const isMeasured = (cell: number) => measured(cell).x && measured(cell).y;
    counts.codes = canTell
      ? unwrap(core.sex_of_cells({ x, y })).map((code, cell) => (isMeasured(cell) ? Math.min(code, 2) : 2))
      : new Uint8Array(x.length).fill(2);
  }
  return counts.codes.slice();
}

/** Whether the genes of each kind are measured of a cell: of a study, by its file. */
function measuredBy(file: OpenedFile, matrix: string, { marks, x, y }: SexGenes): (cell: number) => { x: boolean; y: boolean } {
  const all = { x: x.length > 0, y: y.length > 0 };
  const parts = (file.reader.parts?.(matrix) ?? []).map(({ first, count, measured }) => {
    const has = (mark: number) => !measured || marks.some((one, gene) => one === mark && measured[gene] !== 0);
    return { end: first + count, has: { x: all.x && has(1), y: all.y && has(2) } };
  });
  return (cell) => parts.find(({ end }) => cell < end)?.has ?? all;
}

type Judged = Omit<SexUnit, "says">;

function evidence({ x, y, total, cells, xOnly, yOnly, both }: Judged, areCounts: boolean): string {
  if (!areCounts) return `XIST in ${count(xOnly + both)} and Y genes in ${count(yOnly + both)} of ${count(cells)} cells`;
  const rate = (value: number) => (total > 0 ? ` (${perMillion(value, total)})` : "");
  return `${count(x)} counts of XIST${rate(x)} and ${count(y)} of Y genes${rate(y)}`;
}

function sentence(unit: Judged, genes: SexGenes, areCounts: boolean): string {
  const { verdict, expectedBoth, both } = unit;
  const found = evidence(unit, areCounts);
  if (isTold(verdict)) {
    const alone = genes.x.length === 0 ? "; XIST is not measured" : "";
    return `${verdict === "male" ? "Male" : "Female"}: ${found}${alone}.`;
  }
  if (verdict === "unmeasured") return cannotTellSex(genes) ?? "Sex cannot be determined: its genes are not measured.";
  if (verdict === "few") return `Sex cannot be determined from so few counts: ${found}.`;
  const shared = `${count(both)} cells have both, ${expectedBoth.toPrecision(2)} would by chance`;
  if (verdict === "mixed") return `Some cells tell female and others male, so no sex is told: ${found}; ${shared}.`;
  if (verdict === "maybe-mixed")
    return (
      `Sex is not told, as a mixture of donors cannot be ruled out: ${found}; ` +
      "too few cells are deep enough, or too many of them lack Y genes."
    );
  return `Sex cannot be determined: ${found}; both in the same cells mean doublets, free RNA or a mixture.`;
}
