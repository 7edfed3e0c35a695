import { AnalysisError } from "../../../contract/errors";
import { matrixOf, UnreadMatrix } from "./matrices";
import { readable, type CellObject, type NamedMatrix } from "./parts";
import { tableOf } from "./tables";
import { classes, named, R_NULL, slot, texts, within, type RValue } from "./values";

/** Whether an object is a SummarizedExperiment of Bioconductor, or of a class that extends it. */
export const isExperiment = (value: RValue): boolean =>
  value.kind === "s4" && slot(value, "assays").kind !== "null" && slot(value, "colData").kind === "s4";

/** Assays in the order in which the first that is there becomes X. */
const FIRST = ["counts", "logcounts"];

/** What a SingleCellExperiment holds, or another experiment kept in it (`assay`). Throws AnalysisError where nothing can be read. */
export function experiment(value: RValue, file: string, assay: string | undefined): CellObject {
  const inside = (name: string) => columnsIn(columnsIn(slot(value, "int_colData")).get(name) ?? R_NULL);
  const others = [...inside("altExps").keys()];
  const [kind = "SummarizedExperiment"] = classes(value);
  const isMain = assay === undefined && others.length > 0;
  const notes = isMain ? [`The main experiment is read; ${others.join(", ")} beside it (--assay ${others[0]}).`] : [];
  const chosen = assay === undefined ? value : slot(inside("altExps").get(assay) ?? R_NULL, "se");
  if (chosen.kind === "null")
    throw new AnalysisError(
      "bad-input",
      `${file} has no experiment "${assay}" beside its main one: it has ${others.join(", ") || "none"}.`,
    );
  const assays = assaysOf(slot(chosen, "assays"));
  const table = tableOf(slot(value, "colData"));
  const genes = genesOf(chosen);
  const ordered = [...FIRST.filter((name) => assays.has(name)), ...[...assays.keys()].filter((name) => !FIRST.includes(name))];
  const unread: { name: string; found: UnreadMatrix }[] = [];
  const matrices = ordered.flatMap((name): { name: string; parts: NamedMatrix[] }[] => {
    const found = matrixOf(assays.get(name)!, `${file}: the assay ${name}`);
    if (found instanceof UnreadMatrix) unread.push({ name, found });
    const matrix = readable(found, name, notes);
    if (!matrix) return [];
    const cells = table?.names ?? matrix.columnNames ?? Array.from({ length: matrix.columns }, (_, at) => `cell_${at + 1}`);
    const names = genes.names ?? matrix.rowNames;
    if (!names) throw new AnalysisError("bad-file", `${file}: the assay ${name} has no names of genes. In R: rownames(x) <- rowData(x)$ID`);
    if (names.length !== matrix.rows || cells.length !== matrix.columns)
      throw new AnalysisError(
        "bad-file",
        `${file} is damaged: the assay ${name} is ${matrix.rows} x ${matrix.columns}, but named are ${names.length} genes and ` +
          `${cells.length} cells.`,
      );
    return [{ name, parts: [{ matrix, genes: names, cells }] }];
  });
  const [first, ...layers] = matrices;
  if (!first) throw nothing(file, kind, unread[0]);
  if (first.name !== "counts") notes.push(`X is the assay ${first.name}: there are no counts.`);
  const reduced = slot(value, "reducedDims");
  return {
    what: `a ${kind}`,
    matrix: first.parts,
    matrixName: `the assay ${first.name}`,
    layers,
    cells: slot(value, "colData"),
    genes: genes.table,
    identity: R_NULL,
    embeddings: [...inside("reducedDims"), ...columnsIn(reduced)].map(([name, one]) => ({ name, value: one })),
    notes,
  };
}

function nothing(file: string, kind: string, unread: { name: string; found: UnreadMatrix } | undefined): AnalysisError {
  if (!unread) return new AnalysisError("bad-file", `${file} holds a ${kind} without assays.`);
  const at = `assay(x, "${unread.name}")`;
  return new AnalysisError(
    "unsupported",
    `${file}: the assay ${unread.name} is ${unread.found.why}. In R: x <- readRDS("${file}"); ${at} <- as(${at}, "dgCMatrix"); ` +
      'saveRDS(x, "readable.rds")',
  );
}

/** What a DataFrame or a list of Bioconductor holds, by name. */
const columnsIn = (value: RValue): Map<string, RValue> => named(slot(value, "listData"));

/** Assays lie in an object's slot `data`; before 2019 within an environment. */
function assaysOf(value: RValue): Map<string, RValue> {
  const environment = slot(value, ".xData");
  const data = environment.kind === "environment" ? (environment.entries.get("data") ?? R_NULL) : slot(value, "data");
  const found = columnsIn(data);
  return found.size > 0 ? found : columnsIn(value);
}

/** Genes lie in the object, or in the ranges of its rows. */
function genesOf(value: RValue): { names: string[] | null; table: RValue } {
  const ranges = slot(value, "rowRanges");
  const holders: [RValue, RValue][] = [
    [slot(value, "NAMES"), slot(value, "elementMetadata")],
    [within(ranges, "partitioning", "NAMES"), slot(ranges, "elementMetadata")],
    [within(ranges, "ranges", "NAMES"), slot(ranges, "elementMetadata")],
  ];
  const [names, table] = holders.find(([found]) => found.kind === "text") ?? [
    R_NULL,
    ranges.kind === "null" ? holders[0]![1] : holders[1]![1],
  ];
  return { names: names.kind === "text" ? texts(names) : null, table };
}
