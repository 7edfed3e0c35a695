import { remedy } from "../base/remedy";
import { AnalysisError } from "../../contract/errors";
import type { Reading } from "../../contract/types";
import { attributeFrame } from "./attribute-frame";
import { wantsWhole } from "./choice";
import { named, readerOf } from "./contents";
import { findEmbeddings, pairsOf } from "./embeddings";
import type { Hdf5 } from "./hdf5";
import { openMatrix } from "./matrix";
import type { Reader } from "./reader";

/** Attributes that name genes and cells, as loompy, velocyto, scanpy, SCope and Seurat write them, most telling first. */
const GENES = ["Gene", "gene", "var_names", "gene_names", "GeneName", "Accession", "Name", "gene_id"];
const CELLS = ["CellID", "cell_id", "obs_names", "cell_names", "Cell", "barcode", "Barcode", "barcodes"];

export const isLoom = (file: Hdf5): boolean =>
  file.dataset("matrix") !== null && ["row_attrs", "col_attrs"].some((name) => file.group(name) !== null);

/**
 * Reads a loom file of any version: genes in rows, cells in columns. Its matrix is X, its layers are layers, one-dimensional attributes of
 * cells are obs, two-dimensional ones and pairs of coordinates obsm.
 */
export function readLoom(file: Hdf5, reading: Reading = {}): Reader {
  wantsWhole(file, reading.part);
  if (reading.isTransposed)
    throw new AnalysisError(
      "bad-input",
      `${file.name} is a loom file, whose cells are read from its columns already: ` +
        remedy("open it as it is.", "open it without --transposed."),
    );
  const { shape } = file.dataset("matrix")!.metadata;
  if (shape?.length !== 2)
    throw new AnalysisError(
      "bad-file",
      `matrix of ${file.name} should have two dimensions, genes and cells, but has ${shape?.length ?? 0}.`,
    );
  const [genes, cells] = shape as [number, number];
  const obs = attributeFrame(file, "col_attrs", cells, CELLS);
  const vars = attributeFrame(file, "row_attrs", genes, GENES);
  const place = (at: string, path: string) => ({ path, open: () => named(openMatrix(file, at, true), path), table: vars });
  return readerOf(
    file,
    {
      format: "loom",
      obs,
      vars,
      matrices: [place("matrix", "X"), ...file.keys("layers").map((name) => place(`layers/${name}`, `layers/${name}`))],
      embeddings: [...findEmbeddings(file, "col_attrs", cells), ...pairsOf(obs)],
      declaredBase: null,
      uns: null,
      roots: ["matrix", "layers", "row_attrs", "col_attrs"],
    },
    reading,
  );
}
