import { mean } from "../../../contract/numbers";
import { AnalysisError } from "../../../contract/errors";
import type { EditOperations, EditReport, EditRequest } from "../../../contract/operations/edit";
import type { Handlers } from "../../../contract/protocol";
import type { Desk } from "../../desk";
import { changesOf } from "./changes";
import { amountOf, blockOf, edited, rowOf, type Row } from "./edited-block";
import type { EditedCells, EditResult } from "../../contract/edit";
import type { OnnxBackend } from "../../contract/model";
import { withBackend } from "../../model/backend";
import { refuseReference } from "../attribution/setup";
import type { Job } from "../../pool/job";
import { prepared } from "../../pool/prepared";
import { unreadBy } from "../../file/coverage";
import type { OpenedFile } from "../../file/opened-file";
import { MeasuredIn } from "../../file/study/measured";
import type { ValueKind } from "../../../contract/types";
import { sample, seeded } from "../../base/random";
import { NO_CLASS } from "../../file/scores";

/** Classes shown of those that lead before, and after. */
const SHOWN = 5;

export function editOperations(desk: Desk): Handlers<EditOperations> {
  return {
    editGene: (request, context) => desk.sweeping({ ...request, lanes: 0 }, context, (job) => editGene(job, request), "each"),
  };
}

async function editGene(job: Job, request: EditRequest): Promise<EditReport> {
  const started = performance.now();
  const { file, matrix, models, context } = job;
  const folder = models.folder(request.model);
  const { manifest } = folder;
  const head = manifest.heads.findIndex(({ phenotype }) => phenotype === request.phenotype);
  if (head < 0) throw new AnalysisError("bad-input", `${manifest.title} does not predict ${request.phenotype}.`);
  const { classes } = manifest.heads[head]!;
  if (request.code >= classes.length)
    throw new AnalysisError("bad-input", `${manifest.title} has no class ${request.code} of ${request.phenotype}.`);
  const { gene, columns } = await findGene(job, request);
  const all = request.cells.filter((cell) => cell < file.info.cells);
  if (all.length === 0) throw new AnalysisError("bad-input", "There is no cell to edit: select some, or choose a class.");
  const measured = new MeasuredIn(file, matrix, columns);
  const unread = await unreadBy(job, manifest.name);
  const isEditable = (cell: number) => measured.of(cell) && !unread?.[cell];
  const asked = all.filter(isEditable);
  if (asked.length === 0)
    throw new AnalysisError(
      "bad-input",
      `No cell can be edited: ${manifest.title} does not read their files, or these do not measure ${request.gene} ` +
        `(${measured.without.join(", ") || "all others do"}). Choose cells of another file, or another gene.`,
    );
  refuseReference(manifest, "Editing a gene");
  const ready = await prepared(job, { models: [await models.laneModel(manifest.name)], byFile: true });
  // One after another those that are read by the same genes and values.
  const kindOf = (cell: number) => (isEditable(cell) ? `${ready.listOf(cell)} ${valuesOf(file, matrix, cell)}` : null);
  const drawn = sample(asked, request.most, seeded(request.seed));
  const kinds = [...new Set(Array.from(drawn, kindOf))];
  const cells = Uint32Array.from(kinds.flatMap((kind) => Array.from(drawn).filter((cell) => kindOf(cell) === kind)));

  const row = async (cell: number) => {
    // A pause in which a wish to stop is heard.
    await new Promise((resolve) => setTimeout(resolve));
    if (context.signal.aborted) throw new AnalysisError("cancelled", "Stopped before any cell was edited.");
    const { reader } = file;
    const isByFile = reader.ownBlock && reader.parts && reader.parts(matrix).length > 0;
    return rowOf(await (isByFile ? reader.ownBlock!(matrix, cell, 1) : reader.block(matrix, cell, 1)));
  };
  const before: Row[] = [];
  for (const cell of cells) before.push(await row(cell));
  const changes = await changesOf(job, request, cells, row, kindOf);
  const after = before.map((one, i) => edited(one, columns, changes[i]!, valuesOf(file, matrix, cells[i]!)));

  const isLinear = manifest.kind === "linear";
  const files = isLinear
    ? null
    : {
        predict: await folder.file("predict"),
        gradient: manifest.onnx?.gradient?.of === "values" ? await folder.file("gradient") : null,
        selfTest: folder.has("self_test") ? await folder.text("self_test") : null,
      };
  const genes = file.reader.matrix(matrix).shape.genes;
  const asks = kinds.map((kind): Omit<EditedCells, "backend"> => {
    const own = Array.from(cells.keys()).filter((i) => kindOf(cells[i]!) === kind);
    const rows = [...own.map((i) => before[i]!), ...own.map((i) => after[i]!)];
    return { model: 0, head, gene, codes: request.code, block: blockOf(rows, genes), like: cells[own[0]!]!, files };
  });
  const say = async (backend: OnnxBackend) => {
    const found: EditResult[] = [];
    for (const one of asks) found.push(await job.pool.lanes[0]!.call("predictEdited", { ...one, backend }));
    return joinHalves(found);
  };
  const { result: said, fallback } = isLinear
    ? { result: await say("wasm"), fallback: "" }
    : await withBackend(job, request.backend, ({ backend }) => say(backend));
  return report(
    request,
    classes,
    cells,
    asked.length,
    said,
    before.map((one) => amountOf(one, columns)),
    after.map((one) => amountOf(one, columns)),
    [...(fallback ? [fallback] : []), ...leftOutNote(all.length - asked.length, request.gene, measured.without)],
    started,
  );
}

