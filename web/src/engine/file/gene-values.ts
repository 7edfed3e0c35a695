import { planBlocks } from "../pool/blocks";
import type { Desk } from "../desk";
import { geneColumn } from "../readers/gene-column";
import type { Lane } from "../pool/lane-pool";
import { sweep } from "../pool/sweep";

/** Stored values above which a gene's column is worth the lanes. */
const LARGE = 4e6;

/** log1p expression of one gene (its columns) in every cell: on idle lanes where the matrix is large. */
export async function geneValues(desk: Desk, matrix: string, columns: number[], signal: AbortSignal): Promise<Float32Array<ArrayBuffer>> {
  const current = desk.opened();
  const { values: kind } = current.matrixInfo(matrix);
  const values = new Float32Array(current.info.cells);
  const request = { matrix, columns, values: kind };
  const source = current.reader.matrix(matrix);
  const workers: (Lane | null)[] = (await desk.idleLanes(source.shape.stored >= LARGE)) ?? [null];
  await sweep<Float32Array>({
    lanes: workers as Lane[],
    groups: planBlocks(source, { lanes: workers.length, cells: 0, run: current.run }),
    signal,
    visit: async (lane: Lane | null, range) =>
      lane
        ? lane.call("gene", { ...request, range })
        : geneColumn(await current.reader.block(matrix, range.first, range.count), columns, kind),
    take: (range, part) => values.set(part, range.first),
  });
  return values;
}
