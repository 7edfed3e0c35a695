import { AnalysisError } from "../../contract/errors";
import type { Source, SurveyReport, ValueKind } from "../../contract/types";
import { loadCore, named, unwrap, type Analysis } from "../base/core";
import { addModel } from "../model/core-models";
import type { Environment } from "../base/environment";
import type { ModelBlock } from "../contract/predict";
import type { Thinning } from "../contract/survey";
import type { LaneModel } from "../contract/model";
import type { Model } from "../model/session";
import { openReader } from "../readers/open";
import type { Reader } from "../readers/reader";
import { OpenReaders } from "../readers/study/open-readers";
import type { StudyPart } from "../readers/read-plan";
import { StudyMatrices } from "../readers/study/reader";
import { geneLists, namesOfPart } from "../readers/study/plan";
import type { FileToOpen, MeasuredByFile, ToPrepare } from "../contract/lane-operations";
import type { GeneIds, RowBlock } from "../contract/cells";
import { gatherRows } from "../readers/gather-rows";
import { restoring, type Scales } from "../readers/restored";

/** What a lane reads blocks of. */
type LaneFile = Pick<Reader, "name" | "block" | "ownBlock" | "parts" | "close">;

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
  /** One for each list of genes that files measure; one where all cells are read by the same. */
  private analyses: Analysis[] = [];
  /** Those for values as files hold them, where a study is read otherwise: by the place of the one for the same genes. */
  private readonly ofOwnValues = new Map<string, Analysis>();
  private parts: StudyPart[] = [];
  /** Place of each part's list. */
  private listOf: number[] = [];
  /** Place of the list that the cells loaded last are read by. */
  list = 0;

  constructor(readonly environment: Environment) {}

  get file(): LaneFile {
    return this.reader ?? fail("has no file open");
  }

  get analysis(): Analysis {
    return this.prepared ?? fail("is not prepared");
  }

  /** That for one of the lists of genes. */
  analysisOf(list: number): Analysis {
    return this.analyses[list] ?? fail("is not prepared");
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
      ownBlock: (matrix, first, count) => matrices.block(matrix, first, count, "own"),
      parts: (matrix) => matrices.partsOf(matrix),
      close: () => readers.close(),
    };
  }

  /** Starts afresh with a matrix, its genes and models; of a study's files each with the genes that it measures. */
  async prepare({ matrix, genes, values, models, byFile }: ToPrepare): Promise<MeasuredByFile> {
    const core = await loadCore(this.environment);
    await this.stopAll();
    this.letGo();
    this.matrix = matrix;
    this.parts = (byFile && this.file.parts?.(matrix)) || [];
    const { of, first } = geneLists(this.parts, byFile ?? "own names");
    this.listOf = of;
    const ofFile = (part: StudyPart) => (byFile === "own names" ? part.names() : namesOfPart(part, genes));
    const lists = first.length > 0 ? first.map((file) => ofFile(this.parts[file]!)) : [genes];
    const measured: MeasuredByFile["measured"] = [];
    const start = ({ ids, alternatives }: GeneIds, as: ValueKind) => {
      const analysis = new core.Analysis();
      const names = alternatives.map((column) => column.values.join("\n"));
      unwrap(analysis.set_genes({ ids: ids.join("\n"), alternatives: names, values: as }));
      return { analysis, matched: models.map((model) => addModel(analysis, model)) };
    };
    for (const names of lists) {
      const { analysis, matched } = start(names, values);
      this.analyses.push(analysis);
      // Models have the same handles in each: they are counted.
      this.models = models.map((model, i) => ({ ...model, handle: matched[i]!.handle }));
      measured.push(matched.map(({ fitted, carried }) => ({ isFitted: fitted, carried: [...carried] })));
    }
    for (const [place, part] of this.parts.entries()) {
      const key = this.ownValues(place);
      if (part.values !== values && !this.ofOwnValues.has(key))
        this.ofOwnValues.set(key, start(lists[this.listOf[place]!]!, part.values).analysis);
    }
    this.list = 0;
    this.prepared = this.analyses[0];
    return { lists: this.listOf, measured };
  }

  /**
   * Reads a block of the matrix prepared into the core; of chosen cells, these alone, one after another. With `own` values as its file
   * holds them, where a study is read otherwise.
   */
  async load({ first, count, chosen }: ModelBlock, as: "own" | "study" = "study"): Promise<void> {
    const place = this.parts.findIndex((part) => first < part.first + part.count);
    const own = as === "own" ? this.ofOwnValues.get(this.ownValues(place)) : undefined;
    const { file, matrix } = this;
    const read = (from: number, cells: number) => (own ? file.ownBlock!(matrix, from, cells) : file.block(matrix, from, cells));
    const block = await (chosen ? gatherRows(read, chosen.cells, chosen.gap) : read(first, count));
    if (place >= 0) this.list = this.listOf[place]!;
    this.prepared = own ?? this.analyses[this.list];
    unwrap(named(loadBlock(this.analysis, block), this.matrix, this.file));
    if (this.thinning) unwrap(named(this.analysis.thin(this.thinning), this.matrix, this.file));
  }

  private ownValues(place: number): string {
    return `${this.listOf[place]} ${this.parts[place]?.values}`;
  }

  /** Takes a block that is in no file; `like`: its cells are as one of the file is, by its genes and own values. */
  loadBlock(block: RowBlock, like = 0): void {
    const place = this.parts.findIndex((part) => like < part.first + part.count);
    if (place >= 0) this.list = this.listOf[place]!;
    this.prepared = this.ofOwnValues.get(this.ownValues(place)) ?? this.analyses[this.list];
    unwrap(named(loadBlock(this.analysis, block), "the edited cells", this.file));
  }

  session(model: number): Model {
    return this.running[model] ?? fail(`has not started ${this.models[model]?.manifest.name}`);
  }

  /** The sums of every file's cells so far. */
  state(): Uint8Array<ArrayBuffer> {
    const [first, ...others] = this.analyses;
    if (!first) fail("is not prepared");
    for (const other of others) unwrap(first.merge(unwrap(other.state())));
    return unwrap(first.state());
  }

  /** Adds other lanes' sums to this one's, and reports of all. */
  report(states: Uint8Array<ArrayBuffer>[]): SurveyReport {
    const [first, ...others] = this.analyses;
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
    for (const analysis of [...this.analyses, ...this.ofOwnValues.values()]) analysis.delete();
    this.analyses = [];
    this.ofOwnValues.clear();
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

function fail(words: string): never {
  throw new AnalysisError("internal", `The lane ${words}.`);
}
