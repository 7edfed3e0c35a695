import { mean } from "../../../contract/numbers";
import { AnalysisError } from "../../../contract/errors";
import type { SetAloneAnswers, SetAloneHead, SetAloneReport, SetAloneRequest } from "../../../contract/operations/set-alone";
import type { CellRange, Interval } from "../../../contract/types";
import { unreadCells } from "../../../contract/unread";
import { unwrap, withAnalysis, type CoreModule } from "../../base/core";
import { Pace } from "../../base/pace";
import { seeded } from "../../base/random";
import type { GeneIds } from "../../contract/cells";
import type { ChosenScores } from "../../contract/gene-sets";
import { NO_CLASS } from "../../file/scores";
import type { ChosenBlock } from "../../pool/blocks";
import type { Job } from "../../pool/job";
import { pass } from "../../pool/pass";
import { prepared } from "../../pool/prepared";
import { usableModels } from "../predict/analyze";
import { labelsOf, truthFor } from "../trust/labels";
import { MatchedDraws } from "./matched-draw";
import { mitochondrialSets } from "./mitochondria";
import { parseGeneSets } from "./parse";

const TOGETHER = 64;
const LARGE_SHARE = 0.5;

/** Answers of one head, cell by cell of those asked. */
interface Head {
  k: number;
  top: Uint16Array;
  entropy: Float32Array;
}

/** A model asked again with all genes outside one set unknown to it, as if the file had not measured them: and with matched random sets. */
export async function setAlone(job: Job, request: SetAloneRequest): Promise<SetAloneReport> {
  const started = performance.now();
  const { core, models, file, matrix } = job;
  const folder = models.folder(request.model);
  const { manifest } = folder;
  if (manifest.heads.length === 0)
    throw new AnalysisError("unsupported", `${manifest.title} only embeds cells; it gives no answers to compare.`);
  // As an analysis refuses the file, and reads some files of a study alone.
  const [coverage] = (await usableModels({ ...job, options: { models: [request.model] } })).coverage;
  const unread = unreadCells(file.info, coverage);
  const ids = await file.geneIds(matrix);
  const names = await file.geneNames(matrix);
  const { symbols } = names;
  const sets = request.file === "mitochondria" ? mitochondrialSets(symbols) : parseGeneSets(request.file).sets;
  const set = sets.find(({ name }) => name === request.set);
  if (!set)
    throw new AnalysisError(
      "bad-input",
      `There is no set named ${request.set}; there are ${sets
        .slice(0, 12)
        .map(({ name }) => name)
        .join(", ")}${sets.length > 12 ? " and more" : ""}.`,
    );
  const own = new Set(set.genes.flatMap((gene) => names.findListed(gene) ?? []));
  // Sets are compared over what the model can read of this file.
  const readable = await known(job, request.model, ids);
  const inside = [...own].filter((column) => readable[column]);
  if (inside.length === 0)
    throw new AnalysisError("bad-input", `${file.info.name} measures no gene of ${set.name} that ${manifest.title} knows.`);
  const read = Uint32Array.from({ length: file.info.cells }, (_, cell) => cell).filter((cell) => !unread?.[cell]);
  const cells = evenly(read.length, request.cells).map((place) => read[place]!);
  const pace = new Pace(`${manifest.title}, some genes`, cells.length * (3 + request.random));
  const expressed = await detection(job, cells, ids.ids.length, pace);
  const columns = Int32Array.from(readable.keys()).filter((column) => readable[column]);
  const place = new Map([...columns].map((column, i) => [column, i]));
  const draws = new MatchedDraws(Float32Array.from(columns, (column) => expressed[column]!));
  const wanted = draws.count(inside.map((column) => place.get(column)!));
  const random = seeded(request.seed);
  const inputs: (Set<number> | null)[] = [
    null,
    new Set(inside),
    ...Array.from({ length: request.random }, () => {
      const drawn = new Set<number>();
      draws.draw(wanted, random, (gene) => drawn.add(columns[gene]!));
      return drawn;
    }),
  ];
  const answers: Head[][] = [];
  const onnx = manifest.kind === "onnx" ? await folder.file("predict") : null;
  for (const input of inputs) answers.push(await ask(job, request.model, onnx, input ? onlyOf(ids, input) : ids, cells, pace));
  const heads = await Promise.all(
    manifest.heads.map(async ({ phenotype, classes }, h): Promise<SetAloneHead> => {
      const column = request.labels[phenotype] || null;
      const truth =
        column === null
          ? null
          : truthFor(
              await labelsOf(file, column),
              classes.map(({ label, ontology_id }) => ({ label, ontologyId: ontology_id })),
              { phenotype, column },
            ).codes;
      const codes = Int32Array.from(cells, (cell) => truth?.[cell] ?? -1);
      const of = (i: number) => judged(core, answers[i]![h]!, answers[0]![h]!, codes, classes.length);
      return {
        phenotype,
        classes: classes.length,
        column,
        labelled: codes.reduce((sum, code) => sum + Number(code >= 0), 0),
        full: of(0),
        set: of(1),
        random: answers.slice(2).map((_, i) => of(2 + i)),
      };
    }),
  );
  const notes = [
    `All genes but ${inside.length.toLocaleString("en")} were hidden from the model, which was trained on cells with all of theirs: ` +
      `its probabilities are not to be trusted there, only compared.`,
  ];
  if (coverage?.unread) notes.push(`Cells of files that the model does not read are left out: ${coverage.reason}`);
  if (file.info.study && matrix === file.info.study.shared)
    notes.push("Every file was read by the genes that all of them measure, so answers may differ from those by each file's own genes.");
  if (inside.length > LARGE_SHARE * columns.length)
    notes.push("The set holds more than half of what the model reads, so matched random sets overlap with it.");
  return {
    model: manifest.name,
    set: set.name,
    listed: set.genes.length,
    genes: inside.length,
    of: columns.length,
    cells: cells.length,
    heads,
    seconds: (performance.now() - started) / 1000,
    notes,
  };
}

