import { AnalysisError } from "../../../contract/errors";
import type { LabelQuestion } from "../../../contract/trust";
import type { HeadInfo } from "../../../contract/types";
import { unwrap, type CoreModule } from "../../base/core";
import { Kept } from "../../file/kept";
import type { OpenedFile } from "../../file/opened-file";
import type { HeadStore, ModelResults } from "../../file/scores";
import { integers, placesWhere } from "./arrays";
import { labelsOf, truthFor, type Truth } from "./labels";

/** Cells that go into the core's memory at once: what it once takes it never gives back. */
const CHUNK = 131_072;
/** Answers kept; a cell costs some 25 bytes in each. */
const KEPT = 6;

/** One head of one model, judged by a column of labels: a few numbers a cell. */
export interface Judged extends Truth {
  model: string;
  head: HeadInfo;
  store: HeadStore;
  /** First answers, as the scoring takes them: an accepted subtype is the label itself. */
  first: Uint16Array<ArrayBuffer>;
  confidence: Float32Array<ArrayBuffer>;
  /** First probability minus second. */
  margin: Float32Array<ArrayBuffer>;
  entropy: Float32Array<ArrayBuffer>;
  rank: Uint8Array<ArrayBuffer>;
  probability: Float32Array<ArrayBuffer>;
  brier: Float32Array<ArrayBuffer>;
  /** Cells with a truth, and those of them whose label is beyond the kept answers. */
  cells: number;
  beyond: number;
  /** Cells the model had done then. */
  done: number;
}

const JUDGED = new Kept<Map<string, Judged>>("No model has been judged yet.");

/**
 * Judges a model by the labels a question names; the same question again is answered from memory while nothing was
 * added to the results.
 */
export async function judged(core: CoreModule, file: OpenedFile, model: string, question: LabelQuestion): Promise<Judged> {
  const result = file.result(model);
  const { phenotype, column, byHand, scoring } = question;
  const store = result.head(phenotype);
  if (!store) throw new AnalysisError("bad-input", `${model} does not predict ${phenotype}.`);
  const { matrix } = file.analyzed;
  const answers = JUDGED.find(file, matrix) ?? JUDGED.put(file, matrix, new Map<string, Judged>());
  const key = JSON.stringify([model, phenotype, column, byHand, scoring]);
  const known = answers.get(key);
  if (known && known.store === store && known.done === result.done) return known;
  const found = judge(core, result, store, truthFor(await labelsOf(file, column), store.head.classes, question));
  answers.delete(key);
  for (const old of [...answers.keys()].slice(0, Math.max(0, answers.size - KEPT + 1))) answers.delete(old);
  answers.set(key, found);
  return found;
}

function judge(core: CoreModule, result: ModelResults, store: HeadStore, truth: Truth): Judged {
  const { head, k } = store;
  const { accepts } = truth;
  const cells = result.cells;
  const codes = integers(cells, (cell) => (result.isDone(cell) ? truth.codes[cell]! : -1));
  const classes = truth.names.length;
  const out: Judged = {
    ...truth,
    codes,
    model: result.model,
    head,
    store,
    cells: 0,
    beyond: 0,
    done: result.done,
    first: new Uint16Array(cells),
    confidence: new Float32Array(cells),
    margin: new Float32Array(cells),
    entropy: store.entropy,
    rank: new Uint8Array(cells),
    probability: new Float32Array(cells),
    brier: new Float32Array(cells),
  };
  for (let from = 0; from < cells; from += CHUNK) {
    const to = Math.min(cells, from + CHUNK);
    const truthHere = codes.subarray(from, to);
    const probability = store.probability.subarray(from * k, to * k);
    let top: Uint16Array = store.top.subarray(from * k, to * k);
    if (accepts && truth.isByOntology)
      top = unwrap(core.accept_subtypes({ k, top, truth: truthHere, classes: head.classes.length, accepts }));
    const found = unwrap(
      core.judge({
        k,
        top,
        probability,
        rest: store.rest.subarray(from, to),
        restSquares: store.restSquares.subarray(from, to),
        truth: truthHere,
        classes,
      }),
    );
    rankBeyond(found.rank, truthHere, store, from, accepts && truth.isByOntology ? accepts : null);
    out.rank.set(found.rank, from);
    out.probability.set(found.probability, from);
    out.brier.set(found.brier, from);
    out.cells += found.cells;
    out.beyond += found.beyond;
    for (let i = 0; i < to - from; i++) {
      out.first[from + i] = top[i * k]!;
      out.confidence[from + i] = probability[i * k]!;
      out.margin[from + i] = probability[i * k]! - (k > 1 ? probability[i * k + 1]! : 0);
    }
  }
  return out;
}

/** Cells a model has an answer for and the labels a truth. */
export function labelledCells({ codes }: Judged): Uint32Array<ArrayBuffer> {
  return placesWhere(codes.length, (cell) => codes[cell]! >= 0);
}

/** Where in the tail a right answer lies that is not among the classes kept with their probabilities: `rank` is filled in. */
function rankBeyond(
  rank: Uint8Array,
  truth: Int32Array,
  { k, ranked, tail, head }: HeadStore,
  from: number,
  accepts: Uint8Array | null,
): void {
  const beyond = ranked - k;
  const classes = head.classes.length;
  if (beyond === 0) return;
  for (let i = 0; i < rank.length; i++) {
    const label = truth[i]!;
    if (label < 0 || rank[i]! < k) continue;
    const start = (from + i) * beyond;
    for (let at = beyond - 1; at >= 0; at--) {
      const said = tail[start + at]!;
      if (accepts ? accepts[label * classes + said] === 1 : said === label) rank[i] = k + at;
    }
  }
}
