import { writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { AnalysisError } from "../../contract/errors";
import type { FileInfo } from "../../contract/types";
import { PRESETS, type Recipe, type TrainedHead, type TrainReport } from "../../contract/training";
import { label, list, oneOf, out, requireColumns, seed, UsageError, whole, type CommandKind, type Common, openFiles } from "../command";
import type { Engine } from "../engine";
import { writeFolder } from "../output-folder";

export interface TrainCommand extends Common {
  command: "train";
  labels: { head: string; column: string }[];
  ignore: string[];
  /** Files that the model is for: it is trained on the genes that they measure too, and on none of their cells. */
  queries: string[];
  donors: string | null;
  matrix: string | undefined;
  recipe: Recipe;
  folds: number;
  cells: number;
  isThorough: boolean;
  keepsCells: boolean;
  title: string | undefined;
  out: string;
  seed: number;
}

/** Trains a model on a column of labels and writes its folder. */
export const train: CommandKind<TrainCommand> = {
  usage: `  phenolens train FILE... --labels [HEAD=]COLUMN... [--for QUERY]... [--donors COLUMN] [--preset NAME]
                         [--ignore LABEL]...
                         [--matrix PATH] [--genes N] [--components N] [--c NUMBER] [--folds N]
                         [--cells N] [--title TEXT] [--thorough] [--no-cells] --out MODELFOLDER
`,
  takesStudy: true,
  options: {
    labels: { type: "string", multiple: true },
    ignore: { type: "string", multiple: true },
    for: { type: "string", multiple: true },
    donors: { type: "string" },
    preset: { type: "string" },
    matrix: { type: "string" },
    genes: { type: "string" },
    components: { type: "string" },
    c: { type: "string" },
    folds: { type: "string" },
    cells: { type: "string" },
    title: { type: "string" },
    thorough: { type: "boolean" },
    "no-cells": { type: "boolean" },
    out: { type: "string" },
    seed: { type: "string" },
  },
  parse(common, values) {
    const labels = list(values.labels).map(label);
    if (labels.length === 0) throw new UsageError("train needs --labels COLUMN.");
    const names = PRESETS.map(({ name }) => name);
    const { recipe } = PRESETS.find(({ name }) => name === oneOf(values.preset, "--preset", names, names[0]!))!;
    const c = values.c === undefined ? recipe.c : Number(values.c);
    if (!(c > 0 && Number.isFinite(c))) throw new UsageError(`--c takes a number above zero, not ${String(values.c)}.`);
    return {
      command: "train",
      ...common,
      labels,
      ignore: list(values.ignore),
      queries: list(values.for),
      donors: (values.donors as string | undefined) ?? null,
      matrix: values.matrix as string | undefined,
      recipe: {
        ...recipe,
        genes: whole(values.genes, "--genes", recipe.genes, 65_535),
        components: whole(values.components, "--components", recipe.components, 500, 0),
        c,
      },
      folds: whole(values.folds, "--folds", 5, 20, 2),
      cells: whole(values.cells, "--cells", 0, 1e7),
      isThorough: values.thorough === true,
      keepsCells: values["no-cells"] !== true,
      title: values.title as string | undefined,
      out: out(values, "train"),
      seed: seed(values),
    };
  },
  run: trainModel,
};

async function trainModel(engine: Engine, command: TrainCommand): Promise<string[]> {
  const { info, queries } = await openedFor(engine, command);
  requireColumns(info, [...command.labels.map(({ column }) => column), ...(command.donors === null ? [] : [command.donors])]);
  const title = command.title ?? basename(resolve(command.out));
  const report = await engine.call("train", {
    name: modelName(title),
    title,
    matrix: command.study || queries.length === 0 ? (command.matrix ?? info.matrix) : info.matrix,
    labels: command.labels.map(({ head, column }) => ({ phenotype: head, column })),
    ignore: command.ignore,
    withoutSamples: queries,
    donors: command.donors,
    recipe: command.recipe,
    folds: command.folds,
    isThorough: command.isThorough,
    keepsCells: command.keepsCells,
    seed: command.seed,
    lanes: command.lanes,
    cells: command.cells,
  });
  const files = await engine.call("modelFiles", { model: report.model.name });
  await writeFolder(
    command.out,
    async (folder) => {
      for (const [path, bytes] of Object.entries(files)) await writeFile(join(folder, path), bytes);
    },
    "manifest.json",
  );
  process.stdout.write(told(report));
  return queries.length > 0 ? [sharedSentence(info)] : [];
}

/** Opens the files with those that the model is for; `queries` are the samples' names of these. */
async function openedFor(engine: Engine, command: TrainCommand): Promise<{ info: FileInfo; queries: string[] }> {
  if (command.queries.length === 0) return { info: await openFiles(engine, command), queries: [] };
  const files = command.study?.files ?? [command.file];
  const all = [...files, ...command.queries];
  // A matrix asked for of one file is read of the others too.
  const matrix = command.study || command.matrix === undefined ? {} : { matrix: command.matrix };
  const info = await openFiles(engine, { ...command, study: { ...command.study, ...matrix, files: all } });
  const samples = info.study!.samples;
  const lacking = all.findIndex((_, place) => !samples.some((one) => one.place === place));
  if (lacking >= files.length) {
    const left = info.study!.leftOut.find(({ file }) => file === basename(all[lacking]!));
    const why = left?.why ?? "It cannot be read with the others.";
    throw new AnalysisError("bad-input", `No model can be trained for ${all[lacking]}. ${why}`);
  }
  return { info, queries: samples.filter(({ place }) => place >= files.length).map(({ sample }) => sample) };
}

/** Which genes the model is trained on, in a sentence. */
function sharedSentence({ study }: FileInfo): string {
  const { samples, genes } = study!;
  const count = (n: number) => n.toLocaleString("en");
  const most = Math.max(...samples.map((one) => one.genes));
  return `Trained on the ${count(genes.every)} genes that every file measures, of up to ${count(most)} in one of them.`;
}

/** A name as the format wants it, from a title. */
export function modelName(title: string): string {
  const name = title
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, "-")
    .replaceAll(/^[^a-z0-9]+|-+$/g, "")
    .slice(0, 80);
  return name || "my-model";
}

