import { mean } from "../../../contract/numbers";
import { AnalysisError } from "../../../contract/errors";
import type { TrustOperations } from "../../../contract/operations/trust";
import type { LabelQuestion, ProtocolResult } from "../../../contract/trust";
import type { CellRange, ScorePart } from "../../../contract/types";
import { unwrap, type CoreModule } from "../../base/core";
import type { OpenedFile } from "../../file/opened-file";
import { HeadStore } from "../../file/scores";
import type { Job } from "../../pool/job";
import { pass } from "../../pool/pass";
import { prepared } from "../../pool/prepared";
import { judged, type Judged } from "./judged";
import { unitsOf } from "./units";

/** Labelled cells taken at most, evenly: each is run once more per head. */
const MOST = 20_000;
const BLOCK = 64;

type ProtocolsRequest = TrustOperations["protocols"]["request"];

/**
 * PolyGene's two protocols on the same cells: all phenotypes masked (as analysed), and only the target masked, the others given from the
 * file's labels. The labels given are the strict matches of their columns.
 */
export async function protocols(job: Job, request: ProtocolsRequest): Promise<ProtocolResult[]> {
  const { core, models, pool, file } = job;
  const laneModel = await models.laneModel(request.model);
  const { manifest } = laneModel;
  if (!manifest.onnx?.inputs.phenotypes)
    throw new AnalysisError("unsupported", `${manifest.title} has no phenotype tokens: it cannot be told a cell's other phenotypes.`);
  if (request.labels.length < 2)
    throw new AnalysisError(
      "bad-input",
      "To give a model the other phenotypes, labels of at least two are needed. Choose a label column for another head too.",
    );
  // Both protocols are of one matrix.
  file.result(request.model, job.matrix);
  const known: { head: number; question: LabelQuestion; one: Judged }[] = [];
  for (const question of request.labels) {
    const head = manifest.heads.findIndex(({ phenotype }) => phenotype === question.phenotype);
    if (head >= 0) known.push({ head, question, one: await judged(core, file, request.model, { ...question, scoring: "strict" }) });
  }
  const heads = manifest.heads.length;
  const cells = file.info.cells;
  const given = new Int32Array(cells * heads);
  for (const { head, one } of known)
    one.codes.forEach((code, cell) => {
      given[cell * heads + head] = code + 1;
    });
  const asked = chosen(
    known.map(({ one }) => one),
    cells,
  );
  const visible = known.map(({ one }) => new HeadStore(one.head, cells));
  const ready = await prepared(job, { models: [laneModel], byFile: true });
  // One lane's graphics card would have to be shared; on the processor all lanes work.
  await pool.all("start", { model: 0, onnx: await models.folder(request.model).file("predict"), selfTest: null, backend: "wasm" });
  const askedIn = ({ first, count }: CellRange) => asked.mask.subarray(first, first + count);
  await pass<ScorePart[]>(ready, {
    step: `${manifest.title}, phenotypes given`,
    blocks: ready
      .blocks({ most: BLOCK, isModel: true })
      .map((group) => group.filter((range) => askedIn(range).includes(1)))
      .filter((group) => group.length > 0),
    size: (range) => askedIn(range).reduce((sum, mark) => sum + mark, 0),
    ifStopped: "Stopped; both protocols are compared on all labelled cells or not at all.",
    visit: (lane, range) =>
      lane.call("predictWithKnownPhenotypes", {
        model: 0,
        range,
        targets: known.map(({ head }) => head),
        asked: askedIn(range).slice(),
        given: given.slice(range.first * heads, (range.first + range.count) * heads),
      }),
    take: (range, parts) => parts.forEach((part, i) => visible[i]!.put(range, part)),
  });
  await pool.all("stop", { model: 0 });
  const out: ProtocolResult[] = [];
  for (const [i, { one, question }] of known.entries()) {
    const others = known.filter((other) => other.one !== one);
    out.push(
      await compared(
        core,
        file,
        request,
        one,
        visible[i]!,
        asked.mask,
        others.map(({ question: { phenotype, column }, one: other }) => ({ phenotype, column, other })),
        question,
      ),
    );
  }
  return out;
}

/** Cells with a label of any head, an even sample of them where there are many. */
function chosen(all: Judged[], cells: number): { mask: Uint8Array<ArrayBuffer>; count: number } {
  const labelled: number[] = [];
  for (let cell = 0; cell < cells; cell++) if (all.some(({ codes }) => codes[cell]! >= 0)) labelled.push(cell);
  const count = Math.min(MOST, labelled.length);
  const mask = new Uint8Array(cells);
  for (let i = 0; i < count; i++) mask[labelled[Math.floor((i * labelled.length) / count)]!] = 1;
  return { mask, count };
}

type Other = { phenotype: string; column: string; other: Judged };

async function compared(
  core: CoreModule,
  file: OpenedFile,
  request: ProtocolsRequest,
  one: Judged,
  scores: HeadStore,
  mask: Uint8Array,
  others: Other[],
  { phenotype }: LabelQuestion,
): Promise<ProtocolResult> {
  const codes = one.codes.map((code, cell) => (mask[cell] ? code : -1));
  const cells = Uint32Array.from(codes.keys()).filter((cell) => codes[cell]! >= 0);
  const units = await unitsOf(file, request.donors, cells);
  const { k, top, probability, rest, restSquares } = scores;
  const classes = one.head.classes.length;
  const seen = unwrap(core.judge({ k, top, probability, rest, restSquares, truth: codes, classes }));
  const firsts = <T extends Uint16Array | Float32Array>(values: T): T => values.filter((_, i) => i % k === 0) as T;
  const model = { truth: codes, classes };
  const found = unwrap(
    core.compare_models({
      models: [
        {
          ...model,
          first: firsts(top),
          confidence: firsts(probability),
          rank: seen.rank,
          probability: seen.probability,
          brier: seen.brier,
        },
        { ...model, first: one.first, confidence: one.confidence, rank: one.rank, probability: one.probability, brier: one.brier },
      ],
      unit: units.of,
      units: units.count,
    }),
  );
  const meanOf = (values: Float32Array) => mean(Array.from(cells, (cell) => values[cell]!));
  return {
    model: request.model,
    phenotype,
    cells: cells.length,
    given: others.map(({ phenotype: name, column, other }) => ({
      phenotype: name,
      column,
      share: cells.reduce((sum, cell) => sum + Number(other.codes[cell]! >= 0), 0) / Math.max(cells.length, 1),
    })),
    visible: found.models[0]!,
    masked: found.models[1]!,
    difference: found.pairs[0]!.differences,
    meanEntropyVisible: meanOf(scores.entropy),
    meanEntropyMasked: meanOf(one.entropy),
  };
}
