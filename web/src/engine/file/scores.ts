import { AnalysisError } from "../../contract/errors";
import { cellsRead } from "../../contract/unread";
import { UNASSIGNED, type MajorityVote } from "../../contract/votes";
import type { CellRange, HeadInfo, HeadScores, ScorePart } from "../../contract/types";
import { type CoreModule, unwrap } from "../base/core";
import type { ModelBlock, Prediction } from "../contract/predict";
import type { Known } from "./known";
import type { Strata } from "./strata";
import { LabelFits } from "./label-fits";

/** No class: the cell is not done, or there is nothing in it to predict from. */
export const NO_CLASS = 65_535;
/** Classes kept per cell, and those of them that leave the engine. */
export const TOP = 10;
export const SHOWN = 5;
/**
 * Beyond this many cells probabilities end at what is shown, and a byte or two name each further class: the rest would
 * cost a million cells 60 MB a model.
 */
export const MANY = 300_000;
/** Beyond this much of embedding, only positions are kept. */
const EMBEDDING_BYTES = 64e6;
/** Cells of the file's start that fix the axes then; of drawn cells, which show the whole sooner, so many of the first. */
const FITTED = 20_000;
const FITTED_DRAWN = 2000;

/** Labels of one or several classes, where each is in the list, and each cell's. */
interface Matches {
  labels: string[];
  place: Map<string, number>;
  codes: Int32Array<ArrayBuffer>;
}

/** One head's scores of every cell. */
export class HeadStore {
  /** Classes with their probabilities. */
  readonly k: number;
  /** Classes whose order is known: the first `k` and, in large files, the tail behind them. */
  readonly ranked: number;
  readonly tail: Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;
  readonly top: Uint16Array<ArrayBuffer>;
  readonly probability: Float32Array<ArrayBuffer>;
  readonly entropy: Float32Array<ArrayBuffer>;
  /** Of the classes not kept: their probabilities and these' squares summed. */
  readonly rest: Float32Array<ArrayBuffer>;
  readonly restSquares: Float32Array<ArrayBuffer>;

  constructor(
    readonly head: HeadInfo,
    cells: number,
  ) {
    this.k = Math.min(cells > MANY ? SHOWN : TOP, head.classes.length);
    this.ranked = Math.min(TOP, head.classes.length);
    this.tail = new (head.classes.length < 256 ? Uint8Array : Uint16Array)(cells * (this.ranked - this.k));
    this.top = new Uint16Array(cells * this.k).fill(NO_CLASS);
    this.probability = new Float32Array(cells * this.k);
    this.entropy = new Float32Array(cells).fill(NaN);
    this.rest = new Float32Array(cells);
    this.restSquares = new Float32Array(cells);
  }

  /** Of a reference: how well each cell fits its label. */
  fits: LabelFits | null = null;

  /** Cells that SingleR would leave unlabelled, 1 each; null for models that are no reference. */
  pruned(): Uint8Array | null {
    if (!this.fits) return null;
    const first = (cell: number) => this.top[cell * this.k]!;
    return this.fits.pruned(Int32Array.from(this.entropy, (_, cell) => (first(cell) === NO_CLASS ? -1 : first(cell))));
  }

  /** Labels of all classes above the threshold, one or several joined; null where no threshold was set. */
  private matches: Matches | null = null;

  /** The label each cell goes by: all its classes above the threshold where one was set, else its first guess. */
  labelled(): { labels: string[]; codes: Int32Array } {
    if (this.matches) return this.matches;
    const cells = this.entropy.length;
    const codes = Int32Array.from({ length: cells }, (_, cell) => (this.top[cell * this.k] === NO_CLASS ? -1 : this.top[cell * this.k]!));
    return { labels: this.head.classes.map(({ label }) => label), codes };
  }

  get hasMatches(): boolean {
    return this.matches !== null;
  }

  /** All classes of a cell above the threshold; undefined where none was set. */
  matched(cell: number): string | undefined {
    return this.matches ? (this.matches.labels[this.matches.codes[cell]!] ?? "") : undefined;
  }

  putMatches({ first, count }: CellRange, { counts, codes }: { counts: Int32Array; codes: Uint16Array }): void {
    const matches: Matches = (this.matches ??= { labels: [], place: new Map(), codes: new Int32Array(this.entropy.length).fill(-1) });
    let at = 0;
    for (let i = 0; i < count; i++) {
      const own = codes.subarray(at, (at += counts[i]!));
      if (this.top[(first + i) * this.k] === NO_CLASS) continue;
      const label = Array.from(own, (code) => this.head.classes[code]!.label).join("|") || UNASSIGNED;
      let place = matches.place.get(label);
      if (place === undefined) matches.place.set(label, (place = matches.labels.push(label) - 1));
      matches.codes[first + i] = place;
    }
  }

