import { remedy } from "../base/remedy";
import { AnalysisError } from "../../contract/errors";
import type { Reading } from "../../contract/types";
import { choose } from "./choice";
import type { Frame } from "./columns";
import { named, readerOf, type Place } from "./contents";
import type { Embedding } from "./embeddings";
import type { Hdf5 } from "./hdf5";
import { openCsr, openMatrix, transposed } from "./matrix";
import type { Matrix, Reader } from "./reader";
import { seuratFrame } from "./seurat-frame";
import { openSparse } from "./sparse";
import { H5T, readNumbers, toFloat32 } from "./values";

export const isSeurat = (file: Hdf5): boolean => file.group("assays") !== null && file.dataset("cell.names") !== null;

/**
 * Reads one assay of a Seurat object as SeuratDisk writes it (.h5seurat): the active one, where none is asked for. Its data are X, its
 * counts and further layers are layers, reductions are obsm. Format: https://mojaveazure.github.io/seurat-disk/articles/h5Seurat-spec.html
 */
export function readSeurat(file: Hdf5, reading: Reading = {}): Reader {
  if (reading.isTransposed)
    throw new AnalysisError(
      "bad-input",
      `${file.name} is a Seurat file, whose cells are read from its columns already: ` +
        remedy("open it as it is.", "open it without --transposed."),
    );
  const names = file.keys("assays").filter((name) => file.dataset(`assays/${name}/features`));
  if (names.length === 0) throw new AnalysisError("bad-file", `${file.name} is a Seurat file without an assay that lists its features.`);
  const active = String(file.attribute("/", "active.assay"));
  const first = names.includes(active) ? active : names.includes("RNA") ? "RNA" : names[0]!;
  const why = first === active ? "the object's active assay" : "the object names no active assay";
  const choice = choose(file, "assay", names, first, reading.part, why);
  const at = `assays/${choice.taken}`;
  const obs = seuratFrame(file, "meta.data", "cell.names");
  const vars = seuratFrame(file, `${at}/meta.features`, `${at}/features`);
  return readerOf(
    file,
    {
      format: "Seurat",
      obs,
      vars,
      matrices: placesOf(file, at, obs.rows, vars),
      embeddings: reductions(file, obs.rows),
      declaredBase: null,
      uns: null,
      roots: [at, "cell.names", "meta.data", "reductions"],
      choice,
    },
    reading,
  );
}

/** Slots of an assay, and layers of one of Seurat 5, under the names that they have in AnnData. */
function placesOf(file: Hdf5, at: string, cells: number, vars: Frame): Place[] {
  const keys = file.keys(at);
  const layers = file.keys(`${at}/layers`).map((name) => `layers/${name}`);
  const found = [...["counts", "data", "scale.data"].filter((name) => keys.includes(name)), ...layers];
  const nameOf = (slot: string) => slot.replace(/^layers\//, "");
  const x = found.find((slot) => nameOf(slot) === "data") ?? found.find((slot) => nameOf(slot) === "counts") ?? found[0];
  return found
    .toSorted((a, b) => Number(b === x) - Number(a === x))
    .map((slot) => {
      const path = slot === x ? "X" : `layers/${nameOf(slot)}`;
      return { path, open: () => named(openSlot(file, `${at}/${slot}`, [cells, vars.rows]), path), table: vars };
    });
}

/** R's columns are rows of the file: genes x cells are read as cells x genes, stored by cells. */
function openSlot(file: Hdf5, path: string, shape: [cells: number, genes: number]): Matrix | null {
  if (!file.group(path)) return openMatrix(file, path);
  const dims = file.attribute(path, "dims") as ArrayLike<number> | undefined;
  return openCsr(file, path, openSparse(file, path, "csr", dims ? [dims[1], dims[0]] : shape));
}

function reductions(file: Hdf5, cells: number): Embedding[] {
  return file.keys("reductions").flatMap((name): Embedding | [] => {
    const dataset = file.dataset(`reductions/${name}/cell.embeddings`);
    if (!dataset) return [];
    const { shape, type } = dataset.metadata;
    const [dims, rows] = shape ?? [];
    if (shape?.length !== 2 || rows !== cells || dims! < 2 || (type !== H5T.float && type !== H5T.integer)) return [];
    return {
      name: `X_${name}`,
      dims: dims!,
      read(count) {
        const values = toFloat32(
          readNumbers(file, dataset, [
            [0, count],
            [0, cells],
          ]),
        );
        return transposed(values, count, cells);
      },
    };
  });
}
