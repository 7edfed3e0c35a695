import { AnalysisError } from "../../contract/errors";
import type { Column, FileInfo, MatrixInfo, Species, SurveyReport, ValueKind } from "../../contract/types";
import { GeneNames } from "../genes/names";
import type { Quality } from "../contract/lane-operations";
import { translate, type Orthologs } from "../genes/orthologs";
import type { GeneIds, Reader } from "../readers/reader";
import type { ModelResults } from "./scores";
import { speciesColumn } from "./species-columns";
import type { CellSpecies } from "./species-of-cells";

/** Where runs of two lanes meet, both fetch a window of every array: so runs are much longer than windows. */
const RUN_BYTES = { network: 24e6, disk: 10e6 };

/** The file at hand and everything computed about it. */
export class OpenedFile {
  readonly results = new Map<string, ModelResults>();
  readonly quality: Quality;
  /** What each cell of a file that mixes species is, once it is counted. */
  cellSpecies: CellSpecies | null = null;
  /** Cells whose quality was ever written: it tells whether it has changed. */
  measured = 0;
  survey: SurveyReport | null = null;
  /** Genes are known by their orthologs in the models' species. */
  orthologs: Orthologs | null = null;
  /** Whose names the genes go by: with orthologs, not the file's own species. */
  species: Species;
  /** The matrix analysed last. */
  matrix: string;
  private readonly genes = new Map<string, Promise<GeneNames>>();
  private ids: Promise<string[]> | undefined;

  /** `isInParts`: its bytes come over the network as they are needed. */
  constructor(
    readonly reader: Reader,
    readonly info: FileInfo,
    private readonly isInParts = false,
  ) {
    const empty = () => new Float32Array(info.cells).fill(NaN);
    const genomes = new Float32Array(info.cells * info.geneVerdict.genomes.length).fill(NaN);
    this.quality = { totals: empty(), detected: empty(), mitochondrial: empty(), genomes };
    this.matrix = info.matrix;
    this.species = info.geneVerdict.species;
  }

  matrixInfo(path: string): MatrixInfo {
    const found = this.info.matrices.find((matrix) => matrix.path === path);
    if (!found)
      throw new AnalysisError(
        "bad-input",
        `${this.info.name} has no matrix ${path}; it has ${this.info.matrices.map((matrix) => matrix.path).join(", ")}.`,
      );
    return found;
  }

  /** Cells that one lane should read in order. */
  get run(): number {
    return Math.ceil((this.info.cells * RUN_BYTES[this.isInParts ? "network" : "disk"]) / this.info.bytes);
  }

  /** The same where reading is a small part of the work, and lanes that are done early cost more; 0 where any order will do. */
  get modelRun(): number {
    return this.isInParts ? this.run : 0;
  }

  get values(): ValueKind {
    return this.matrixInfo(this.matrix).values;
  }

  /** Names of a matrix's genes: the file's own, or their orthologs' where a table of them was given. */
  async geneIds(path = this.matrix): Promise<GeneIds> {
    const own = await this.reader.geneIds(path);
    return this.orthologs ? translate(own, this.orthologs).genes : own;
  }

  geneNames(): Promise<GeneNames> {
    const path = this.matrix;
    let names = this.genes.get(path);
    if (!names) this.genes.set(path, (names = this.geneIds(path).then((ids) => new GeneNames(ids))));
    return names;
  }

  /** Gene names are asked for anew. */
  forgetNames(): void {
    this.genes.clear();
  }

  cellIds(): Promise<string[]> {
    return (this.ids ??= this.reader.cellIds());
  }

  /** A column of obs, or one made of the counts of a file that mixes species. */
  async column(name: string): Promise<Column> {
    return (this.cellSpecies && speciesColumn(this.cellSpecies, name)) ?? this.reader.column(name);
  }

  result(model: string): ModelResults {
    const found = this.results.get(model);
    if (!found) throw new AnalysisError("bad-input", `${model} has not run on ${this.info.name}.`);
    return found;
  }

  close(): void {
    this.reader.close();
  }
}