  put({ first, count }: CellRange, part: ScorePart): void {
    this.top.set(narrowed(part.top, part.k, this.k, count), first * this.k);
    const beyond = this.ranked - this.k;
    for (let i = 0; i < count * beyond; i++)
      this.tail[first * beyond + i] = part.top[Math.floor(i / beyond) * part.k + this.k + (i % beyond)]!;
    this.probability.set(narrowed(part.probability, part.k, this.k, count), first * this.k);
    this.entropy.set(part.entropy, first);
    // Where every class is kept nothing is left; zeros that are never written take no memory.
    if (this.k >= this.head.classes.length) return;
    this.rest.set(part.rest, first);
    this.restSquares.set(part.restSquares, first);
    if (part.k === this.k) return;
    // What is not kept joins the rest.
    for (let cell = 0; cell < count; cell++) {
      for (let at = cell * part.k + this.k; at < (cell + 1) * part.k; at++) {
        this.rest[first + cell]! += part.probability[at]!;
        this.restSquares[first + cell]! += part.probability[at]! ** 2;
      }
    }
  }

  /** Takes what another store of as many classes a cell holds of cells elsewhere. */
  adopt(other: HeadStore, { from, first, count }: Known): void {
    const copy = <T extends { set(values: T, at: number): void; subarray(from: number, to: number): T }>(to: T, of: T, width: number) =>
      to.set(of.subarray(from * width, (from + count) * width), first * width);
    copy<Uint16Array>(this.top, other.top, this.k);
    copy<Uint8Array | Uint16Array>(this.tail, other.tail, this.ranked - this.k);
    copy<Float32Array>(this.probability, other.probability, this.k);
    copy<Float32Array>(this.entropy, other.entropy, 1);
    copy<Float32Array>(this.rest, other.rest, 1);
    copy<Float32Array>(this.restSquares, other.restSquares, 1);
  }

  /** Leaves a cell as one that was never read. */
  blank(cell: number): void {
    this.withhold(cell);
    this.entropy[cell] = NaN;
    this.rest[cell] = 0;
    this.restSquares[cell] = 0;
  }

  /** Leaves a cell without a class, as one with nothing to predict from. */
  withhold(cell: number): void {
    const beyond = this.ranked - this.k;
    this.top.fill(NO_CLASS, cell * this.k, (cell + 1) * this.k);
    this.tail.fill(this.head.classes.length < 256 ? 255 : NO_CLASS, cell * beyond, (cell + 1) * beyond);
    this.probability.fill(0, cell * this.k, (cell + 1) * this.k);
    if (this.matches) this.matches.codes[cell] = -1;
    this.fits?.withhold(cell);
    const classes = this.head.classes.length;
    this.entropy[cell] = Math.log(classes);
    if (this.k >= classes) return;
    this.rest[cell] = 1;
    this.restSquares[cell] = 1 / classes;
  }
}

/** What one model said of every cell: kept small, whatever the number of classes. */
export class ModelResults {
  readonly heads: HeadStore[];
  /** Cells from 0 up to the last one that is done, or may be: drawn cells come from everywhere. */
  end = 0;
  done = 0;
  /** What the cells that are done were drawn from, where they are not those from the start on. */
  strata: Strata | null = null;
  /** Cells of that draw, 1 each: of others, which follow in the order of the file, shares of all cannot be told. */
  private drawn: Uint8Array | null = null;
  /** The layout settled last, x and y interleaved; null while there is none. */
  umap: Float32Array<ArrayBuffer> | null = null;
  /** Cells of files whose genes are a panel that the model was fitted to, 1 each; null where it was to none. */
  fitted: Uint8Array | null = null;
  private withheld: Uint8Array | null = null;
  /** Votes of clusters on the labels of a head. */
  readonly votes = new Map<string, MajorityVote>();
  /** Of linear models: cosine between each cell's scores and the model's mean scores, NaN where a cell is not done. */
  meanCosine: Float32Array<ArrayBuffer> | null = null;
  private embedding: Float32Array<ArrayBuffer> | null = null;
  private dims = 0;
  private xy: Float32Array<ArrayBuffer> | null = null;
  private axes: { mean: Float32Array; rotation: Float32Array } | null = null;
  private waiting: { range: CellRange; values: Float32Array }[] = [];
  /** Cells that fix the axes, each with its row among them, and what is known of these. */
  private fitting: Map<number, number>;
  private rows: Float32Array<ArrayBuffer> | null = null;

  constructor(
    readonly model: string,
    heads: HeadInfo[],
    readonly cells: number,
    /** Cells of files that the model does not read, 1 each: they have no label, no entropy and no embedding. */
    readonly unread: Uint8Array | null = null,
  ) {
    this.heads = heads.map((head) => new HeadStore(head, cells));
    this.fitting = new Map(Array.from({ length: Math.min(FITTED, cells) }, (_, cell) => [cell, cell]));
  }

