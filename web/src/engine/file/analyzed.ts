import type { Coverage, ModelRun, SurveyReport } from "../../contract/types";
import type { GeneIds } from "../contract/cells";
import type { LaneModel, MeasuredGenes } from "../contract/model";
import type { Quality } from "../contract/predict";
import { Kept } from "./kept";
import type { ModelResults } from "./scores";
import type { CellSpecies } from "./species-of-cells";

/** A model's run, and the files that it was made with. */
interface KeptRun {
  run: ModelRun;
  files: string;
}

/** What the last analysis found of one matrix: quality and what every model said. */
export class Analyzed {
  readonly results = new Map<string, ModelResults>();
  readonly runs = new Map<string, KeptRun>();
  /** What models said before they were stopped, or were asked for more: the next run goes on from there. */
  private readonly begun = new Map<string, ModelResults>();
  /** Models that the last analysis did not ask: switched on again, they need not run again. */
  private readonly aside = new Map<string, { kept: KeptRun; results: ModelResults }>();
  readonly quality: Quality;
  /** 1 for cells of whole numbers alone. */
  readonly whole: Uint8Array<ArrayBuffer>;
  /** Cells whose quality was ever written: it tells whether it has changed. */
  measured = 0;
  /** Of all cells; null until then. */
  survey: SurveyReport | null = null;
  /** How the models asked for cover the matrix's genes. */
  coverage: Coverage[] = [];
  /** What the file's genes are to each model that was run. */
  readonly genesOf = new Map<string, MeasuredGenes>();
  /** What each cell of a file that mixes species is, once it is counted. */
  cellSpecies: CellSpecies | null = null;

  /** `genes`: the names its genes went by, which other orthologs change; `genomes`: species the file mixes, or 0. */
  constructor(
    readonly matrix: string,
    readonly genes: GeneIds,
    cells: number,
    genomes: number,
    /** Classes above this probability were told. */
    public threshold?: number,
  ) {
    const empty = () => new Float32Array(cells).fill(NaN);
    this.whole = new Uint8Array(cells);
    this.quality = { totals: empty(), detected: empty(), mitochondrial: empty(), genomes: new Float32Array(cells * genomes).fill(NaN) };
  }

  /**
   * Of these models those that have yet to run over all cells; of ONNX models, `sample` cells do. What others said is set
   * aside, what these said by other files is forgotten.
   */
  missing(models: LaneModel[], sample = Infinity): LaneModel[] {
    this.setAside(new Set(models.map(({ manifest }) => manifest.name)));
    const isKept = (model: LaneModel) => {
      const results = this.resultsBy(model);
      return results !== undefined && results.done >= Math.min(results.all, model.manifest.kind === "onnx" ? sample : Infinity);
    };
    const kept = new Set(models.filter(isKept).map(({ manifest }) => manifest.name));
    this.begun.clear();
    for (const model of models) {
      const { name } = model.manifest;
      const results = this.resultsBy(model);
      if (results && !kept.has(name)) this.begun.set(name, results);
    }
    for (const name of this.results.keys()) if (!kept.has(name)) this.results.delete(name);
    for (const name of this.runs.keys()) if (!kept.has(name)) this.runs.delete(name);
    return models.filter(({ manifest }) => !kept.has(manifest.name));
  }

  /** What a model said of all cells by the same files, if it has run over them. */
  finished(model: LaneModel): ModelResults | undefined {
    const results = this.resultsBy(model);
    return results && results.done >= results.all ? results : undefined;
  }

  /** What a model said of some cells by the same files in the run before; once, to go on from. */
  begunBy({ manifest: { name } }: LaneModel): ModelResults | null {
    const found = this.begun.get(name);
    this.begun.delete(name);
    return found ?? null;
  }

  private resultsBy(model: LaneModel): ModelResults | undefined {
    const { name } = model.manifest;
    return this.runs.get(name)?.files === this.filesOf(model) ? this.results.get(name) : undefined;
  }

  /** Lets go what a model said. */
  forget(model: string): void {
    for (const held of [this.runs, this.results, this.aside]) held.delete(model);
  }

  /** Sets aside what models that are not `asked` said, and takes back what was set aside of those that are. */
  private setAside(asked: ReadonlySet<string>): void {
    const returning = [...this.aside].filter(([name]) => asked.has(name) && !this.runs.has(name));
    for (const [name, kept] of this.runs) {
      const results = this.results.get(name);
      if (asked.has(name) || !results) continue;
      this.aside.set(name, { kept, results });
      this.runs.delete(name);
      this.results.delete(name);
    }
    for (const [name, { kept, results }] of returning) {
      this.runs.set(name, kept);
      this.results.set(name, results);
      this.aside.delete(name);
    }
  }

  /** Keeps the run of one of these models. */
  ran(run: ModelRun, models: LaneModel[]): void {
    this.runs.set(run.model, { run, files: this.filesOf(models.find(({ manifest }) => manifest.name === run.model)!) });
  }

  private filesOf({ manifest }: LaneModel): string {
    return answersBy(manifest, this.threshold);
  }
}

/** What a model's answers depend on: checksums of its files and what its manifest makes of them. Another version of a model differs. */
export function answersBy(manifest: LaneModel["manifest"], threshold: number | undefined): string {
  // A class that is given another term is the same class.
  const said = JSON.stringify(manifest, (key, value) => (key === "ontology_id" ? undefined : value));
  // Classes above a threshold are told of heads with a probability a class alone.
  return manifest.heads.some(({ link }) => link === "logistic") ? `${said} ${threshold}` : said;
}

export const ANALYZED = new Kept<Analyzed>("The file has not been analysed yet.");
