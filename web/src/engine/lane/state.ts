import { AnalysisError } from "../../contract/errors";
import type { CellRange, Reading, Source, ValueKind } from "../../contract/types";
import { loadCore, named, unwrap, type Analysis } from "../base/core";
import { addModel } from "../model/core-models";
import type { Environment } from "../base/environment";
import type { Thinning } from "../contract/survey";
import type { LaneModel, MeasuredGenes } from "../contract/model";
import type { Model } from "../model/session";
import { openReader } from "../readers/open";
import type { Reader } from "../readers/reader";
import type { GeneIds, RowBlock } from "../contract/cells";
import { restoring, type Scales } from "../readers/restored";

/** A lane's own reader, core and model sessions: what its operations share. */
export class LaneState {
  matrix = "";
  models: (LaneModel & { handle: number })[] = [];
  /** Sessions that have been started, by the model's place in `models`. */
  running: (Model | undefined)[] = [];
  /** Which half of the counts `load` reads; null: all of them. */
  thinning: Thinning | null = null;
  private reader: Reader | undefined;
  private prepared: Analysis | undefined;

  constructor(readonly environment: Environment) {}

  get file(): Reader {
    return this.reader ?? fail("has no file open");
  }

  get analysis(): Analysis {
    return this.prepared ?? fail("is not prepared");
  }

  /** `scales`: how stored values stand to counts, of the matrices whose values are to be restored; `reading`: how the file is read. */
  async open(source: Source, scales: Scales, reading: Reading): Promise<void> {
    this.release();
    const core = await loadCore(this.environment);
    const bytes = await this.environment.openSource(source, () => {});
    const reader = await openReader(bytes, (path) => this.environment.asset(path), core, reading);
    this.reader = restoring(reader, scales, core);
  }

  /** Starts afresh with a matrix, its genes and models. */
  async prepare(matrix: string, genes: GeneIds, values: ValueKind, models: LaneModel[]): Promise<MeasuredGenes[]> {
    const core = await loadCore(this.environment);
    await this.stopAll();
    this.prepared?.delete();
    const analysis = (this.prepared = new core.Analysis());
    this.matrix = matrix;
    unwrap(
      analysis.set_genes({
        ids: genes.ids.join("\n"),
        alternatives: genes.alternatives.map(({ values: names }) => names.join("\n")),
        values,
      }),
    );
    const matched = models.map((model) => addModel(analysis, model));
    this.models = models.map((model, i) => ({ ...model, handle: matched[i]!.handle }));
    return matched.map(({ fitted, carried }) => ({ isFitted: fitted, carried: [...carried] }));
  }

  /** Reads a block of the matrix prepared into the core. */
  async load({ first, count }: CellRange): Promise<void> {
    const block = await this.file.block(this.matrix, first, count);
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

  release(): void {
    this.reader?.close();
    this.prepared?.delete();
    this.reader = undefined;
    this.prepared = undefined;
    this.thinning = null;
    this.models = [];
    void this.stopAll();
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