/** The names of the columns of a set; others are nameless, and so unknown to every model. */
function onlyOf({ ids, alternatives, ...rest }: GeneIds, columns: Set<number>): GeneIds {
  const only = (values: string[]) => values.map((value, column) => (columns.has(column) ? value : ""));
  return { ...rest, ids: only(ids), alternatives: alternatives.map((one) => ({ ...one, values: only(one.values) })) };
}

/** Which columns of the file the model knows. */
async function known({ core, models }: Job, model: string, ids: GeneIds): Promise<Uint8Array> {
  const { manifest } = models.folder(model);
  const genesTsv = await models.folder(model).text("genes");
  return withAnalysis(core, (analysis) => {
    unwrap(
      analysis.set_genes({
        ids: ids.ids.join("\n"),
        alternatives: ids.alternatives.map(({ values }) => values.join("\n")),
        values: "counts",
      }),
    );
    return unwrap(core.known_columns(analysis, { genes_tsv: genesTsv, as_written: manifest.matching === "as-written" }));
  });
}

function evenly(all: number, most: number): Uint32Array<ArrayBuffer> {
  const count = Math.min(all, most);
  return Uint32Array.from({ length: count }, (_, i) => Math.floor((i * all) / count));
}

/** In how many of some cells each column is above zero. */
async function detection(job: Job, cells: Uint32Array<ArrayBuffer>, genes: number, pace: Pace): Promise<Float64Array> {
  const out = new Float64Array(genes);
  const ready = await prepared(job);
  await pass<Int32Array, ChosenBlock>(ready, {
    step: pace,
    blocks: ready.blocksOf(cells, TOGETHER),
    ifStopped: "Stopped before the model was asked.",
    visit: (lane, block) => lane.call("countExpressed", offsetsIn(block, cells)),
    take: (_, counts) =>
      counts.forEach((count, column) => {
        out[column]! += count;
      }),
  });
  return out;
}

/** A block's chosen cells as a lane counts them: from its first. */
function offsetsIn({ first, count, from, to }: ChosenBlock, cells: Uint32Array): { range: CellRange; cells: Int32Array<ArrayBuffer> } {
  return { range: { first, count }, cells: Int32Array.from(cells.subarray(from, to), (cell) => cell - first) };
}

/** The model's answers on some cells, its input being the genes named. */
async function ask(
  job: Job,
  model: string,
  onnx: Uint8Array<ArrayBuffer> | null,
  genes: GeneIds,
  cells: Uint32Array<ArrayBuffer>,
  pace: Pace,
): Promise<Head[]> {
  const { pool, models } = job;
  const ready = await prepared(job, { genes, models: [await models.laneModel(model)] });
  if (onnx) await pool.all("start", { model: 0, onnx, selfTest: null, backend: "wasm" });
  let out: Head[] = [];
  await pass<ChosenScores[], ChosenBlock>(ready, {
    step: pace,
    blocks: ready.blocksOf(cells, TOGETHER),
    ifStopped: "Stopped before the model had answered.",
    visit: (lane, block) => lane.call("predictCells", { model: 0, ...offsetsIn(block, cells) }),
    take({ from }, heads) {
      if (out.length === 0)
        out = heads.map(({ k }) => ({
          k,
          top: new Uint16Array(cells.length * k).fill(NO_CLASS),
          entropy: new Float32Array(cells.length).fill(NaN),
        }));
      heads.forEach(({ k, top, entropy }, h) => {
        out[h]!.top.set(top, from * k);
        out[h]!.entropy.set(entropy, from);
      });
    },
  });
  if (onnx) await pool.all("stop", { model: 0 });
  return out;
}

function judged(core: CoreModule, { k, top, entropy }: Head, full: Head, codes: Int32Array, classes: number): SetAloneAnswers {
  const cells = Array.from(codes.keys());
  const asked = cells.filter((cell) => full.top[cell * full.k] !== NO_CLASS);
  const labelled = cells.filter((cell) => codes[cell]! >= 0);
  const among = (of: number[], wanted: (cell: number) => number, first: number): Interval =>
    unwrap(
      core.wilson(of.filter((cell) => top.subarray(cell * k, cell * k + Math.min(k, first)).includes(wanted(cell))).length, of.length),
    );
  const answered = cells.filter((cell) => top[cell * k] !== NO_CLASS);
  return {
    same: among(asked, (cell) => full.top[cell * full.k]!, 1),
    sameTop3: among(asked, (cell) => full.top[cell * full.k]!, 3),
    top1: among(labelled, (cell) => codes[cell]!, 1),
    top3: among(labelled, (cell) => codes[cell]!, 3),
    entropy: mean(answered.map((cell) => entropy[cell]!)) / Math.log(Math.max(2, classes)),
    answered: answered.length,
  };
}
