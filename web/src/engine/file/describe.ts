import type { Manifest } from "../../contract/manifest";
import type { Coverage, FileInfo, GeneVerdict, MatrixInfo, ModelInfo, Reading } from "../../contract/types";
import { chooseMatrix, type Candidate } from "./choose-matrix";
import { unwrap, withAnalysis, type CoreModule } from "../base/core";
import { addModel } from "../model/core-models";
import { geneNotices } from "../genes/gene-notices";
import { GeneNames } from "../genes/names";
import { judgeMatrices, proportional, type Judged } from "./judge-matrices";
import {
  choiceNotices,
  coverageNotices,
  emptyNotices,
  featureNotices,
  otherMatrices,
  unusableNotices,
  valueNotices,
} from "./matrix-notices";
import { speciesNotices } from "../genes/species-notices";
import { repeatedNamesNotice } from "./names-of-cells";
import { transposedNotice } from "./transposed";
import type { Models } from "../model/models";
import type { Reader } from "../readers/reader";
import type { GeneIds } from "../contract/cells";
import { verdict } from "./verdicts";

/** Names of more cells are read when they are needed, and told of then. */
export const NAMES_LOOKED_AT = 200_000;

/**
 * What a file holds, judged on samples: nothing is computed over all cells yet. Nothing is refused: what cannot be used is said.
 * `models` null: how models cover it is not asked.
 */
export async function describe(core: CoreModule, reader: Reader, models: Models | null, reading: Reading = {}): Promise<FileInfo> {
  const { judged, unusable } = await judgeMatrices(core, reader);
  const found = new GenesFound(core, reader, models);
  const { order, why } = chooseMatrix(await candidates(core, judged, found));
  const taken = reader.cells > 0 && reader.genes > 0 ? order[0]?.info : undefined;
  const { geneVerdict, coverage } = await found.of(taken ?? null);
  const { fingerprint, earlier } = await reader.fingerprints();
  const info: FileInfo = {
    name: reader.name,
    bytes: reader.bytes,
    fingerprint,
    earlierFingerprint: earlier,
    cells: reader.cells,
    genes: reader.genes,
    matrices: judged.map((one) => one.info),
    unusable,
    matrix: taken?.path ?? "",
    matrixWhy: why,
    columns: reader.columns,
    embeddings: reader.embeddings,
    ...(reader.format ? { format: reader.format } : {}),
    ...(reader.choice ? { choice: reader.choice } : {}),
    reading,
    geneColumns: reader.geneColumns(taken?.path ?? ""),
    geneVerdict,
    coverage,
    notices: [],
  };
  const cells = reader.cells <= NAMES_LOOKED_AT ? await reader.cellIds() : [];
  info.notices = [
    ...choiceNotices(info),
    ...emptyNotices(info),
    ...(taken ? valueNotices(taken) : []),
    ...(taken ? otherMatrices(order) : []),
    ...unusableNotices(unusable),
    ...featureNotices(info.matrices),
    ...(taken ? coverageNotices(coverage) : []),
    ...(taken ? transposedNotice(core, reader.name, geneVerdict, cells) : []),
    ...(taken ? speciesNotices(geneVerdict) : []),
    ...(taken ? geneNotices(await found.ids(taken.path)) : []),
    ...repeatedNamesNotice(cells),
  ];
  return info;
}

/** Species and coverage by the matrix's genes and values, each found once. */
class GenesFound {
  private readonly known = new Map<string, ReturnType<typeof judgeGenes>>();
  private readonly names = new Map<string, Promise<GeneIds>>();

  constructor(
    private readonly core: CoreModule,
    private readonly reader: Reader,
    private readonly models: Models | null,
  ) {}

  ids(path: string): Promise<GeneIds> {
    let names = this.names.get(path);
    if (!names) this.names.set(path, (names = this.reader.geneIds(path)));
    return names;
  }

  /** Null: of the file's genes, without a matrix. */
  of(matrix: MatrixInfo | null): ReturnType<typeof judgeGenes> {
    const table = matrix?.path.startsWith("raw") ? "raw" : "var";
    const key = JSON.stringify([table, matrix?.features, matrix?.values, matrix?.scale]);
    let found = this.known.get(key);
    if (!found) {
      found = this.ids(matrix?.path ?? "").then((ids) => judgeGenes(this.core, ids, matrix, this.models));
      this.known.set(key, found);
    }
    return found;
  }
}

/** The matrices with what they are compared by. Models' vocabularies are looked up only where matrices have different genes. */
async function candidates(core: CoreModule, judged: Judged[], found: GenesFound): Promise<Candidate[]> {
  const genes = new Set(judged.filter(({ info }) => !info.features).map(({ info }) => info.genes));
  const most = Math.max(...genes);
  const x = judged.find(({ info }) => info.path === "X");
  const all: Candidate[] = [];
  for (const one of judged) {
    const { info } = one;
    const shares =
      genes.size > 1 && !info.features ? (await found.of(info)).coverage.map((of) => of.found / Math.max(1, of.vocabulary)) : [];
    all.push({
      info,
      coverage: shares.length > 0 ? Math.max(...shares) : info.genes / most,
      likeX: x && one !== x ? proportional(core, x, one) : NaN,
    });
  }
  return all;
}

/**
 * Species of the genes and how much of each model's vocabulary they are; `matrix` is null where a file has none.
 * `isTranslated`: they are the orthologs of the file's.
 */
export async function judgeGenes(
  core: CoreModule,
  genes: GeneIds,
  matrix: { values: MatrixInfo["values"]; scale: Pick<MatrixInfo["scale"], "stored"> } | null,
  models: Models | null,
  isTranslated = false,
): Promise<{ geneVerdict: GeneVerdict; coverage: Coverage[] }> {
  const infos = models?.infos() ?? [];
  if (genes.ids.length === 0) return noGenes(infos);
  const parts = await Promise.all(
    infos.map(async ({ name }) => ({ manifest: models!.folder(name).manifest, genesTsv: await models!.folder(name).text("genes") })),
  );
  const values = matrix?.values ?? "empty";
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
        verdict(
          info,
          matched[i]!.found,
          matched[i]!.vocabulary,
          { species, why, genomes },
          matrix?.scale.stored ?? "empty",
          readsCounts(parts[i]!.manifest),
          isTranslated,
        ),
      ),
    };
  });
}

/** Of a file without genes: nothing is known, and no model can read it. */
function noGenes(infos: ModelInfo[]): { geneVerdict: GeneVerdict; coverage: Coverage[] } {
  const why = "The file names no gene.";
  const geneVerdict: GeneVerdict = { source: "_index", species: "unknown", why, genomes: [], mitochondrial: 0, ribosomal: 0 };
  return {
    geneVerdict,
    coverage: infos.map((info) => ({ model: info.name, found: 0, vocabulary: info.genes, verdict: "refused", reason: why })),
  };
}

function readsCounts({ encoding }: Manifest): boolean {
  return encoding.name === "polygene-bins" || encoding.name === "dense" ? encoding.scale !== "log1p" : false;
}
