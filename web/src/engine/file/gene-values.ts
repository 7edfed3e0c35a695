import { AnalysisError } from "../../contract/errors";
import { planBlocks } from "../pool/blocks";
import type { Lane } from "../pool/lane-pool";
import { sweep } from "../pool/sweep";
import { geneColumn } from "../readers/gene-column";
import type { OpenedFile } from "./opened-file";

/** Stored values above which a gene's column is worth the lanes. */
const LARGE = 4e6;

/** Whether reading one gene of a matrix is worth the lanes. */
export const isLarge = (file: OpenedFile, matrix: string): boolean => file.reader.matrix(matrix).shape.stored >= LARGE;

/** log1p expression of one gene (its columns) in every cell: on lanes, or here where there are none. Stopped, it throws `cancelled`. */
export async function geneValues(
  file: OpenedFile,
  lanes: Lane[] | null,
  matrix: string,
  columns: number[],
  signal: AbortSignal,
): Promise<Float32Array<ArrayBuffer>> {
  const { values: kind } = file.matrixInfo(matrix);
  const values = new Float32Array(file.info.cells);
  const request = { matrix, columns, values: kind };
  const workers: (Lane | null)[] = lanes ?? [null];
  const isWhole = await sweep<Float32Array>({
    lanes: workers as Lane[],
    groups: planBlocks(file.reader.matrix(matrix), { lanes: workers.length, cells: 0, run: file.run }),
    signal,
    visit: async (lane: Lane | null, range) =>
      lane
        ? lane.call("gene", { ...request, range })
        : geneColumn(await file.reader.block(matrix, range.first, range.count), columns, kind),
    take: (range, part) => values.set(part, range.first),
  });
  for (const { first, count, measured } of file.reader.parts?.(matrix) ?? [])
    // Not measured is not zero.
    if (measured && !columns.some((column) => measured[column])) values.fill(NaN, first, first + count);
  if (!isWhole) throw new AnalysisError("cancelled", "Stopped before the gene was read in every cell.");
  return values;
}
