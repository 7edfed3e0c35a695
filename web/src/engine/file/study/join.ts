import { AnalysisError } from "../../../contract/errors";
import type { Column, FileInfo, Reading, StudyInfo } from "../../../contract/types";
import type { CoreModule } from "../../base/core";
import { sha256 } from "../../base/sha256";
import type { GeneIds } from "../../contract/cells";
import type { Models } from "../../model/models";
import { textColumn } from "../../readers/columns";
import type { Reader } from "../../readers/reader";
import { joinCellIds } from "../../readers/study/join-cells";
import { joinColumn, joinColumns } from "../../readers/study/join-columns";
import { joinGenes } from "../../readers/study/join-genes";
import type { OpenReaders } from "../../readers/study/open-readers";
import { ALL_GENES, SHARED_GENES, type StudyPlan } from "../../readers/study/plan";
import { StudyMatrices } from "../../readers/study/reader";
import { repeatedNamesNotice } from "../names-of-cells";
import { NAMES_LOOKED_AT } from "../describe";
import { coverageNotices } from "../matrix-notices";
import { geneNotices } from "../../genes/gene-notices";
import { studyCoverage } from "./coverage";
import { joinedMatrix, joinedValues } from "./matrix";
import { conflictNotices, fileNotices, geneNotice, leftOutNotices, sameFileNotices, valuesNotice } from "./notices";
import { sharedLabelNotices } from "./shared-labels";
import type { UsableFile } from "./usable";
import { sameSpecies } from "./species";

/** A study as a file is to every step, and how lanes read it. */
export interface JoinedStudy {
  reader: Reader;
  info: FileInfo;
  plan: StudyPlan;
}

/** Shared genes stand for all where they are this much of them: one list for models and statistics is simpler to think of. */
const NEARLY_ALL = 0.95;

