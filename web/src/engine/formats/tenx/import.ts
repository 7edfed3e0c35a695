import { AnalysisError } from "../../../contract/errors";
import type { WritableBytes } from "../../base/writable-bytes";
import { NewH5ad, type NewTable } from "../../writers/new-h5ad";
import { category } from "../../writers/new-column";
import { baseName } from "../named-bytes";
import { Placing, type CellsIn } from "../placing";
import type { Beside, Imported } from "../sample";
import { readMarket, type MarketSize } from "./matrix-market";
import { readNames, type Names } from "./names";

import type { Trio } from "./trios";

/** Kinds of features beyond which a third column tells something else. */
const MOST_KINDS = 50;

/**
 * Writes a matrix in Matrix Market's format and its two tables as an .h5ad file. Throws AnalysisError where a part is damaged or the sizes
 * disagree. `placedBytes`: memory for a matrix that is not stored cell by cell.
 */
export async function importTrio(trio: Trio, bytes: WritableBytes, placedBytes?: number, beside?: Beside): Promise<Imported> {
  const tables = { barcodes: await readNames(trio.barcodes), features: await readNames(trio.features) };
  const made: { file?: NewH5ad; placing?: Placing; sides?: Sides } = {};
  try {
    await readMarket(trio.matrix, async (size) => {
      made.sides = sidesOf(baseName(trio.matrix.name), size, tables.barcodes, tables.features);
      const cells = made.sides.barcodes.rows;
      made.file = await NewH5ad.create(bytes, cells);
      made.placing = new Placing(made.file.rows, made.sides.cellsIn, cells);
      return made.placing.visit;
    });
    await made.placing!.end((visit) => readMarket(trio.matrix, () => visit), baseName(trio.matrix.name), placedBytes);
    const { barcodes, features, notes } = made.sides!;
    const ids = barcodes.columns[0] ?? [];
    const more = beside?.(ids);
    notes.push(...(more?.notes ?? []));
    made.file!.finish({ ids, columns: more?.columns ?? [] }, genesOf(features));
    const { duplicates } = made.file!.rows;
    if (duplicates > 0)
      notes.push(
        `${duplicates.toLocaleString("en")} entries of ${baseName(trio.matrix.name)} are of a place that has one already: they are summed.`,
      );
    return { cells: barcodes.rows, genes: features.rows, notes };
  } catch (error) {
    throw made.file?.failure ?? error;
  } finally {
    made.file?.close();
  }
}

interface Sides {
  cellsIn: CellsIn;
  barcodes: Names;
  features: Names;
  notes: string[];
}

/** Which side of the matrix are cells, by the lengths of the tables; a heading is left out where the sizes then fit. */
function sidesOf(matrix: string, { rows, columns }: MarketSize, barcodes: Names, features: Names): Sides {
  const with_ = (names: Names) => [names, ...(names.withoutHeading ? [names.withoutHeading()] : [])];
  for (const cells of with_(barcodes)) {
    for (const genes of with_(features)) {
      const notes = [cells !== barcodes && barcodes.file, genes !== features && features.file].flatMap((file) =>
        file ? [`The first line of ${file} is a heading, and is left out.`] : [],
      );
      if (genes.rows === rows && cells.rows === columns) {
        if (rows === columns) notes.push(`${matrix} is square (${rows} x ${rows}): its rows are taken for genes, as 10x writes them.`);
        return { cellsIn: "columns", barcodes: cells, features: genes, notes };
      }
      if (cells.rows === rows && genes.rows === columns) return { cellsIn: "rows", barcodes: cells, features: genes, notes };
    }
  }
  throw new AnalysisError(
    "bad-file",
    `Sizes disagree: ${matrix} is ${rows} x ${columns}, but ${features.file} lists ${features.rows} features and ${barcodes.file} ` +
      `${barcodes.rows} cells. Are they of one sample, and whole?`,
  );
}

/** Symbols as the index and ids beside them, as scanpy has them; the kinds of features where the file says them. */
function genesOf({ columns }: Names): NewTable {
  const [first = [], second, third] = columns;
  if (!second) return { ids: first, columns: [] };
  const kinds = [...new Set(third ?? [])];
  const codes = new Map(kinds.map((kind, code) => [kind, code]));
  const types =
    third && kinds.length <= MOST_KINDS
      ? [
          {
            name: "feature_types",
            ...category(
              Int32Array.from(third, (kind) => codes.get(kind)!),
              kinds,
            ),
          },
        ]
      : [];
  return {
    ids: second.map((symbol, gene) => symbol || first[gene]!),
    columns: [{ name: "gene_ids", kind: "text", values: first }, ...types],
  };
}
