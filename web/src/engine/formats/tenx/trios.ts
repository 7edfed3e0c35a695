import { AnalysisError } from "../../../contract/errors";
import { baseName, folderOf, type NamedBytes } from "../named-bytes";

/** A matrix with the tables of its cells and features. */
export interface Trio {
  /** What it is called: what the names of its files have in common, else the folder. */
  name: string;
  matrix: NamedBytes;
  barcodes: NamedBytes;
  features: NamedBytes;
}

type Role = "matrix" | "barcodes" | "features";

interface Part {
  role: Role;
  /** Its name without the word for its role: `GSM1_a` of `GSM1_a_barcodes.tsv.gz`. */
  sample: string;
  folder: string;
  file: NamedBytes;
}

/** Words for a role in a file's name, as Cell Ranger, STARsolo, kallisto, alevin and authors write them; rows of alevin are cells. */
const WORDS: [Exclude<Role, "matrix">, RegExp][] = [
  ["barcodes", /(^|[._-])(barcodes?|cell_?(?:barcodes?|ids?|names?)|cells?|rows)(?=$|[._-])/gi],
  ["features", /(^|[._-])(features?|gene_?(?:ids?|names?|symbols?)|genes?|cols)(?=$|[._-])/gi],
];
const MATRIX_WORD = /(^|[._-])(matrix|counts?|umi)$/i;

/** What a file is by its name; null for one of no trio. */
export function partOf(file: NamedBytes): Part | null {
  const folder = folderOf(file.name);
  const base = baseName(file.name).replace(/\.gz$/i, "");
  if (/\.mtx$/i.test(base)) return { role: "matrix", sample: base.slice(0, -4).replace(MATRIX_WORD, ""), folder, file };
  const stem = /^(.*)\.(tsv|txt|csv)$/i.exec(base)?.[1];
  if (stem === undefined) return null;
  const found = WORDS.flatMap(([role, pattern]) => [...stem.matchAll(pattern)].map((match) => ({ role, match })));
  const last = found.sort((a, b) => a.match.index - b.match.index).at(-1);
  if (!last) return null;
  const { role, match } = last;
  const sample = (stem.slice(0, match.index) + stem.slice(match.index + match[0].length)).replace(/^[._-]/, "");
  return { role, sample, folder, file };
}

/**
 * The matrices among files, each with its two companions: those of the same folder and prefix, else the only ones of the folder. Throws
 * AnalysisError(bad-input) where one lacks a companion, and asks for it by name. `of`: only those that hold the file of this name.
 */
export function findTrios(files: readonly NamedBytes[], of?: string): Trio[] {
  const parts = onceEach(files.flatMap((file) => partOf(file) ?? []));
  const matrices = parts.filter(({ role }) => role === "matrix");
  const isAsked = (part: Part) => of === undefined || part.file.name === of || !matrices.some(({ file }) => file.name === of);
  const trios = matrices.filter(isAsked).map((matrix) => {
    const beside = parts.filter(({ folder }) => folder === matrix.folder);
    const isAlone = matrices.filter(({ folder }) => folder === matrix.folder).length === 1;
    const companion = (role: Exclude<Role, "matrix">): NamedBytes | undefined => {
      const all = beside.filter((part) => part.role === role);
      const same = all.filter(({ sample }) => sample.toLowerCase() === matrix.sample.toLowerCase());
      if (same.length > 0) return same[0]!.file;
      // One table of genes often serves all samples of a series; a list of cells serves one.
      return all.length === 1 && (role === "features" || isAlone) ? all[0]!.file : undefined;
    };
    const [barcodes, features] = [companion("barcodes"), companion("features")];
    if (!barcodes || !features) throw lacking(matrix, !barcodes, !features);
    const name = matrix.sample || baseName(matrix.folder) || baseName(matrix.file.name);
    return { name, matrix: matrix.file, barcodes, features };
  });
  const asked =
    of === undefined ? trios : trios.filter((trio) => [trio.matrix, trio.barcodes, trio.features].some(({ name }) => name === of));
  return told(asked);
}

/** Samples of one name by the folders around theirs: `GSM1/filtered`, `GSM2/filtered`. */
function told(trios: Trio[]): Trio[] {
  return trios.map((trio) => {
    if (trios.filter(({ name }) => name === trio.name).length === 1) return trio;
    return { ...trio, name: [...folderOf(trio.matrix.name).split("/").slice(-2), trio.name].filter(Boolean).join("_") };
  });
}

/** A file that lies there packed and unpacked counts once. */
function onceEach(parts: Part[]): Part[] {
  const seen = new Set<string>();
  return parts
    .toSorted((a, b) => Number(/\.gz$/i.test(a.file.name)) - Number(/\.gz$/i.test(b.file.name)))
    .filter(({ file }) => {
      const name = file.name.replace(/\.gz$/i, "");
      return !seen.has(name) && seen.add(name);
    })
    .toSorted((a, b) => (a.file.name < b.file.name ? -1 : 1));
}

function lacking({ file, sample }: Part, barcodes: boolean, features: boolean): AnalysisError {
  const name = baseName(file.name);
  const like = (word: string) => `${sample ? `${sample}_` : ""}${word}.tsv${/\.gz$/i.test(name) ? ".gz" : ""}`;
  const wanted = [
    ...(barcodes ? [`${like("barcodes")} (the names of its cells)`] : []),
    ...(features ? [`${like("features")} or ${like("genes")} (the names of its genes)`] : []),
  ];
  return new AnalysisError(
    "bad-input",
    `${name} holds numbers without names: it needs ${wanted.join(" and ")} beside it, in the same folder, or given together with it.`,
  );
}

/** A table of the names of a matrix's cells or genes that was given alone: what it needs, by name. */
export function lonelyPart(file: NamedBytes): AnalysisError {
  const part = partOf(file);
  const name = baseName(file.name);
  const end = `.tsv${/\.gz$/i.test(name) ? ".gz" : ""}`;
  const prefix = part?.sample ? `${part.sample}_` : "";
  const like = (word: string) => `${prefix}${word}${end}`;
  const isOfCells = part?.role === "barcodes";
  const [what, other] = isOfCells ? ["cells", `${like("features")} (or ${like("genes")})`] : ["genes", like("barcodes")];
  return new AnalysisError(
    "bad-input",
    `${name} lists the ${what} of a matrix: give ${prefix}matrix.mtx${/\.gz$/i.test(name) ? ".gz" : ""} and ${other} ` +
      "together with it, or their folder.",
  );
}