/** Joins files that were looked at; `open` gives their readers, which are closed with the study. */
export async function joinFiles(
  core: CoreModule,
  models: Models,
  usable: readonly UsableFile[],
  unusable: readonly { file: string; why: string }[],
  reading: Reading,
  open: (kept: readonly UsableFile[]) => { readers: OpenReaders; close(): void },
): Promise<JoinedStudy> {
  const { files, others } = sameSpecies(usable);
  const leftOut = [...unusable, ...others];
  if (files.length === 0)
    throw new AnalysisError("bad-input", `None of the files can be used. ${leftOut.map(({ file, why }) => `${file}: ${why}`).join(" ")}`);
  const joined = joinGenes(
    files.map(({ geneIds }) => geneIds),
    await models.aliases(),
  );
  const genes = joined.genes.ids.length;
  const values = joinedValues(files);
  let every = 0;
  const shared = joined.files.map((count) => (count === files.length ? every++ : -1));
  if (every === 0)
    throw new AnalysisError(
      "bad-input",
      `No gene is measured in every file (${files.map(({ info }) => info.name).join(", ")}): their names have nothing in common. ` +
        "Open files of one species whose genes are named by symbols or Ensembl ids.",
    );
  const lists = new Map<string, GeneIds>();
  const namesOf = (ids: GeneIds): GeneIds => {
    const key = JSON.stringify(ids);
    return lists.get(key) ?? (lists.set(key, ids), ids);
  };
  const isInOrder = (places: Int32Array) => places.length === genes && places.every((place, i) => place === i);
  const plan: StudyPlan = {
    files: files.map(({ source, scales, matrix, plan: { shape, grain, span }, info, geneIds }, i) => ({
      source,
      scales,
      matrix,
      shape,
      grain,
      span,
      ...kindOf(info, matrix),
      names: namesOf(geneIds),
      places: isInOrder(joined.places[i]!) ? null : joined.places[i]!,
    })),
    genes,
    values,
    shared: every === genes ? null : shared,
  };
  const name = studyName(files);
  const { readers, close } = open(files);
  const matrices = new StudyMatrices(name, plan, readers);
  const sharedGenes = plan.shared ? onlyShared(joined.genes, plan.shared) : joined.genes;
  const genesOf = (matrix: string) => (matrix === SHARED_GENES ? sharedGenes : joined.genes);
  const columns = joinColumns(files.map(({ info }) => info));
  const sampleColumn = ["sample", "study_sample", "phenolens_sample"].find((one) => !columns.some(({ info }) => info.name === one))!;
  const infos = [{ name: sampleColumn, kind: "category" as const, categories: files.length }, ...columns.map(({ info }) => info)];
  let ids: Promise<{ ids: string[]; areMarked: boolean }> | undefined;
  const idsOfFiles = () =>
    Promise.all(files.map(async ({ sample }, i) => ({ sample, ids: await readers.use(i, (reader) => reader.cellIds()) })));
  const cellIds = () => (ids ??= idsOfFiles().then(joinCellIds));
  const column = async (wanted: string): Promise<Column> => {
    if (wanted === sampleColumn) return samplesColumn(sampleColumn, files);
    const info = infos.find((one) => one.name === wanted);
    if (!info) throw new AnalysisError("bad-input", `obs of ${name} has no column named ${wanted}.`);
    const parts = [];
    for (const [i, file] of files.entries()) {
      const has = file.info.columns.some((one) => one.name === wanted);
      parts.push({ cells: file.info.cells, column: has ? await readers.use(i, (reader) => reader.column(wanted)) : null });
    }
    return joinColumn(info, parts);
  };
  const noEmbedding = (wanted: string): Promise<never> =>
    Promise.reject(new AnalysisError("bad-input", `${name} has no embedding ${wanted}: those of its files have axes of their own.`));
  const infosOfMatrices = matrices.paths.map((path) => joinedMatrix(matrices.reading(path).shape, files, values));
  const matrix = plan.shared && every >= NEARLY_ALL * genes ? SHARED_GENES : ALL_GENES;
  const { fingerprint } = await fingerprintOf(files);
  const reader: Reader = {
    name,
    bytes: files.reduce((sum, { info }) => sum + info.bytes, 0),
    cells: matrices.cells,
    genes,
    matrices: infosOfMatrices,
    unusable: [],
    declaredBase: null,
    columns: infos,
    embeddings: [],
    fingerprints: async () => ({ fingerprint, earlier: fingerprint }),
    block: (path, first, count) => matrices.block(path, first, count),
    ownBlock: (path, first, count) => matrices.block(path, first, count, "own"),
    matrix: (path) => matrices.reading(path),
    parts: (path) => matrices.partsOf(path),
    sample: () => Promise.reject(new AnalysisError("internal", `The matrices of ${name} were judged file by file.`)),
    geneIds: async (path) => genesOf(path),
    geneColumns: () => joined.genes.alternatives.map((one) => one.name),
    cellIds: async () => (await cellIds()).ids,
    ownCellIds: async () => (await idsOfFiles()).flatMap(({ ids: own }) => own),
    column,
    embedding: noEmbedding,
    wholeEmbedding: noEmbedding,
    close,
  };
  const taken = infosOfMatrices.find(({ path }) => path === matrix)!;
  const study: StudyInfo = {
    samples: files.map(({ sample, place, info, matrix: path, geneIds }) => {
      const own = info.matrices.find((one) => one.path === path)!;
      return {
        sample,
        file: info.name,
        place,
        fingerprint: info.fingerprint,
        bytes: info.bytes,
        cells: info.cells,
        genes: geneIds.ids.length,
        matrix: path,
        values: own.values,
        matrixWhy: path === info.matrix ? info.matrixWhy : "Chosen by hand.",
        scale: own.scale,
        hasOthers: info.matrices.some(({ features }) => features !== undefined),
        geneColumns: info.geneColumns,
        ...(info.format ? { format: info.format } : {}),
      };
    }),
    column: sampleColumn,
    leftOut,
    genes: { any: genes, every },
    shared: plan.shared ? SHARED_GENES : ALL_GENES,
  };
  const judged = { genes: genesOf(matrix), matrix: taken };
  const { geneVerdict, coverage } = await studyCoverage(core, models, judged, matrices.partsOf(matrix), study.samples);
  const names = matrices.cells <= NAMES_LOOKED_AT ? await cellIds() : null;
  const info: FileInfo = {
    name,
    bytes: reader.bytes,
    fingerprint,
    earlierFingerprint: fingerprint,
    cells: reader.cells,
    genes,
    matrices: infosOfMatrices,
    unusable: [],
    matrix,
    matrixWhy: taken.why,
    columns: infos,
    embeddings: [],
    reading,
    geneColumns: reader.geneColumns(matrix),
    geneVerdict,
    coverage,
    notices: [
      ...leftOutNotices(leftOut),
      ...sameFileNotices(files),
      geneNotice(study, matrix),
      ...valuesNotice(files, values),
      ...conflictNotices(columns, sampleColumn, files, names?.areMarked ?? false),
      ...sharedLabelNotices(files),
      ...fileNotices(files),
      ...coverageNotices(coverage),
      ...geneNotices(genesOf(matrix)),
      ...repeatedNamesNotice(names?.ids ?? []),
    ],
    study,
  };
  return { reader, info, plan };
}

function kindOf(info: FileInfo, matrix: string): Pick<StudyPlan["files"][number], "values" | "stored"> {
  const { values, scale } = info.matrices.find(({ path }) => path === matrix)!;
  return { values, stored: scale.stored };
}

function samplesColumn(name: string, files: readonly UsableFile[]): Column {
  const { codes, categories } = textColumn(
    name,
    files.flatMap(({ sample, info }) => Array.from({ length: info.cells }, () => sample)),
  ) as Extract<Column, { kind: "text" }>;
  return { name, kind: "category", codes, categories };
}

function onlyShared({ ids, alternatives }: GeneIds, shared: Int32Array): GeneIds {
  const only = (names: string[]) => names.filter((_, gene) => shared[gene]! >= 0);
  return { ids: only(ids), alternatives: alternatives.map(({ name, values }) => ({ name, values: only(values) })) };
}

/** What the study goes by: its files' names, or of many the first one's and their number. */
function studyName(files: readonly UsableFile[]): string {
  const names = files.map(({ info }) => info.name);
  return names.length <= 2 ? names.join(" + ") : `${names[0]} + ${names.length - 1} more`;
}

async function fingerprintOf(files: readonly UsableFile[]): Promise<{ fingerprint: string }> {
  const text = files.map(({ info, matrix }) => `${info.fingerprint} ${matrix}\n`).join("");
  return { fingerprint: await sha256(new TextEncoder().encode(`study\n${text}`)) };
}
