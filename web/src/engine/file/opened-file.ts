import { AnalysisError } from "../../contract/errors";
import type { Column, ColumnInfo, FileInfo, MatrixInfo, Species } from "../../contract/types";
import type { Environment } from "../base/environment";
import type { GeneIds } from "../contract/cells";
import { GeneNames } from "../genes/names";
import { translate, type Orthologs } from "../genes/orthologs";
import type { Reader } from "../readers/reader";
import { ALL_GENES } from "../readers/study/plan";
import { ANALYZED, type Analyzed } from "./analyzed";
import type { Held, Keeper } from "./kept";
import type { ModelResults } from "./scores";
import type { Carried } from "./carried-results";
import { doubletColumn } from "./doublets";
import { sexColumnOf } from "./sex";
import { speciesColumn } from "./species-columns";

/** Where runs of two lanes meet, both fetch a window of every array: so runs are much longer than windows. */
const RUN_BYTES = { network: 24e6, disk: 10e6 };

/** The file at hand, and what steps found of it. Which of its matrices is meant, every request says. */
export class OpenedFile implements Keeper {
  readonly kept = new Map<object, Held>();
  /** What was found of files that were open before it in the same engine. */
  carried: Carried | null = null;
  /** Genes are known by their orthologs in the models' species. */
  orthologs: Orthologs | null = null;
  /** Whose names the genes go by: with orthologs, not the file's own species. */
  species: Species;
  private readonly genes = new Map<string, Promise<GeneIds>>();
  private readonly names = new Map<string, Promise<GeneNames>>();
  private ids: Promise<string[]> | undefined;
  private readonly own = new Map<string, Column>();

  /**
   * `asset` gives the tool's own files, such as the terms its labels are read by. `isInParts`: its bytes come over the
   * network as they are needed.
   */
  constructor(
    readonly reader: Reader,
    readonly info: FileInfo,
    readonly asset: Environment["asset"],
    private readonly isInParts = false,
  ) {
    this.species = info.geneVerdict.species;
  }

  /** Throws AnalysisError(bad-input) where the file has no such matrix. */
  matrixInfo(path: string): MatrixInfo {
    const found = this.info.matrices.find((matrix) => matrix.path === path);
    if (found && this.info.cells > 0 && this.info.genes > 0) return found;
    if (this.info.cells === 0) throw new AnalysisError("bad-input", `${this.info.name} holds no cells: obs is empty.`);
    if (this.info.genes === 0) throw new AnalysisError("bad-input", `${this.info.name} holds no genes: var is empty.`);
    // Of a path that was not asked for by name: the reason why there is none.
    const [first] = this.info.unusable;
    const unusable = path === "" ? first : this.info.unusable.find((matrix) => matrix.path === path);
    if (unusable) throw new AnalysisError(unusable.code, unusable.why);
    if (path === "")
      throw new AnalysisError(
        "bad-input",
        `${this.info.name} holds no matrix: X is absent, and there is neither raw/X nor a layer. Export it with its counts.`,
      );
    throw new AnalysisError(
      "bad-input",
      `${this.info.name} has no matrix ${path}; it has ${this.info.matrices.map((matrix) => matrix.path).join(", ")}.`,
    );
  }

  /** The matrix that statistics over genes read in place of one: of several files, that of the genes which all measure. */
  sharedGenes(matrix: string): string {
    const { path } = this.matrixInfo(matrix);
    return this.info.study && path === ALL_GENES ? this.info.study.shared : path;
  }

  /** Throws AnalysisError(bad-input) where models have read each file's cells by other genes than a matrix has. */
  checkModelGenes(matrix: string): void {
    const last = ANALYZED.last(this)?.matrix;
    if (!this.info.study || last === undefined || last === matrix) return;
    const genes = (path: string) =>
      path === ALL_GENES ? `each file's cells by the genes that it measures (${path})` : `genes that all files measure (${path})`;
    throw new AnalysisError(
      "bad-input",
      `Models have read ${genes(last)}, and this asks them of ${genes(matrix)}: analyse ${matrix} first (on the Data step, or ` +
        `--matrix "${matrix}").`,
    );
  }

  /** Cells that one lane should read in order. */
  get run(): number {
    return Math.ceil((this.info.cells * RUN_BYTES[this.isInParts ? "network" : "disk"]) / this.info.bytes);
  }

