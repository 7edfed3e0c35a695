import { AnalysisError } from "../../contract/errors";
import type { Manifest } from "../../contract/manifest";
import type { Coverage, FileInfo, GeneVerdict, MatrixInfo, Notice, Reading, ValueKind } from "../../contract/types";
import { chooseMatrix } from "./choose-matrix";
import { named, unwrap, withAnalysis, type CoreModule } from "../base/core";
import { addModel } from "../model/core-models";
import { geneNotices } from "../genes/gene-notices";
import { GeneNames } from "../genes/names";
import { speciesNotices } from "../genes/species-notices";
import { repeatedNamesNotice } from "./names-of-cells";
import { transposedNotice } from "./transposed";
import type { Models } from "../model/models";
import type { OpenedFile } from "./opened-file";
import type { Reader } from "../readers/reader";
import type { GeneIds } from "../contract/cells";
import { verdict } from "./verdicts";

/** Names of more cells are read when they are needed, and told of then. */
export const NAMES_LOOKED_AT = 200_000;

/** What a file holds, judged on samples: nothing is computed over all cells yet. */
export async function describe(core: CoreModule, reader: Reader, models: Models, reading: Reading = {}): Promise<FileInfo> {
  if (reader.matrices.length === 0) {
    throw new AnalysisError(
      "bad-input",
      `${reader.name} holds no matrix: X is absent, and there is neither raw/X nor a layer. Export it with its counts.`,
    );
  }
  if (reader.cells === 0) throw new AnalysisError("bad-input", `${reader.name} holds no cells: obs is empty.`);
  if (reader.genes === 0) throw new AnalysisError("bad-input", `${reader.name} holds no genes: var is empty.`);
  const matrices: MatrixInfo[] = [];
  for (const shape of reader.matrices) {
    const { kind, why } =
      shape.stored === 0
        ? { kind: "empty" as const, why: "No value is stored." }
        : unwrap(named(core.judge_values(await reader.sample(shape.path)), shape.path, reader));
    matrices.push({ ...shape, values: kind, why });
  }
  const { path, why } = chooseMatrix(matrices);
  const genes = await reader.geneIds(path);
  const { geneVerdict, coverage } = await judgeGenes(core, genes, matrices.find((matrix) => matrix.path === path)!.values, models);
  const { fingerprint, earlier } = await reader.fingerprints();
  return {
    name: reader.name,
    bytes: reader.bytes,
    fingerprint,
    earlierFingerprint: earlier,
    cells: reader.cells,
    genes: reader.genes,
    matrices,
    matrix: path,
    matrixWhy: why,
    columns: reader.columns,
    embeddings: reader.embeddings,
    reading,
    geneColumns: reader.geneColumns(path),
    geneVerdict,
    coverage,
    notices: [
      ...(await transposedNotice(core, reader, path)),
      ...notices(
        matrices.find((matrix) => matrix.path === path)!,
        coverage,
      ),
      ...speciesNotices(geneVerdict),
      ...geneNotices(genes),
      ...(reader.cells <= NAMES_LOOKED_AT ? repeatedNamesNotice(await reader.cellIds()) : []),
    ],
  };
}

/** How the models there are now cover a file described before. */
export async function coverageOf(core: CoreModule, file: OpenedFile, models: Models): Promise<Coverage[]> {
  const { matrix } = file.info;
  return (await judgeGenes(core, await file.geneIds(matrix), file.matrixInfo(matrix).values, models)).coverage;
}

/** Species of the genes and how much of each model's vocabulary they are. */
export async function judgeGenes(
  core: CoreModule,
  genes: GeneIds,
  values: ValueKind,
  models: Models,
): Promise<{ geneVerdict: GeneVerdict; coverage: Coverage[] }> {
  const infos = models.infos();
  const parts = await Promise.all(
    infos.map(async ({ name }) => ({ manifest: models.folder(name).manifest, genesTsv: await models.folder(name).text("genes") })),
  );
  return withAnalysis(core, (analysis) => {
    const first = unwrap(
      analysis.set_genes({ ids: genes.ids.join("\n"), alternatives: genes.alternatives.map((column) => column.values.join("\n")), values }),
    );
    let { species, why } = first;
    const { genomes, mitochondrial_genes: mitochondrial, ribosomal_genes: ribosomal } = first;
    const matched = parts.map((part) => addModel(analysis, part));
    for (const judged of matched) if (species === "unknown") ({ species, why } = judged);
    return {
      geneVerdict: { source: new GeneNames(genes).source, species, why, genomes, mitochondrial, ribosomal },
      coverage: infos.map((info, i) =>
        verdict(info, matched[i]!.found, matched[i]!.vocabulary, { species, why, genomes }, values, readsCounts(parts[i]!.manifest)),
      ),
    };
  });
}

function readsCounts({ encoding }: Manifest): boolean {
  return encoding.name === "polygene-bins" && encoding.scale === "counts";
}

function notices(matrix: MatrixInfo, coverage: Coverage[]): Notice[] {
  const found: Notice[] = [];
  if (matrix.values === "log1p")
    found.push({ code: "log-normalised", message: `${matrix.path} holds log-normalised values; they are used as they are. ${matrix.why}` });
  if (matrix.values === "fractional-counts")
    found.push({ code: "fractional-counts", message: `${matrix.path} holds counts with fractions. ${matrix.why}` });
  if (matrix.values === "scaled")
    found.push({
      code: "scaled",
      message:
        `${matrix.path} holds scaled values: models need counts or log-normalised values. Keep them in a layer or in raw ` +
        `when you export the file.`,
    });
  for (const { model, verdict: kind, reason } of coverage)
    if (kind !== "ok") found.push({ code: `coverage-${kind}`, message: reason || model });
  return found;
}
