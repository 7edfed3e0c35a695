import { ALL_GENES } from "../readers/study/plan";
import { ANALYZED, type Analyzed } from "./analyzed";
import type { OpenedFile } from "./opened-file";
import type { Carried, Part } from "./carried-results";
import type { Known } from "./known";
import { SEX_COUNTS } from "./sex";

/** The last analysis of files, for those opened after them; null where there is none that could be used again. */
export function carriedFrom(file: OpenedFile | undefined): Carried | null {
  const analyzed = file && ANALYZED.last(file);
  if (!file || !analyzed?.survey || analyzed.measured < file.info.cells || file.isTranslated || analyzed.cellSpecies) return null;
  const parts = partsOf(file, analyzed.matrix, analyzed.genes.ids);
  return parts && { parts, analyzed, sex: SEX_COUNTS.find(file, analyzed.matrix) };
}

/** The cells of an analysis to come that were analysed before, in the same file, by the same matrix and genes. */
export function knownCells(file: OpenedFile, analyzed: Analyzed): Known[] {
  const { carried } = file;
  if (!carried || file.isTranslated || file.info.geneVerdict.genomes.length > 0 || carried.analyzed.threshold !== analyzed.threshold)
    return [];
  const before = new Map(carried.parts.map((part) => [part.key, part]));
  return (partsOf(file, analyzed.matrix, analyzed.genes.ids) ?? []).flatMap(({ key, first, count }) => {
    const old = before.get(key);
    return old && old.count === count ? [{ from: old.first, first, count }] : [];
  });
}

function partsOf({ info }: OpenedFile, matrix: string, genes: string[]): Part[] | null {
  const values = info.matrices.find(({ path }) => path === matrix)?.values;
  if (!info.study) return [{ key: JSON.stringify([info.fingerprint, matrix, values, info.reading]), first: 0, count: info.cells }];
  // Of the genes that all files measure, results depend on which these are.
  const shared = matrix === ALL_GENES ? [] : genes;
  let first = 0;
  return info.study.samples.map(({ fingerprint, matrix: own, cells }) => {
    const part = { key: JSON.stringify([fingerprint, own, values, info.reading, ...shared]), first, count: cells };
    first += cells;
    return part;
  });
}
