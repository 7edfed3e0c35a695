import type { Notice, StudyInfo, ValueKind } from "../../../contract/types";
import type { JoinedColumn } from "../../readers/study/join-columns";
import { ALL_GENES } from "../../readers/study/plan";
import type { UsableFile } from "./usable";

const count = (value: number) => value.toLocaleString("en");

export function leftOutNotices(leftOut: StudyInfo["leftOut"]): Notice[] {
  return leftOut.map(({ file, why }) => ({ code: "left-out", message: `${file} is left out: ${why}` }));
}

/** Files of the same contents: every cell is there as often as its file. */
export function sameFileNotices(files: readonly { sample: string; info: { fingerprint: string } }[]): Notice[] {
  const samples = new Map<string, string[]>();
  for (const { sample, info } of files) samples.set(info.fingerprint, [...(samples.get(info.fingerprint) ?? []), sample]);
  return [...samples.values()]
    .filter(({ length }) => length > 1)
    .map((same) => ({
      code: "study-same-file",
      message: `${same.join(" and ")} are the same file: each of its cells is counted ${same.length} times. Remove all but one.`,
    }));
}

/** How the genes of the files were joined, and what it costs. */
export function geneNotice({ genes: { any, every }, samples, shared }: StudyInfo, matrix: string): Notice {
  const files = `${count(samples.length)} ${samples.length === 1 ? "file is" : "files are"} read as one`;
  const cells = samples.reduce((sum, sample) => sum + sample.cells, 0);
  if (any === every) return { code: "study", message: `${files}: ${count(cells)} cells, each of the same ${count(any)} genes.` };
  const poorest = samples.reduce((least, one) => (one.genes < least.genes ? one : least));
  const fewest = `${poorest.file} has the fewest, ${count(poorest.genes)}`;
  const join = `${count(every)} of ${count(any)} genes are measured in every file (${fewest})`;
  return {
    code: "study",
    message:
      matrix === ALL_GENES
        ? `${files}: ${count(cells)} cells. ${join}. Models read each file's cells by the genes that it measures: a gene that was not ` +
          `measured is no zero. Survey with its quality, markers, training and comparisons use the ${count(every)}, so totals of ` +
          `cells there are lower than in their own files; take ${shared} to have models use them alone.`
        : `${files}: ${count(cells)} cells. ${join}, and these alone are used (${shared}): ${count(any - every)} are lost. Take ` +
          `${ALL_GENES} to have models read each file's cells by all the genes that it measures.`,
  };
}

export function valuesNotice(files: readonly UsableFile[], values: ValueKind): Notice[] {
  const kinds = files.map(({ info, matrix }) => ({ file: info.name, kind: info.matrices.find(({ path }) => path === matrix)!.values }));
  const logarithms = kinds.filter(({ kind }) => kind === "log1p");
  if (values !== "log1p" || logarithms.length === files.length) return [];
  return [
    {
      code: "study-values",
      message:
        `${some(logarithms.map(({ file }) => file))} ${logarithms.length === 1 ? "holds" : "hold"} log-normalised values, so the counts ` +
        "of the other files are read as log-normalised too: a cell's total is what its logarithms stand for (10,000 over all its " +
        "genes), and nothing that needs counts can be asked of all.",
    },
  ];
}

/** Where tables of cells did not fit together, and what was done. */
export function conflictNotices(
  columns: readonly JoinedColumn[],
  sampleColumn: string,
  files: readonly UsableFile[],
  areMarked: boolean,
): Notice[] {
  const found: Notice[] = columns.flatMap(({ conflict }) => (conflict ? [{ code: "study-column", message: conflict }] : []));
  if (sampleColumn !== "sample")
    found.push({
      code: "study-column",
      message: `The files have a column sample of their own: which file a cell is of is in ${sampleColumn}.`,
    });
  if (areMarked)
    found.push({
      code: "study-names",
      message: 'Files share names of cells: each cell\'s name has its sample behind it, as anndata.concat writes them (index_unique="-").',
    });
  const maps = [...new Set(files.flatMap(({ info }) => info.embeddings))];
  if (maps.length > 0)
    found.push({
      code: "study-maps",
      message: `${some(maps)} of the files ${maps.length === 1 ? "is" : "are"} not joined: each file's has axes of its own.`,
    });
  return found;
}

/** What is told of a file by itself, where it matters to the whole. */
export function fileNotices(files: readonly UsableFile[]): Notice[] {
  const told = new Map<string, { code: string; files: string[] }>();
  for (const { info } of files)
    for (const { code, message } of info.notices) {
      if (LEFT_TO_THE_WHOLE.has(code)) continue;
      const known = told.get(message) ?? { code, files: [] };
      known.files.push(info.name);
      told.set(message, known);
    }
  return [...told].map(([message, { code, files: of }]) => ({ code, message: `${some(of)}: ${message}` }));
}

/** Told of the study itself, or of choices that are another file's. */
const LEFT_TO_THE_WHOLE = new Set(["other-matrix", "other-features", "gene-dates", "gene-nameless", "coverage-notice", "coverage-refused"]);

/** Names of files in a sentence: three at most, of more the first two and how many others. */
export const some = (names: readonly string[]): string =>
  names.length > 3 ? `${names.slice(0, 2).join(", ")} and ${names.length - 2} more` : names.join(" and ");
