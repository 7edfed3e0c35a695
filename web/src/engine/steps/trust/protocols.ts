import { AnalysisError } from "../../../contract/errors";
import type { CallContext } from "../../../contract/protocol";
import type { TrustOperations } from "../../../contract/operations/trust";
import type { LabelQuestion, ProtocolResult } from "../../../contract/trust";
import type { ScorePart } from "../../../contract/types";
import { planBlocks } from "../../pool/blocks";
import { unwrap, type CoreModule } from "../../base/core";
import type { Desk } from "../../desk";
import type { LanePool } from "../../pool/lane-pool";
import { Pace } from "../../base/pace";
import { HeadStore } from "../../file/scores";
import { sweep } from "../../pool/sweep";
import { judged, type Judged } from "./judged";
import { unitsOf } from "./units";

/** Labelled cells taken at most, evenly: each is run once more per head. */
const MOST = 20_000;
const BLOCK = 64;

interface Job {
  desk: Desk;
  pool: LanePool;
  core: CoreModule;
  request: TrustOperations["protocols"]["request"];
  context: CallContext<never>;
}

/**
 * PolyGene's two protocols on the same cells: all phenotypes masked (as analysed), and only the target masked, the others given from the
 * file's labels. The labels given are the strict matches of their columns.
 */
export async function protocols({ desk, pool, core, request, context }: Job): Promise<ProtocolResult[]> {
  const file = desk.opened();
  const laneModel = await desk.models.laneModel(request.model);
  const { manifest } = laneModel;
  if (!manifest.onnx?.inputs.phenotypes)
    throw new AnalysisError("unsupported", `${manifest.title} has no phenotype tokens: it cannot be told a cell's other phenotypes.`);
  if (request.labels.length < 2)
    throw new AnalysisError(
      "bad-input",
      "To give a model the other phenotypes, labels of at least two are needed. Choose a label column for another head too.",
    );
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
  await start(desk, pool, request, laneModel);
  const pace = new Pace(`${manifest.title}, phenotypes given`, asked.count);
  const groups = planBlocks(file.reader.matrix(file.matrix), { lanes: pool.size, cells: 0, most: BLOCK, run: file.modelRun })
    .map((group) => group.filter(({ first, count }) => asked.mask.subarray(first, first + count).includes(1)))
    .filter((group) => group.length > 0);
  const isWhole = await sweep<ScorePart[]>({
    lanes: pool.lanes,
    groups,
    signal: context.signal,
    visit: (lane, range) =>
      lane.call("predictGiven", {
        model: 0,
        range,
        targets: known.map(({ head }) => head),
        asked: asked.mask.slice(range.first, range.first + range.count),
        given: given.slice(range.first * heads, (range.first + range.count) * heads),
      }),
    take(range, parts) {
      parts.forEach((part, i) => visible[i]!.put(range, part));
      context.progress(pace.add(asked.mask.subarray(range.first, range.first + range.count).reduce((sum, mark) => sum + mark, 0)));
    },
  });
  await pool.all("stop", { model: 0 });
  if (!isWhole) throw new AnalysisError("cancelled", "Stopped; both protocols are compared on all labelled cells or not at all.");
  const out: ProtocolResult[] = [];
  for (const [i, { one, question }] of known.entries()) {
    const others = known.filter((other) => other.one !== one);
    out.push(
      await compared(
        core,
        desk,
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

async function start(
  desk: Desk,
  pool: LanePool,
  request: Job["request"],
  laneModel: Awaited<ReturnType<Desk["models"]["laneModel"]>>,
): Promise<void> {
  const file = desk.opened();
  const folder = desk.models.folder(request.model);
  const onnx = await folder.file("predict");
  await pool.all("prepare", { matrix: file.matrix, genes: await file.geneIds(), values: file.values, models: [laneModel] });
  // One lane's graphics card would have to be shared; on the processor all lanes work.
  await pool.all("start", { model: 0, onnx, selfTest: null, backend: "wasm" });
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
  desk: Desk,
  request: Job["request"],
  one: Judged,
  scores: HeadStore,
  mask: Uint8Array,
  others: Other[],
  { phenotype }: LabelQuestion,
): Promise<ProtocolResult> {
  const file = desk.opened();
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
  const mean = (values: Float32Array) => cells.reduce((sum, cell) => sum + values[cell]!, 0) / cells.length;
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
    meanEntropyVisible: mean(scores.entropy),
    meanEntropyMasked: mean(one.entropy),
  };
}
