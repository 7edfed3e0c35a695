import { AnalysisError } from "../contract/errors";
import { idFields, idHeadings, type IdColumns } from "./cell-ids";
import { csvLine, number } from "./csv-fields";

/** Rows written at once. */
const PAGE_CELLS = 5000;

/** Some cells' ids and embedding (row-major, NaN where there is none); null where it was not kept. */
export type ReadEmbedding = (
  first: number,
  count: number,
) => Promise<{ ids: string[]; embedding: { dims: number; values: Float32Array } | null }>;

/**
 * embedding.csv of a model without heads: `cell_id` and what tells a cell beside it, then e1, e2, ...; a cell
 * without an embedding has empty fields.
 */
export async function* embeddingCsv(title: string, cells: number, read: ReadEmbedding, beside: IdColumns = {}): AsyncGenerator<string> {
  for (let first = 0; first < cells; first += PAGE_CELLS) {
    const { ids, embedding } = await read(first, Math.min(PAGE_CELLS, cells - first));
    if (!embedding)
      throw new AnalysisError(
        "memory",
        `${title}'s embedding of ${cells.toLocaleString("en")} cells is too large to keep; analyse fewer cells at a time.`,
      );
    const { dims, values } = embedding;
    if (first === 0) yield csvLine([...idHeadings(beside), ...Array.from({ length: dims }, (_, i) => `e${i + 1}`)]);
    yield ids
      .map((id, cell) =>
        csvLine([...idFields(id, first + cell, beside), ...Array.from(values.subarray(cell * dims, (cell + 1) * dims), number)]),
      )
      .join("");
  }
}