function leftOutNote(cells: number, gene: string, without: readonly string[]): string[] {
  if (cells === 0) return [];
  const why = without.length > 0 ? `${without.join(", ")} ${without.length === 1 ? "does" : "do"} not measure ${gene}` : "";
  return [`${cells.toLocaleString("en")} cells are left out: ${why || "the model does not read their files"}.`];
}

/** What the values of a cell are, as models read them: those of its own file. */
function valuesOf(file: OpenedFile, matrix: string, cell: number): ValueKind {
  const part = file.reader.parts?.(matrix).find(({ first, count }) => cell < first + count);
  return part?.values ?? file.matrixInfo(matrix).values;
}

/** The gene in the model's vocabulary (-1: it does not read it) and its columns in the file. */
async function findGene({ file, matrix, models }: Job, { model, gene }: EditRequest): Promise<{ gene: number; columns: number[] }> {
  const { symbols, ensemblIds } = await models.folder(model).vocabulary();
  const wanted = gene.trim().toUpperCase();
  const place = symbols.findIndex((symbol, i) => symbol.toUpperCase() === wanted || ensemblIds[i]!.toUpperCase() === wanted);
  const names = await file.geneNames(matrix);
  const columns = names.find(gene.trim()) ?? (place < 0 ? null : (names.find(ensemblIds[place]!) ?? names.find(symbols[place]!)));
  if (!columns || columns.length === 0) throw new AnalysisError("bad-input", `${file.info.name} has no gene named ${gene}.`);
  return { gene: place, columns };
}

/** Answers of several blocks as of one: all cells before, then all after. */
function joinHalves(all: EditResult[]): EditResult {
  const [first, ...others] = all as [EditResult, ...EditResult[]];
  if (others.length === 0) return first;
  const halves = <T extends Float32Array | Uint16Array>(of: (one: EditResult) => T): T => {
    const parts = [0, 1].flatMap((half) =>
      all.map((one) => of(one)).map((values) => values.subarray((half * values.length) / 2, ((half + 1) * values.length) / 2)),
    );
    const out = new (of(first).constructor as new (length: number) => T)(parts.reduce((sum, { length }) => sum + length, 0));
    parts.reduce((at, part) => (out.set(part, at), at + part.length), 0);
    return out;
  };
  const { k } = first.scores;
  return {
    scores: {
      k,
      top: halves(({ scores }) => scores.top),
      probability: halves(({ scores }) => scores.probability),
      entropy: halves(({ scores }) => scores.entropy),
      rest: halves(({ scores }) => scores.rest),
      restSquares: halves(({ scores }) => scores.restSquares),
    },
    logits: halves(({ logits }) => logits) as Float32Array<ArrayBuffer>,
    predicted: Float32Array.from(all.flatMap(({ predicted }) => [...predicted])),
  };
}

function report(
  request: EditRequest,
  classes: { label: string }[],
  cells: Uint32Array<ArrayBuffer>,
  of: number,
  { scores, logits, predicted }: EditResult,
  had: number[],
  has: number[],
  notes: string[],
  started: number,
): EditReport {
  const half = cells.length;
  const probabilities = (first: number) => {
    const sums = new Float64Array(classes.length);
    for (let cell = first; cell < first + half; cell++) {
      for (let i = 0; i < scores.k; i++)
        if (scores.top[cell * scores.k + i] !== NO_CLASS)
          sums[scores.top[cell * scores.k + i]!]! += scores.probability[cell * scores.k + i]! / half;
    }
    return sums;
  };
  const [before, after] = [probabilities(0), probabilities(half)];
  const leading = (sums: Float64Array) =>
    Array.from(sums.keys())
      .sort((a, b) => sums[b]! - sums[a]!)
      .slice(0, SHOWN)
      .filter((code) => sums[code]! > 0);
  const shown = [...new Set([...leading(before), ...leading(after)])].sort((a, b) => before[b]! - before[a]!);
  const change = Float32Array.from({ length: half }, (_, cell) => logits[half + cell]! - logits[cell]!);
  const foretold = Array.from(predicted.keys()).filter((cell) => Number.isFinite(predicted[cell]!) && Number.isFinite(change[cell]!));
  const finite = (values: Float32Array) => values.filter(Number.isFinite);
  let turned = 0;
  for (let cell = 0; cell < half; cell++) if (scores.top[cell * scores.k] !== scores.top[(half + cell) * scores.k]) turned++;
  return {
    gene: request.gene,
    cells: half,
    of,
    altered: had.filter((value, i) => value !== has[i]).length,
    classes: shown.map((code) => ({ code, label: classes[code]!.label, before: before[code]!, after: after[code]! })),
    entropy: { before: mean(scores.entropy.subarray(0, half)), after: mean(scores.entropy.subarray(half)), most: Math.log(classes.length) },
    turned,
    value: { before: mean(had), after: mean(has) },
    logit: {
      before: mean(finite(logits.slice(0, half))),
      after: mean(finite(logits.slice(half))),
      change: mean(finite(change)),
      predicted: mean(foretold.map((cell) => predicted[cell]!)),
      foretold: foretold.length,
      changeOfForetold: mean(foretold.map((cell) => change[cell]!)),
    },
    each: { cell: cells, change, predicted: predicted.slice() },
    seconds: (performance.now() - started) / 1000,
    notes,
  };
}
