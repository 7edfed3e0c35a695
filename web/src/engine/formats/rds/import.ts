import type { WritableBytes } from "../../base/writable-bytes";
import { NewH5ad } from "../../writers/new-h5ad";
import { baseName, type NamedBytes } from "../named-bytes";
import type { Imported } from "../sample";
import { Feed } from "./feed";
import { readHead } from "./head";
import { Held } from "./held";
import { cellsOf, onlyOne } from "./objects";
import { inOrder, type Placed } from "./parts";
import { RReader, type Sink } from "./reader";
import type { RValue } from "./values";
import { unpacked } from "./unpacked";
import { writeMatrix } from "./write";

export interface RdsOptions {
  /** The assay of a Seurat object, or the experiment kept beside the main one of a SingleCellExperiment. */
  assay?: string;
  /** Bytes of long vectors that are kept from the first reading, and elements from which one is long. */
  mostKept?: number;
  shortest?: number;
}

/**
 * Writes what a file of R's holds of cells as an .h5ad file: counts, other matrices as layers, annotations, embeddings. One reading where
 * the matrices fit into a bounded piece of memory, else two. Throws AnalysisError where it is damaged, or holds no cells.
 */
export async function importRds(file: NamedBytes, bytes: WritableBytes, { assay, mostKept, shortest }: RdsOptions = {}): Promise<Imported> {
  const name = baseName(file.name);
  const held = new Held(name, mostKept, shortest);
  const object = await read(file, held, null);
  const found = cellsOf(object, name, assay);
  const parts = inOrder(found, name);
  const made = await NewH5ad.create(bytes, parts.cells.length);
  try {
    const later = new Map<number, Sink>();
    writeMatrix(made.rows, parts.matrix, parts.genes.length, `${name}: ${found.matrixName}`, later);
    for (const layer of parts.layers) {
      if (isSame(layer.parts, parts.matrix)) continue;
      writeMatrix(made.matrix(`layers/${layer.name}`), layer.parts, parts.genes.length, `${name}: the layer ${layer.name}`, later);
    }
    if (later.size > 0) await read(file, held, later);
    const embeddings = parts.embeddings.map(({ name, dims, values }): [string, number, Float32Array] => [name, dims, values]);
    made.finish({ ids: parts.cells, columns: parts.obs }, { ids: parts.genes, columns: parts.vars }, null, embeddings);
    const choice = found.choice ? { choice: found.choice } : {};
    return { cells: parts.cells.length, genes: parts.genes.length, notes: [`${name} is ${found.what}.`, ...parts.notes], ...choice };
  } catch (error) {
    throw made.failure ?? error;
  } finally {
    made.close();
  }
}

async function read(file: NamedBytes, held: Held, wanted: ReadonlyMap<number, Sink> | null): Promise<RValue> {
  const name = baseName(file.name);
  const feed = new Feed(unpacked(file), name);
  try {
    const kind = await readHead(feed);
    const value = await new RReader(feed, held, wanted).read();
    return kind === "rdata" && !wanted ? onlyOne(value, name) : value;
  } finally {
    await feed.close();
  }
}

/** Whether a layer is X once more: Seurat has the counts as data, too, before they are normalised. */
function isSame(layer: Placed[], first: Placed[]): boolean {
  return (
    layer.length === first.length &&
    layer.every(({ matrix: a }, at) => {
      const b = first[at]!.matrix;
      if (a.kind !== "csc" || b.kind !== "csc") return false;
      return equal(a.i.values, b.i.values) && equal(a.x.values, b.x.values) && equal(a.p, b.p);
    })
  );
}

type Values = Int32Array | Float64Array | null;
const equal = (a: Values, b: Values) => a !== null && b !== null && a.length === b.length && a.every((value, at) => value === b[at]);
