import type { WritableBytes } from "../../base/writable-bytes";
import { NewH5ad } from "../../writers/new-h5ad";
import { free, type NewColumn } from "../../writers/new-column";
import { textColumn } from "../metadata";
import { baseName, type NamedBytes } from "../named-bytes";
import { Placing } from "../placing";
import type { Beside, Imported } from "../sample";
import { genesIn } from "./genes-in";
import { readRows, type Heading } from "./rows";

/** Files that may hold a table of numbers, by their ending. */
export const TABLE = /\.(csv|tsv|txt|tab|gct|matrix)(\.gz)?$/i;

/**
 * Writes a table of numbers, genes in rows or in columns, as an .h5ad file: one reading finds the names and counts, another places. Throws
 * AnalysisError where it is no such table. `placedBytes`: memory for a table with genes in rows.
 */
export async function importTable(file: NamedBytes, bytes: WritableBytes, placedBytes?: number, beside?: Beside): Promise<Imported> {
  const found = await scan(file);
  const { rows, columns } = found;
  const side = genesIn(rows, columns);
  const [cells, genes] = side === "rows" ? [columns, rows] : [rows, columns];
  const named = baseName(file.name);
  const told =
    side === null
      ? `Neither rows nor columns of ${named} alone are named as genes are: its columns are taken for genes (--transposed: its rows).`
      : `Genes are the ${side} of ${named}, by their names.`;
  const made = await NewH5ad.create(bytes, cells.length);
  try {
    const placing = Placing.counted(made.rows, side === "rows" ? "columns" : "rows", side === "rows" ? found.inColumns : found.inRows);
    await placing.place(
      async (visit) => {
        let row = 0;
        await readRows(file, () => (_name, at, values) => {
          visit(new Int32Array(at.length).fill(row++), at, values, at.length);
        });
      },
      baseName(file.name),
      placedBytes,
    );
    const more = beside?.(cells);
    const [ofCells, ofGenes] = side === "rows" ? [found.ofColumns, found.ofRows] : [found.ofRows, found.ofColumns];
    const taken = new Set<string>();
    const obs = [...ofCells, ...(more?.columns ?? [])].map((column) => ({ ...column, name: free(column.name, taken) }));
    made.finish({ ids: cells, columns: obs }, { ids: genes, columns: ofGenes });
    return { cells: cells.length, genes: genes.length, notes: [told, ...(more?.notes ?? [])] };
  } catch (error) {
    throw made.failure ?? error;
  } finally {
    made.close();
  }
}

interface Scanned {
  rows: string[];
  columns: string[];
  /** Values other than zero. */
  inRows: Float64Array;
  inColumns: Float64Array;
  /** What GCT 1.3 says of rows and columns. */
  ofRows: NewColumn[];
  ofColumns: NewColumn[];
}

function named(columns: { name: string; values: string[] }[]): NewColumn[] {
  const taken = new Set(["_index"]);
  return columns.map(({ name, values }) => textColumn(free(name.replaceAll("/", "_"), taken), values));
}

async function scan(file: NamedBytes): Promise<Scanned> {
  const rows: string[] = [];
  const inRows: number[] = [];
  const said: string[][] = [];
  const head: { heading?: Heading; inColumns?: Float64Array } = {};
  await readRows(file, (heading) => {
    const inColumns = new Float64Array(heading.columns.length);
    Object.assign(head, { heading, inColumns });
    return (name, columns, _values, more) => {
      rows.push(name);
      more.forEach((text, at) => (said[at] ??= []).push(text));
      inRows.push(columns.length);
      for (const column of columns) inColumns[column]!++;
    };
  });
  const { columns, rowHeadings, ofColumns } = head.heading!;
  return {
    rows,
    columns,
    inRows: Float64Array.from(inRows),
    inColumns: head.inColumns!,
    ofRows: named(rowHeadings.map((name, at) => ({ name, values: said[at] ?? [] }))),
    ofColumns: named(ofColumns),
  };
}