  /** Its cells are drawn from strata, these in their order. */
  draw(cells: Uint32Array, strata: Strata): void {
    this.strata = strata;
    this.end = this.cells;
    this.drawn = new Uint8Array(this.cells);
    for (const cell of cells) this.drawn[cell] = 1;
    if (this.done > 0) return;
    this.fitting = new Map(Array.from(cells.subarray(0, FITTED_DRAWN), (cell, row) => [cell, row]));
  }

  /** Cells that the model is not to label: 1 each. Those done already lose their labels. */
  withhold(cells: Uint8Array): void {
    this.withheld = cells;
    for (let cell = 0; cell < this.end; cell++) if (cells[cell] && this.isDone(cell)) for (const head of this.heads) head.withhold(cell);
  }

  /** Whether a cell has no label whatever others around it have: it is of another species than the model's, or not read by it. */
  isWithheld(cell: number): boolean {
    return this.withheld?.[cell] === 1 || this.isUnread(cell);
  }

  isUnread(cell: number): boolean {
    return this.unread?.[cell] === 1;
  }

  /** Cells that the model reads, when all are done. */
  get all(): number {
    return this.readIn({ first: 0, count: this.cells });
  }

  /** How many of some cells the model reads. */
  readIn(range: CellRange): number {
    return cellsRead(range, this.unread);
  }

  /** Takes what the model said of a block; of chosen cells one by one. */
  putBlock(core: CoreModule, { chosen, ...range }: ModelBlock, prediction: Prediction): void {
    if (!chosen) this.put(core, range, prediction);
    else chosen.cells.forEach((first, i) => this.put(core, { first, count: 1 }, ofCell(prediction, i, chosen.cells.length)));
  }

  put(core: CoreModule, range: CellRange, prediction: Prediction): void {
    prediction.heads.forEach((part, i) => this.heads[i]!.put(range, part));
    prediction.matched?.forEach((part, i) => {
      if (this.heads[i]!.head.link === "logistic") this.heads[i]!.putMatches(range, part);
    });
    if (prediction.fit) (this.heads[0]!.fits ??= new LabelFits(core, this.cells)).put(range, prediction.fit);
    for (let cell = range.first; (this.withheld || this.unread) && cell < range.first + range.count; cell++) {
      if (this.isUnread(cell)) for (const head of this.heads) head.blank(cell);
      else if (this.withheld?.[cell]) for (const head of this.heads) head.withhold(cell);
    }
    this.saw(range);
    if (prediction.meanCosine?.length) {
      this.meanCosine ??= new Float32Array(this.cells).fill(NaN);
      this.meanCosine.set(prediction.meanCosine, range.first);
    }
    this.putEmbedding(core, range, prediction);
  }

  /** Whether what another run of the same model holds can be taken as it is: stored alike, and whole. */
  canAdopt(other: ModelResults): boolean {
    const isAlike = ({ k, fits, hasMatches }: HeadStore, own: HeadStore) => k === own.k && !fits && !hasMatches;
    return (
      this.keepsEmbedding(other.dims) &&
      other.embedding !== null &&
      other.withheld === null &&
      other.heads.every((head, i) => isAlike(head, this.heads[i]!))
    );
  }

  /** Takes what another run of the same model said of cells that lie elsewhere now. */
  adopt(other: ModelResults, known: Known): void {
    const { from, first, count } = known;
    this.heads.forEach((head, i) => head.adopt(other.heads[i]!, known));
    this.saw(known);
    if (other.meanCosine) {
      this.meanCosine ??= new Float32Array(this.cells).fill(NaN);
      this.meanCosine.set(other.meanCosine.subarray(from, from + count), first);
    }
    this.dims = other.dims;
    this.embedding ??= new Float32Array(this.cells * this.dims).fill(NaN);
    this.embedding.set(other.embedding!.subarray(from * this.dims, (from + count) * this.dims), first * this.dims);
  }

  private saw(range: CellRange): void {
    this.end = Math.max(this.end, range.first + range.count);
    while (this.isUnread(this.end)) this.end++;
    this.done += this.readIn(range);
  }

  private keepsEmbedding(dims: number): boolean {
    return this.cells * dims * 4 <= EMBEDDING_BYTES;
  }

  /** A cell that was visited has an entropy, even one with nothing to predict from; without heads, nothing is told of any. */
  isDone(cell: number): boolean {
    const [head] = this.heads;
    return head !== undefined && !Number.isNaN(head.entropy[cell]!);
  }

  /** Whether a cell is one of those drawn, done or not. */
  isDrawn(cell: number): boolean {
    return this.drawn?.[cell] === 1;
  }

  /** Whether a cell is done, and shares of all can be told from it. */
  tells(cell: number): boolean {
    return this.isDone(cell) && (this.drawn === null || this.isDrawn(cell));
  }

