import { AnalysisError } from "../../contract/errors";
import type { CellRange, Source, SurveyReport } from "../../contract/types";
import { loadCore, named, unwrap, type Analysis } from "../base/core";
import { addModel } from "../model/core-models";
import type { Environment } from "../base/environment";
import type { Thinning } from "../contract/survey";
import type { LaneModel, MeasuredGenes } from "../contract/model";
import type { Model } from "../model/session";
import { openReader } from "../readers/open";
import type { Reader } from "../readers/reader";
import { OpenReaders } from "../readers/study/open-readers";
import type { StudyPart } from "../readers/read-plan";
import { StudyMatrices } from "../readers/study/reader";
import type { FileToOpen, ToPrepare } from "../contract/lane-operations";
import type { GeneIds, RowBlock } from "../contract/cells";
import { restoring, type Scales } from "../readers/restored";

/** What a lane reads blocks of. */
type LaneFile = Pick<Reader, "name" | "block" | "parts" | "close">;

/** A lane's own reader, core and model sessions: what its operations share. */
export class LaneState {
  matrix = "";
  models: (LaneModel & { handle: number })[] = [];
  /** Sessions that have been started, by the model's place in `models`. */
  running: (Model | undefined)[] = [];
  /** Which half of the counts `load` reads; null: all of them. */
  thinning: Thinning | null = null;
  private reader: LaneFile | undefined;
  /** Of the cells of the block loaded last. */
  private prepared: Analysis | undefined;
  /** One for each list of genes that files measure; one, of null, where all cells are read by the same. */
  private readonly analyses = new Map<object | null, Analysis>();
  private parts: StudyPart[] = [];
  private listOf: (part: StudyPart) => object | null = () => null;

  constructor(readonly environment: Environment) {}

  get file(): LaneFile {
    return this.reader ?? fail("has no file open");
  }

  get analysis(): Analysis {
    return this.prepared ?? fail("is not prepared");
  }

  async open(file: FileToOpen): Promise<void> {
    this.release();
    const core = await loadCore(this.environment);
    const openFile = async (source: Source, scales: Scales) => {
      const bytes = await this.environment.openSource(source, () => {});
      const reader = await openReader(bytes, (path) => this.environment.asset(path), core, file.reading);
      return restoring(reader, scales, core);
    };
    if (!("study" in file)) {
      this.reader = await openFile(file.source, file.scales);
      return;
    }
    const { study, name } = file;
    const readers = new OpenReaders((i) => openFile(study.files[i]!.source, study.files[i]!.scales), 1);
    const matrices = new StudyMatrices(name, study, readers);
    this.reader = {
      name,
      block: (matrix, first, count) => matrices.block(matrix, first, count),
      parts: (matrix) => matrices.partsOf(matrix),
      close: () => readers.close(),
    };
  }

  /** Starts afresh with a matrix, its genes and models; of a study's files each with the genes that it measures. */
  async prepare({ matrix, genes, values, models, byFile }: ToPrepare): Promise<MeasuredGenes[]> {
    const core = await loadCore(this.environment);
    await this.stopAll();
    this.letGo();
    this.matrix = matrix;
    const lists = new Map<object | null, () => GeneIds>();
    this.parts = (byFile && this.file.parts?.(matrix)) || [];
    this.listOf = (part) => (byFile === "own names" ? part.list : part.measured);
    for (const part of this.parts)
      lists.set(
        this.listOf(part),
        byFile === "own names" ? part.names : () => (part.measured ? onlyMeasured(genes, part.measured) : genes),
      );
    if (lists.size === 0) lists.set(null, () => genes);
    const measured: MeasuredGenes[][] = [];
    for (const [list, names] of lists) {
      const analysis = new core.Analysis();
      this.analyses.set(list, analysis);
      const { ids, alternatives } = names();
      unwrap(analysis.set_genes({ ids: ids.join("\n"), alternatives: alternatives.map(({ values: names }) => names.join("\n")), values }));
      const matched = models.map((model) => addModel(analysis, model));
      // Models have the same handles in each: they are counted.
      this.models = models.map((model, i) => ({ ...model, handle: matched[i]!.handle }));
      measured.push(matched.map(({ fitted, carried }) => ({ isFitted: fitted, carried: [...carried] })));
    }
    this.prepared = this.analyses.values().next().value;
    return models.map((_, model) => leastMeasured(measured.map((of) => of[model]!)));
  }

  /** Reads a block of the matrix prepared into the core. */
  async load({ first, count }: CellRange): Promise<void> {
    const block = await this.file.block(this.matrix, first, count);
    const part = this.parts.find((one) => first < one.first + one.count);
    if (part) this.prepared = this.analyses.get(this.listOf(part));
    unwrap(named(loadBlock(this.analysis, block), this.matrix, this.file));
    if (this.thinning) unwrap(named(this.analysis.thin(this.thinning), this.matrix, this.file));
  }

  /** Takes a block that is in no file. */
  loadBlock(block: RowBlock): void {
    unwrap(named(loadBlock(this.analysis, block), "the edited cells", this.file));
  }

  session(model: number): Model {
    return this.running[model] ?? fail(`has not started ${this.models[model]?.manifest.name}`);
  }

  /** The sums of every file's cells so far. */
  state(): Uint8Array<ArrayBuffer> {
    const [first, ...others] = this.analyses.values();
    if (!first) fail("is not prepared");
    for (const other of others) unwrap(first.merge(unwrap(other.state())));
    return unwrap(first.state());
  }

  /** Adds other lanes' sums to this one's, and reports of all. */
  report(states: Uint8Array<ArrayBuffer>[]): SurveyReport {
    const [first, ...others] = this.analyses.values();
    if (!first) fail("is not prepared");
    for (const state of [...others.map((other) => unwrap(other.state())), ...states]) unwrap(first.merge(state));
    return unwrap(first.report());
  }

  release(): void {
    this.reader?.close();
    this.letGo();
    this.reader = undefined;
    this.thinning = null;
    this.models = [];
    void this.stopAll();
  }

  private letGo(): void {
    for (const analysis of this.analyses.values()) analysis.delete();
    this.analyses.clear();
    this.prepared = undefined;
  }

  private async stopAll(): Promise<void> {
    for (const model of this.running) await model?.release();
    this.running = [];
  }
}

function loadBlock(analysis: Analysis, block: RowBlock) {
  const { first, cells, genes, values } = block;
  if (block.layout === "dense") return analysis.load_dense({ first, cells, genes, values });
  return analysis.load({ first, cells, genes, values, indptr: block.indptr, indices: block.indices });
}

/** The names of the genes that are measured; those of the others are empty, so that no model finds them. */
function onlyMeasured({ ids, alternatives }: GeneIds, measured: Uint8Array): GeneIds {
  const only = (names: string[]) => names.map((name, gene) => (measured[gene] ? name : ""));
  return { ids: only(ids), alternatives: alternatives.map(({ name, values }) => ({ name, values: only(values) })) };
}

/** What is true of every file: fitted where the model is of any, and carried by the least. */
function leastMeasured(of: MeasuredGenes[]): MeasuredGenes {
  return {
    isFitted: of.some(({ isFitted }) => isFitted),
    carried: of[0]!.carried.map((_, head) => Math.min(...of.map(({ carried }) => carried[head]!))),
  };
}

function fail(words: string): never {
  throw new AnalysisError("internal", `The lane ${words}.`);
}
