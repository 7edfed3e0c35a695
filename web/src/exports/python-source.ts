import { AnalysisError } from "../contract/errors";
import { NAMED_FEATURES } from "../contract/feature-names";
import { GENE_COLUMNS, plainHeading } from "../contract/gene-columns";
import type { FileInfo, Format, ValueKind, ValueScale } from "../contract/types";

/* Lines of Python that read a matrix of a file as the page does. */

/** A string as Python writes it: JSON's escapes are Python's too. */
export const py = (value: string) => JSON.stringify(value);

/** Genes among other features, as the page finds them. */
const GENES_ONLY = `for name in ("feature_types", "feature_type", "feature_biotype"):
    if name in source.var:
        words = r"gene[ _]expression|genes?|gex|m?rna([ _]expression)?|expression|transcript(s|ome)?"
        genes = source.var[name].astype(str).str.fullmatch(words, case=False)
        if genes.any():
            source = source[:, genes.to_numpy()].copy()
            break
else:
    others = r"(?i)${NAMED_FEATURES.map(([pattern]) => `(?:${pattern.source})`).join("|")}"
    source = source[:, ~source.var_names.str.contains(others)].copy()`;

function matrixLines(matrix: string): string {
  if (matrix === "raw/X") return "source = adata.raw.to_adata()";
  const layers = matrix.split("+").map((path) => `adata.layers[${py(path.slice("layers/".length))}]`);
  if (matrix.startsWith("layers/")) return `source = adata.copy()\nsource.X = ${layers.join(" + ")}`;
  return "source = adata.copy()";
}

const PLAIN_LINE = "source.X.data = np.expm1(source.X.data)  # the file holds ln(1 + x): back to what was counted";

/** Stored values as the page reads them: a line, or nothing where they are read as they are. */
function restoringLine({ stored, log_base: base, target }: ValueScale): string {
  const factor = target > 0 ? 1e4 / target : 1;
  const natural = Math.abs(base - Math.E) < 1e-9 ? "source.X.data" : `source.X.data * np.log(${base})`;
  const set = (value: string, why: string) => `source.X.data = ${value}  # ${why}\n`;
  switch (stored) {
    case "square-roots":
      return set("np.square(source.X.data)", "square roots");
    case "log1p":
      return natural === "source.X.data" && factor === 1
        ? ""
        : set(`np.log1p(${factor} * np.expm1(${natural}))`, "to log1p of counts per 10,000");
    case "log1p-twice":
      return set(`np.log1p(${factor} * np.expm1(np.expm1(source.X.data)))`, "the logarithm was taken twice");
    case "mixed": {
      const whole = "np.repeat([bool(np.all(row.data % 1 == 0)) for row in source.X], np.diff(source.X.indptr))";
      return set(`np.where(${whole}, source.X.data, np.expm1(${natural}))`, "cells of logarithms among others");
    }
    default:
      return "";
  }
}

/** A matrix of a file, and what is stored in it. */
export interface StoredMatrix {
  path: string;
  values: ValueKind;
  scale: ValueScale;
  /** Genes are among other features in it. */
  hasOthers: boolean;
}

/** The matrix as `source`, of genes alone; after `adata` was read. */
const genesOnly = ({ path, hasOthers }: Pick<StoredMatrix, "path" | "hasOthers">): string =>
  `${matrixLines(path)}${hasOthers ? `\n${GENES_ONLY}` : ""}`;

/** The stored values of `source` as the page reads them: what was counted, where the file holds logarithms. */
const restored = ({ scale, values }: Pick<StoredMatrix, "scale" | "values">): string =>
  `source.X = csr_matrix(source.X, dtype=np.float64)
source.X.sum_duplicates()
${restoringLine(scale)}${values === "log1p" ? `${PLAIN_LINE}\n` : ""}`;

/** The matrix as `source`, of genes alone, its stored values as the page reads them; after `adata` was read. */
export const storedLines = (matrix: StoredMatrix): string => `${genesOnly(matrix)}\n${restored(matrix)}`;

/** The same of a matrix of a file, with a check that the genes are those that the page read. */
export function sourceLines(info: FileInfo, matrix: string): string {
  const taken = info.matrices.find((one) => one.path === matrix);
  const hasOthers = info.matrices.some(({ features }) => features !== undefined);
  return `${genesOnly({ path: matrix, hasOthers })}
assert source.n_vars == ${taken?.genes ?? info.genes}, "the script cannot tell genes from other features here"
${taken ? restored(taken) : "source.X = csr_matrix(source.X, dtype=np.float64)\nsource.X.sum_duplicates()\n"}`;
}

/** Columns that name the genes, as the engine takes them: the one asked for, else those with a known heading. */
export function geneColumns({ reading, geneColumns: all }: Pick<FileInfo, "reading" | "geneColumns">): string[] {
  if (reading.genesFrom !== undefined) return reading.genesFrom === "_index" ? [] : [reading.genesFrom];
  return GENE_COLUMNS.flatMap((heading) => all.filter((name) => plainHeading(name) === plainHeading(heading)));
}

/** Scripts read what anndata.read_h5ad reads. */
export const notAnnData = (name: string, format: Format): AnalysisError =>
  new AnalysisError(
    "unsupported",
    `The script reads .h5ad files, and ${name} is a ${format} file: phenolens convert ${name} --out FILE.h5ad writes it as one.`,
  );