  head(phenotype: string): HeadStore | undefined {
    return this.heads.find(({ head }) => head.phenotype === phenotype);
  }

  scores(phenotype: string): HeadScores | null {
    const store = this.head(phenotype);
    if (!store) return null;
    const k = Math.min(SHOWN, store.k);
    return {
      model: this.model,
      phenotype,
      cells: this.end,
      k,
      top: narrowed(store.top, store.k, k, this.end),
      probability: narrowed(store.probability, store.k, k, this.end),
      entropy: store.entropy.slice(0, this.end),
    };
  }

  /** First two principal components of the embedding; NaN where a cell is not done. */
  positions(core: CoreModule): Float32Array<ArrayBuffer> {
    if (this.xy) return this.xy.slice();
    if (!this.embedding || this.done < 2) return new Float32Array(this.cells * 2).fill(NaN);
    const axes = fit(core, this.embedding, this.cells, this.dims);
    return unwrap(core.project({ rows: this.cells, values: this.embedding, ...axes }));
  }

  /** The embedding of every cell, NaN where it is not done; null where it was not kept. */
  wholeEmbedding(): { dims: number; values: Float32Array<ArrayBuffer> } | null {
    return this.embedding && { dims: this.dims, values: this.embedding };
  }

  /** The embedding of the cells that have one, or null where it was not kept. */
  embedded(): { cells: Int32Array; values: Float32Array<ArrayBuffer>; dims: number } | null {
    const { embedding, dims } = this;
    if (!embedding) return null;
    const cells: number[] = [];
    for (let cell = 0; cell < this.cells; cell++) if (!Number.isNaN(embedding[cell * dims])) cells.push(cell);
    const values = new Float32Array(cells.length * dims);
    cells.forEach((cell, i) => values.set(embedding.subarray(cell * dims, (cell + 1) * dims), i * dims));
    return { cells: Int32Array.from(cells), values, dims };
  }

  private putEmbedding(core: CoreModule, range: CellRange, { embedding, dims }: Prediction): void {
    this.dims = dims;
    if (this.keepsEmbedding(dims)) {
      this.embedding ??= new Float32Array(this.cells * dims).fill(NaN);
      this.embedding.set(embedding, range.first * dims);
      return;
    }
    this.xy ??= new Float32Array(this.cells * 2).fill(NaN);
    this.waiting.push({ range, values: embedding });
    if (!this.axes) {
      const { fitting } = this;
      this.rows ??= new Float32Array(fitting.size * dims);
      for (let i = 0; i < range.count; i++) {
        const row = fitting.get(range.first + i);
        if (row === undefined) continue;
        this.rows.set(embedding.subarray(i * dims, (i + 1) * dims), row * dims);
        fitting.delete(range.first + i);
      }
      if (fitting.size > 0) return;
      this.axes = fit(core, this.rows, this.rows.length / dims, dims);
      this.rows = null;
    }
    for (const part of this.waiting) {
      this.xy.set(unwrap(core.project({ rows: part.range.count, values: part.values, ...this.axes })), part.range.first * 2);
    }
    this.waiting = [];
  }
}

/** What an ONNX model said of one of a block's cells. */
function ofCell({ heads, embedding, dims }: Prediction, cell: number, cells: number): Prediction {
  const part = <T extends Float32Array | Uint16Array>(values: T): T => {
    const width = values.length / cells;
    return values.subarray(cell * width, (cell + 1) * width) as T;
  };
  return {
    heads: heads.map(({ k, top, probability, entropy, rest, restSquares }) => ({
      k,
      top: part(top),
      probability: part(probability),
      entropy: part(entropy),
      rest: part(rest),
      restSquares: part(restSquares),
    })),
    embedding: part(embedding),
    dims,
  };
}

/** The first `k` of each row's `width` entries, of `rows` rows. */
function narrowed<T extends Uint16Array | Float32Array>(values: T, width: number, k: number, rows: number): T {
  if (width === k) return values.subarray(0, rows * k).slice() as T;
  const out = new (values.constructor as new (length: number) => T)(rows * k);
  for (let row = 0; row < rows; row++) for (let i = 0; i < k; i++) out[row * k + i] = values[row * width + i]!;
  return out;
}

function fit(core: CoreModule, values: Float32Array, rows: number, dims: number): { mean: Float32Array; rotation: Float32Array } {
  const { mean, rotation } = unwrap(core.principal_components({ rows, dims, values, components: 2 }));
  return { mean, rotation };
}

/** The head of a model's results, or an error that names it. */
export function headOf(results: ModelResults, phenotype: string): HeadStore {
  const found = results.head(phenotype);
  if (!found) throw new AnalysisError("bad-input", `${results.model} does not predict ${phenotype}.`);
  return found;
}
