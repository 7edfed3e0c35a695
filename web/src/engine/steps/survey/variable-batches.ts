import { AnalysisError, toWire } from "../../../contract/errors";
import type { GeneScores, Sums } from "../../../../../wasm/bind/phenolens_core";
import { unwrap } from "../../base/core";
import { remedy } from "../../base/remedy";
import { donorsOf } from "../../file/donors";
import { gather, type SurveyJob } from "./gather";

/** What genes are ranked by, and those chosen. */
export interface Scored {
  scores: GeneScores;
  expected?: Float64Array;
  chosen: Int32Array<ArrayBuffer>;
}

/** Genes that vary in most batches, as scanpy's batch_key: cells without a batch take no part. */
export async function byBatches(job: SurveyJob, flavour: "seurat" | "seurat_v3", top: number, column: string): Promise<Scored> {
  const { file, matrix, mask } = job;
  const { codes: all, categories } = await donorsOf(file, column);
  // Batches without cells are none.
  const isUsed = categories.map(() => false);
  const codes = all.map((code, cell) => (mask && !mask[cell] ? -1 : code));
  for (const code of codes) if (code >= 0) isUsed[code] = true;
  const place = new Map([...categories.keys()].filter((code) => isUsed[code]).map((code, i) => [code, i]));
  if (place.size < 2)
    throw new AnalysisError(
      "bad-input",
      `${column} has ${place.size === 0 ? "no batch" : "one batch"} among these cells: choose genes without it.`,
    );
  const groups = codes.map((code) => place.get(code) ?? -1);
  const names = [...place.keys()].map((code) => categories[code]!);
  const { genes } = file.matrixInfo(matrix);
  const asked = { step: "variable genes", groups };
  const plain = { ...job, mask: null };
  const sums = await gather(plain, { of: "batches", genes, batches: place.size }, asked);
  try {
    if (flavour === "seurat") {
      const { symbols } = await file.geneNames(matrix);
      const order = new Int32Array(genes);
      [...symbols.keys()]
        .sort((a, b) => (symbols[a]! < symbols[b]! ? -1 : symbols[a]! > symbols[b]! ? 1 : a - b))
        .forEach((gene, at) => (order[gene] = at));
      const { chosen, ...scores } = unwrap(sums.batch_dispersions({ top, order }));
      return { scores, chosen };
    }
    const { expected, limit } = trendsOf(sums, column, names);
    const clipped = await gather(plain, { of: "batches-clipped", genes, batches: place.size, limit }, asked);
    try {
      const { chosen, ...scores } = unwrap(sums.batch_standardized(clipped, { expected, top }));
      return { scores, chosen };
    } finally {
      clipped.delete();
    }
  } finally {
    sums.delete();
  }
}

/** A trend for each batch; one of too few cells is named. */
function trendsOf(sums: Sums, column: string, names: string[]): { expected: Float64Array; limit: Float64Array } {
  try {
    return unwrap(sums.batch_trends());
  } catch (error) {
    const message = toWire(error).message.replace(/\bbatch (\d+)/i, (_, batch) => names[Number(batch)] ?? `batch ${batch}`);
    throw new AnalysisError(
      "bad-input",
      `seurat_v3 fits a trend in every ${column}, which one does not allow (${message.replace(/\.$/, "")}). ` +
        remedy(
          "Under Variable genes, choose the method Binned dispersion (Seurat) instead, or no batch.",
          "Take the seurat flavour instead (--hvg seurat), or leave that batch out.",
        ),
      { cause: error },
    );
  }
}
