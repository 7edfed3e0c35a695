import { mean } from "../../../contract/numbers";
import { AnalysisError } from "../../../contract/errors";
import type { EditOperations, EditReport, EditRequest } from "../../../contract/operations/edit";
import type { Handlers } from "../../../contract/protocol";
import type { Desk } from "../../desk";
import { amountOf, blockOf, edited, rowOf, type Change, type Row } from "./edited-block";
import type { EditedCells, EditResult } from "../../contract/edit";
import type { OnnxBackend } from "../../contract/model";
import { withBackend } from "../../model/backend";
import { refuseReference } from "../attribution/setup";
import type { Job } from "../../pool/job";
import { prepared } from "../../pool/prepared";
import { sample, seeded } from "../../base/random";
import { NO_CLASS } from "../../file/scores";

/** Classes shown of those that lead before, and after. */
const SHOWN = 5;

export function editOperations(desk: Desk): Handlers<EditOperations> {
  return {
    editGene: (request, context) => desk.sweeping({ ...request, lanes: 0 }, context, (job) => editGene(job, request)),
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
  const asked = request.cells.filter((cell) => cell < file.info.cells);
  if (asked.length === 0) throw new AnalysisError("bad-input", "There is no cell to edit: select some, or choose a class.");
  const cells = sample(asked, request.most, seeded(request.seed));

  const row = async (cell: number) => {
    // A pause in which a wish to stop is heard.
    await new Promise((resolve) => setTimeout(resolve));
    if (context.signal.aborted) throw new AnalysisError("cancelled", "Stopped before any cell was edited.");
    return rowOf(await file.reader.block(matrix, cell, 1));
  };
  const before: Row[] = [];
  for (const cell of cells) before.push(await row(cell));
  const changes = await changesOf(job, request, cells, row);
  const { values } = file.matrixInfo(matrix);
  const after = before.map((one, i) => edited(one, columns, changes[i]!, values));

  const isLinear = manifest.kind === "linear";
  refuseReference(manifest, "Editing a gene");
  await prepared(job, { models: [await models.laneModel(manifest.name)] });
  const files = isLinear
    ? null
    : {
        predict: await folder.file("predict"),
        gradient: manifest.onnx?.gradient?.of === "values" ? await folder.file("gradient") : null,
        selfTest: folder.has("self_test") ? await folder.text("self_test") : null,
      };
  const asks: Omit<EditedCells, "backend"> = {
    model: 0,
    head,
    gene,
    codes: request.code,
    block: blockOf([...before, ...after], file.reader.matrix(matrix).shape.genes),
    files,
  };
  const say = (backend: OnnxBackend) => job.pool.lanes[0]!.call("predictEdited", { ...asks, backend });
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
    fallback ? [fallback] : [],
    started,
  );
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

/** The change of each cell; a swap from a class draws a cell of it for each. */
async function changesOf(
  { file, matrix }: Job,
  { change, model, phenotype, seed }: EditRequest,
  cells: Uint32Array,
  row: (cell: number) => Promise<Row>,
): Promise<Change[]> {
  if (change.kind !== "swap") return Array.from(cells, () => change);
  const { from } = change;
  if (from.kind === "cell") {
    if (!(from.cell >= 0 && from.cell < file.info.cells))
      throw new AnalysisError("bad-input", `${file.info.name} has no cell ${from.cell + 1} to take the gene from.`);
    const other = await row(from.cell);
    return Array.from(cells, () => ({ kind: "swap", from: other }));
  }
  const store = file.result(model, matrix).head(phenotype);
  const donors: number[] = [];
  for (let cell = 0; cell < file.info.cells; cell++) if (store && store.top[cell * store.k] === from.code) donors.push(cell);
  if (donors.length === 0)
    throw new AnalysisError("bad-input", "No cell is predicted to be of the class that the gene is to be taken from.");
  const random = seeded(seed + 7);
  const changes: Change[] = [];
  for (const _ of cells) changes.push({ kind: "swap", from: await row(donors[Math.floor(random() * donors.length)]!) });
  return changes;
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