  /** The same where reading is a small part of the work, and lanes that are done early cost more; 0 where any order will do. */
  get modelRun(): number {
    return this.isInParts ? this.run : 0;
  }

  /** Names of a matrix's genes: the file's own, or their orthologs' where a table of them was given. The same object until that changes. */
  geneIds(matrix: string): Promise<GeneIds> {
    return once(this.genes, matrix, async () => {
      const own = await this.reader.geneIds(matrix);
      return this.orthologs ? translate(own, this.orthologs).genes : own;
    });
  }

  geneNames(matrix: string): Promise<GeneNames> {
    return once(this.names, matrix, async () => new GeneNames(await this.geneIds(matrix)));
  }

  /** Whether genes are known by their orthologs. */
  get isTranslated(): boolean {
    return this.orthologs !== null;
  }

  /** Has genes known by their orthologs (null: by their own names) from now on. */
  knowGenesBy(orthologs: Orthologs | null): void {
    this.orthologs = orthologs;
    this.genes.clear();
    this.names.clear();
  }

  cellIds(): Promise<string[]> {
    return (this.ids ??= this.reader.cellIds());
  }

  /**
   * Columns made on the page are read as the file's are, in place of those given before. Throws AnalysisError(bad-input) where the file
   * has a column of the name, or the cells are not as many.
   */
  setColumns(columns: Column[]): ColumnInfo[] {
    for (const column of columns) {
      if (this.reader.columns.some(({ name }) => name === column.name))
        throw new AnalysisError("bad-input", `${this.info.name} has a column ${column.name} already; choose another name.`);
      const cells = "codes" in column ? column.codes.length : column.values.length;
      if (cells !== this.info.cells)
        throw new AnalysisError("bad-input", `${column.name} is of ${cells} cells, but ${this.info.name} has ${this.info.cells}.`);
    }
    this.own.clear();
    for (const column of columns) this.own.set(column.name, column);
    const made = columns.map((column) => ({
      name: column.name,
      kind: column.kind,
      ...("codes" in column ? { categories: column.categories.length } : {}),
    }));
    this.info.columns = [...this.reader.columns, ...made];
    return this.info.columns;
  }

  /** A column of obs, one made on the page, or one made of counts: of a file that mixes species, of the genes of sex, of doublets. */
  async column(name: string): Promise<Column> {
    const own = this.own.get(name);
    // What is sent on is given away with its bytes.
    if (own) return structuredClone(own);
    const last = ANALYZED.last(this);
    const told = last?.cellSpecies;
    return (
      (told && speciesColumn(told, name)) ??
      (last && sexColumnOf(this, last.matrix, name)) ??
      doubletColumn(this, name) ??
      this.reader.column(name)
    );
  }

  /** The last analysis; throws AnalysisError(bad-input) where there is none. */
  get analyzed(): Analyzed {
    const last = ANALYZED.last(this);
    if (!last) throw new AnalysisError("bad-input", `${this.info.name} has not been analysed yet.`);
    return last;
  }

  /** What a model said, of `matrix` where that is given; throws AnalysisError(bad-input) where it has not run on it. */
  result(model: string, matrix?: string): ModelResults {
    const last = ANALYZED.last(this);
    const found = last?.results.get(model);
    if (!last || !found) throw new AnalysisError("bad-input", `${model} has not run on ${this.info.name}.`);
    if (matrix !== undefined && last.matrix !== matrix && this.sharedGenes(last.matrix) !== this.sharedGenes(matrix))
      throw new AnalysisError(
        "bad-input",
        `${model} has run on ${last.matrix} of ${this.info.name}, not on ${matrix}: analyse that matrix first.`,
      );
    return found;
  }

  /** Closes it and lets go what was found of it. */
  close(): void {
    for (const held of this.kept.values()) held.free();
    this.kept.clear();
    this.reader.close();
  }
}

/** What was asked for before, or asked for now; what failed is asked for again. */
function once<T>(known: Map<string, Promise<T>>, key: string, ask: () => Promise<T>): Promise<T> {
  let found = known.get(key);
  if (!found) {
    known.set(key, (found = ask()));
    found.catch(() => known.delete(key));
  }
  return found;
}
