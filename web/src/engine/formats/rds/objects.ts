import { AnalysisError } from "../../../contract/errors";
import { genesIn } from "../table/genes-in";
import { experiment, isExperiment } from "./experiment";
import { matrixOf, UnreadMatrix } from "./matrices";
import type { CellObject } from "./parts";
import { isSeurat, seurat } from "./seurat";
import { classes, named, numbers, packageOf, R_NULL, slot, type RValue } from "./values";

/** What the object of a file holds of cells. Throws AnalysisError that names it where it is none that holds cells. */
export function cellsOf(value: RValue, file: string, assay: string | undefined): CellObject {
  if (isSeurat(value)) return seurat(value, file, assay);
  if (isExperiment(value)) return experiment(value, file, assay);
  const bare = bareMatrix(value, file);
  if (bare) return bare;
  throw new AnalysisError("bad-input", `${file} holds ${described(value)}, ${remedy(value, file)}`);
}

/** The objects of an .RData file: the one that holds cells. */
export function onlyOne(objects: RValue, file: string): RValue {
  const all = [...named(objects)];
  const found = all.filter(([, value]) => isSeurat(value) || isExperiment(value));
  if (found.length === 1) return found[0]![1];
  if (all.length === 1) return all[0]![1];
  const shown = (found.length > 1 ? found : all).slice(0, 5).map(([name, value]) => `${name}: ${described(value)}`);
  if (all.length > 5) shown.push("...");
  const [name = "x"] = found[0] ?? all[0] ?? [];
  throw new AnalysisError(
    "bad-input",
    `${file} holds ${all.length} objects (${shown.join("; ")}), ${found.length > 1 ? "more than one" : "none"} with cells. In R: ` +
      `load("${file}"); saveRDS(${name}, "one.rds")`,
  );
}

function bareMatrix(value: RValue, file: string): CellObject | null {
  const isNumbers = value.kind === "int" || value.kind === "real";
  if (isNumbers ? slot(value, "dim").kind === "null" : value.kind !== "s4") return null;
  const found = matrixOf(value, file);
  if (!found) return null;
  if (found instanceof UnreadMatrix) {
    if (!["Matrix", "BPCells", "DelayedArray", "HDF5Array"].includes(packageOf(value))) return null;
    throw new AnalysisError(
      "unsupported",
      `${file} holds ${found.why}. In R: x <- as(readRDS("${file}"), "dgCMatrix"); saveRDS(x, "readable.rds")`,
    );
  }
  const { rowNames, columnNames } = found;
  if (!rowNames || !columnNames)
    throw new AnalysisError("bad-input", `${file} holds a matrix without names of genes and cells. In R, give it some: dimnames(x)`);
  if (genesIn(rowNames, columnNames) === "columns")
    throw new AnalysisError(
      "unsupported",
      `${file} holds a matrix whose columns are named as genes are. In R: x <- t(readRDS("${file}")); saveRDS(x, "readable.rds")`,
    );
  return {
    what: "a matrix",
    matrix: [{ matrix: found, genes: rowNames, cells: columnNames }],
    matrixName: "the matrix",
    layers: [],
    cells: R_NULL,
    genes: R_NULL,
    identity: R_NULL,
    embeddings: [],
    notes: ["The rows of the matrix are taken for genes, its columns for cells."],
  };
}

/** An object by what R calls it. */
function described(value: RValue): string {
  const [kind] = classes(value);
  const dims = numbers(slot(value, "dim"));
  if (kind === "data.frame" && value.kind === "list") return `a data.frame of ${value.items.length} columns`;
  if (value.kind === "list") {
    const names = [...named(value).keys()].slice(0, 5).join(", ");
    return `a ${kind ?? "list"} of ${value.items.length}${names && ` (${names}${value.items.length > 5 ? ", ..." : ""})`}`;
  }
  if (kind) return `an object of class ${kind}`;
  if (value.kind === "null") return "NULL";
  if (value.kind === "other") return value.what;
  if (value.kind === "environment") return "an environment";
  if (value.kind === "symbol") return "a name";
  if (value.kind === "text") return `${value.values.length} texts`;
  if (dims.length === 2) return `a matrix of ${dims[0]} x ${dims[1]}`;
  return "length" in value ? `${value.length} numbers` : "an object without a class";
}

function remedy(value: RValue, file: string): string {
  const wanted = "not a Seurat object, a SingleCellExperiment or a matrix.";
  const inner = [...named(value)].find(([, item]) => isSeurat(item) || isExperiment(item) || packageOf(item) === "Matrix");
  if (inner) return `${wanted} In R, one of it: x <- readRDS("${file}")[["${inner[0]}"]]; saveRDS(x, "one.rds")`;
  if (classes(value).includes("data.frame")) return `${wanted} In R: x <- readRDS("${file}"); write.csv(x, "table.csv")`;
  return `${wanted} In R, see what it holds: x <- readRDS("${file}"); str(x, max.level = 2)`;
}