const percent = (share: number) => (Number.isNaN(share) ? "-" : `${(share * 100).toFixed(1)}%`);

function told({ heads, seconds, secondsToScore }: TrainReport): string {
  const times = `Trained and scored in ${secondsToScore.toFixed(1)} s, everything in ${seconds.toFixed(1)} s.`;
  return `${heads.map(toldHead).join("\n")}\n${times}\n`;
}

function toldHead(head: TrainedHead): string {
  const { heldOut, random, classes, curve, unseen } = head;
  const lines = [
    `${head.phenotype} from obs/${head.column}: ${classes.length} classes, ${head.sampled.toLocaleString("en")} of ` +
      `${head.cells.toLocaleString("en")} labelled cells, ${head.genes.toLocaleString("en")} genes, ${head.components} ` +
      `components${head.clusters > 0 ? `, ${head.clusters} clusters with a regression each` : ""}`,
    `  ${head.verdict}`,
    `  held-out ${heldOut.by}: accuracy ${percent(heldOut.accuracy.value)}, balanced ${percent(heldOut.balancedAccuracy.value)}, ` +
      `macro F1 ${heldOut.macroF1.value.toFixed(3)}`,
    ...(random
      ? [`  dealt at random instead: accuracy ${percent(random.accuracy.value)}, macro F1 ${random.macroF1.value.toFixed(3)}`]
      : []),
    ...classes.map(
      (one) =>
        `    ${one.label}: ${one.cells.toLocaleString("en")} cells, recall ${percent(one.recall.value)}, F1 ` +
        `${Number.isNaN(one.f1) ? "-" : one.f1.toFixed(3)}`,
    ),
    ...curve.map(
      (point) =>
        `  with ${point.cells.toLocaleString("en")} cells, ${point.genes.toLocaleString("en")} genes: accuracy ` +
        `${percent(point.accuracy.value)}`,
    ),
    ...(unseen
      ? [
          `  classes never seen: ${percent(unseen.found)} of their cells flagged where 5% of known ones are, AUROC of entropy ` +
            `${unseen.entropy.toFixed(3)}`,
        ]
      : []),
  ];
  return `${lines.join("\n")}\n`;
}
