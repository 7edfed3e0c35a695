import { AnalysisError } from "../../../contract/errors";
import { matrixOf, UnreadMatrix, type RMatrix } from "./matrices";
import { readable, type CellObject, type NamedMatrix } from "./parts";
import { classes, named, numbers, slot, text, texts, type RValue } from "./values";

/** Whether an object is Seurat's, of any version. */
export const isSeurat = (value: RValue): boolean => value.kind === "s4" && /^seurat$/i.test(classes(value)[0] ?? "");

/** Matrices in the order in which the first that is there becomes X. */
const MATRICES = ["counts", "data"];

/**
 * What a Seurat object holds of one assay. Version 2 keeps its only assay in the object, 3 and 4 in `assays`, 5 in `layers` of them,
 * perhaps a layer for each sample. Throws AnalysisError where there is nothing to be read.
 */
export function seurat(value: RValue, file: string, assay: string | undefined): CellObject {
  const version = versionOf(slot(value, "version"));
  const what = `a Seurat object${version ? ` of version ${version}` : ""}`;
  if (classes(value)[0] === "seurat") return older(value, file, what);
  const assays = named(slot(value, "assays"));
  const usual = assays.has("RNA") ? "RNA" : text(slot(value, "active.assay")) || [...assays.keys()][0];
  const chosen = assay ?? usual ?? "";
  const found = assays.get(chosen);
  const listed = [...assays.keys()].join(", ");
  if (!found) throw new AnalysisError("bad-input", `${file} has no assay "${chosen}": it has ${listed || "none"}.`);
  const notes: string[] = [];
  const why = assay !== undefined ? "" : usual === "RNA" ? "by its name" : "the active one";
  const layers = slot(found, "layers").kind === "null" ? slotsOf(found, file, notes) : layersOf(found, file, notes);
  const [first, ...more] = layers;
  if (!first) throw nothing(file, chosen, found, notes);
  return {
    what,
    matrix: first.parts,
    matrixName: `the assay ${chosen}`,
    layers: more,
    cells: slot(value, "meta.data"),
    genes: genesOf(found),
    identity: slot(value, "active.ident"),
    embeddings: [...named(slot(value, "reductions"))].map(([name, one]) => ({ name, value: slot(one, "cell.embeddings") })),
    notes,
    ...(assays.size > 1 ? { choice: { of: "assay", all: [...assays.keys()], best: usual ?? chosen, taken: chosen, why } } : {}),
  };
}

/** Version 5 numbers the rows of its table of features. */
function genesOf(assay: RValue): RValue {
  const features = slot(assay, "meta.features");
  return features.kind === "null" ? slot(assay, "meta.data") : features;
}

type Layer = { name: string; parts: NamedMatrix[] };

/** `counts` and `data` of versions 2 to 4, with the names that they have themselves. */
function slotsOf(holder: RValue, file: string, notes: string[], slots = MATRICES): Layer[] {
  return slots.flatMap((name): Layer[] => {
    const matrix = readable(matrixOf(slot(holder, name), `${file}: the matrix ${name}`), name, notes);
    if (!matrix) return [];
    if (!matrix.rowNames || !matrix.columnNames)
      throw new AnalysisError("bad-file", `${file}: the matrix ${name} has no names of genes or cells.`);
    return [{ name: name.replace("raw.data", "counts"), parts: [{ matrix, genes: matrix.rowNames, cells: matrix.columnNames }] }];
  });
}

/** The layers of version 5, whose names are kept beside them: which features and cells each has. */
function layersOf(assay: RValue, file: string, notes: string[]): Layer[] {
  const layers = named(slot(assay, "layers"));
  const [features, cells] = [logMap(slot(assay, "features")), logMap(slot(assay, "cells"))];
  const ofKind = (kind: string) => [...layers.keys()].filter((name) => name === kind || name.startsWith(`${kind}.`));
  return MATRICES.flatMap((kind): Layer[] => {
    const parts = ofKind(kind).flatMap((name): { id: number; part: NamedMatrix }[] => {
      const matrix = readable(matrixOf(layers.get(name)!, `${file}: the layer ${name}`), name, notes);
      if (!matrix) return [];
      const [genesHere, cellsHere] = [features(name) ?? matrix.rowNames, cells(name) ?? matrix.columnNames];
      if (genesHere?.length !== matrix.rows || cellsHere?.length !== matrix.columns)
        throw new AnalysisError(
          "bad-file",
          `${file} is damaged: the layer ${name} is ${matrix.rows} x ${matrix.columns}, but named are ` +
            `${genesHere?.length ?? 0} features and ${cellsHere?.length ?? 0} cells.`,
        );
      return [{ id: orderOf(matrix), part: { matrix, genes: genesHere, cells: cellsHere } }];
    });
    if (parts.length > 1) notes.push(`${parts.length} layers ${kind} of as many parts of the cells are joined.`);
    return parts.length === 0 ? [] : [{ name: kind, parts: parts.toSorted((a, b) => a.id - b.id).map(({ part }) => part) }];
  });
}

/** Its place in the file. */
const orderOf = ({ x }: RMatrix): number => x.id;

/** A table of truth, names x layers: gives the names that a layer has. */
function logMap(value: RValue): (layer: string) => string[] | null {
  const names = slot(value, "dimnames");
  const [rows, columns] = names.kind === "list" ? names.items.map(texts) : [];
  const flags = numbers(value);
  return (layer) => {
    const column = columns?.indexOf(layer) ?? -1;
    if (column < 0 || !rows) return null;
    return rows.filter((_, at) => flags[column * rows.length + at] === 1);
  };
}

/** Version 2, in which the object is its assay. */
function older(value: RValue, file: string, what: string): CellObject {
  const notes: string[] = [];
  const [first, ...more] = slotsOf(value, file, notes, ["raw.data", "data"]);
  if (!first) throw nothing(file, "", value, notes);
  return {
    what,
    matrix: first.parts,
    matrixName: first.name,
    layers: more,
    cells: slot(value, "meta.data"),
    genes: { kind: "null", attributes: new Map() },
    identity: slot(value, "ident"),
    embeddings: [...named(slot(value, "dr"))].map(([name, one]) => ({ name, value: slot(one, "cell.embeddings") })),
    notes,
  };
}

function versionOf(value: RValue): string {
  const first = value.kind === "list" ? value.items[0] : undefined;
  return first ? [...numbers(first)].join(".") : "";
}

/** Why nothing was read, and the two lines of R that help. */
function nothing(file: string, assay: string, holder: RValue, notes: string[]): AnalysisError {
  const [layer = "counts"] = [...named(slot(holder, "layers")).keys(), ...MATRICES];
  const found = matrixOf(named(slot(holder, "layers")).get(layer) ?? slot(holder, layer), file);
  if (!(found instanceof UnreadMatrix))
    return new AnalysisError("bad-file", [`${file} holds no counts and no data${assay && ` in the assay ${assay}`}.`, ...notes].join(" "));
  const at = `x[["${assay}"]]$${layer}`;
  return new AnalysisError(
    "unsupported",
    `${file}: the layer ${layer} of the assay ${assay} is ${found.why}. In R: x <- readRDS("${file}"); ${at} <- as(${at}, "dgCMatrix"); ` +
      'saveRDS(x, "readable.rds")',
  );
}
