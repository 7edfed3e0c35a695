import { AnalysisError } from "../../../contract/errors";
import type { Recipe, TrainedHead, TrainPart, TrainReport, TrainRequest } from "../../../contract/training";
import type { OpenedFile } from "../../file/opened-file";
import { readVocabulary } from "../../genes/vocabulary";
import type { Job } from "../../pool/job";
import { runFits, type FitTask } from "./fits";
import { modelFolder, scoresOf, type FinishedHead } from "./folder";
import { HeadTraining } from "./head";
import { addProfiles } from "./profiles";
import { readDonors, readLabels, trainedSamples, type Labels } from "./labels";
import { chooseCells, gatherSample, type Sampled } from "./sample";

/** A model and what it is worth: one pass over the file, then fits that need nothing of each other. */
export async function train(job: Job<TrainPart>, request: TrainRequest): Promise<TrainReport> {
  const { core, models, pool, file, context } = job;
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  check(request, file);
  const samples = trainedSamples(file, request.withoutSamples ?? []);
  const donors = request.donors === null ? null : await readDonors(file, request.donors, samples);
  const labels: Labels[] = [];
  for (const { phenotype, column } of request.labels)
    labels.push(await readLabels(file, phenotype, column, request.ignore, donors, samples));
  const cells = chooseCells(job, together(labels), request.cells, request.seed);
  const sample = await gatherSample(job, cells, request.recipe);
  try {
    const heads = labels.map((one) => new HeadTraining(core, request, one, donors, cells));
    const run = (tasks: FitTask[], step: string) => runFits(sample.lanes, tasks, context.signal, context.progress, step);
    await run(
      heads.flatMap((head) => head.jobs()),
      "train",
    );
    for (const head of heads) context.part({ kind: "head", head: head.report() });
    const secondsToScore = seconds();
    await run(
      heads.flatMap((head) => head.lessons()),
      "compare",
    );
    const finished = heads.map((head): FinishedHead => ({ report: head.report(), classes: head.name.classes, map: head.map! }));
    const panel = request.keepsCells ? await panelCells(sample, request, labels, cells) : null;
    const name = samples?.files.join(" + ") ?? file.info.name;
    const files = await modelFolder(request, { ...file.info, name }, file.species, { ...sample, panel }, finished);
    await addProfiles(job, files, cells, heads);
    const model = await models.addTrained(files);
    return { model, recipe: request.recipe, heads: finished.map(({ report }): TrainedHead => report), seconds: seconds(), secondsToScore };
  } finally {
    await pool.all("trainEnd", {});
  }
}

/** A class per cell, counting the classes of one column after those of the others, so that cells with any label are sampled. */
function together(labels: Labels[]): Int32Array {
  const codes = labels[0]!.codes.slice();
  let first = labels[0]!.classes.length;
  for (const { codes: more, classes } of labels.slice(1)) {
    more.forEach((code, cell) => {
      if (codes[cell]! < 0 && code >= 0) codes[cell] = first + code;
    });
    first += classes.length;
  }
  return codes;
}

/** Composite cells of the sample, of each combination of classes that its cells have, as the model's file `panel`. */
async function panelCells(sample: Sampled, request: TrainRequest, labels: Labels[], cells: Int32Array): Promise<Uint8Array<ArrayBuffer>> {
  const places = new Map<string, number>();
  const codes = Int32Array.from(cells, (cell) => {
    const classes = labels.map((one) => one.codes[cell]!).join(" ");
    if (!places.has(classes)) places.set(classes, places.size);
    return places.get(classes)!;
  });
  return sample.lanes[0]!.call("trainComposite", {
    codes,
    classes: places.size,
    genes: sample.genes,
    vocabulary: readVocabulary(sample.genesTsv).symbols.length,
    normalization: scoresOf(request.recipe),
    seed: request.seed,
  });
}

function check({ name, labels, recipe, folds, matrix }: TrainRequest, file: OpenedFile): void {
  const { values, why } = file.matrixInfo(matrix);
  if (values === "scaled" || values === "empty")
    throw new AnalysisError(
      "bad-input",
      `${matrix} of ${file.info.name} cannot be trained on: ${why} Choose a matrix of counts or of log-normalised values.`,
    );
  if (!/^[a-z0-9][a-z0-9._-]{0,79}$/.test(name))
    throw new AnalysisError("bad-input", `A model's name is of lower-case letters, digits, dots and dashes, not '${name}'.`);
  if (labels.length === 0) throw new AnalysisError("bad-input", "Choose a column of labels to learn.");
  if (new Set(labels.map(({ phenotype }) => phenotype)).size < labels.length)
    throw new AnalysisError("bad-input", "Two columns are to be learnt as the same thing; give each a name of its own.");
  for (const { phenotype } of labels)
    if (!/^[a-z][a-z0-9_]*$/.test(phenotype))
      throw new AnalysisError("bad-input", `What is learnt has a name of lower-case letters, digits and underscores, not '${phenotype}'.`);
  if (!(folds >= 2 && folds <= 20)) throw new AnalysisError("bad-input", `Between 2 and 20 folds can be held out, not ${folds}.`);
  checkRecipe(recipe);
}

function checkRecipe({ genes, components, c, choice, classifier }: Recipe): void {
  const whole = (value: number, most: number) => Number.isInteger(value) && value >= 0 && value <= most;
  if (classifier !== "projection" && choice !== "all" && (!whole(genes, 65_535) || genes === 0))
    throw new AnalysisError("bad-input", `Between 1 and 65,535 genes can be chosen, not ${genes}.`);
  if (!whole(components, 500)) throw new AnalysisError("bad-input", `At most 500 components can be taken, not ${components}.`);
  if (!(c > 0 && Number.isFinite(c))) throw new AnalysisError("bad-input", `C must be a number above zero, not ${c}.`);
}
