import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AnalysisError } from "../../contract/errors";
import type { OnnxAnswers } from "../../contract/onnx";
import { oneOf, out, UsageError, type CommandKind, type Common, type Values } from "../command";
import { modelFiles } from "../model-files";
import { writeFolder } from "../output-folder";

export interface ImportCommand extends Common {
  command: "import";
  /** Files with the lists that are not beside the model. */
  genes: string | undefined;
  classes: string | undefined;
  answers: OnnxAnswers;
  out: string;
}

/** Makes a model folder of a model as its authors published it. */
export const importModel: CommandKind<ImportCommand> = {
  usage: `  phenolens import MODEL.onnx|MODEL.pkl|FOLDER [--genes FILE] [--classes FILE] [--output NAME]
                         [--values counts|log1p-counts|log1p [--target-sum N] [--total file|model]] [--title TEXT] --out FOLDER
`,
  options: {
    genes: { type: "string" },
    classes: { type: "string" },
    output: { type: "string" },
    values: { type: "string" },
    "target-sum": { type: "string" },
    total: { type: "string" },
    title: { type: "string" },
    out: { type: "string" },
  },
  parse: (common, values) => ({
    command: "import",
    ...common,
    genes: values.genes as string | undefined,
    classes: values.classes as string | undefined,
    answers: answersOf(values),
    out: out(values, "import"),
  }),
  async run(engine, { file, genes, classes, answers, out: folder }) {
    const files = await modelFiles(file);
    if (!files)
      throw new AnalysisError("bad-input", `${file} holds no model to import: give an .onnx file, a CellTypist .pkl, or a folder of one.`);
    const lists = { ...(genes ? { genes: await text(genes) } : {}), ...(classes ? { classes: await text(classes) } : {}) };
    const { model } = await engine.call("addModel", { files, answers: { ...answers, ...lists } });
    const made = await engine.call("modelFiles", { model: model.name });
    const mark = "manifest.json";
    await writeFolder(
      folder,
      (draft) => Promise.all(Object.entries(made).map(([path, bytes]) => writeFile(join(draft, path), bytes))).then(() => {}),
      mark,
    );
    const heads = model.heads.map(({ phenotype, classes: known }) => `${phenotype} (${known.length})`).join(", ");
    return [`${folder} is a model folder: ${model.genes.toLocaleString("en")} genes of ${model.species}, heads ${heads}.`];
  },
};

function answersOf(values: Values): OnnxAnswers {
  const scale =
    values.values === undefined ? undefined : oneOf(values.values, "--values", ["counts", "log1p-counts", "log1p"] as const, "log1p");
  if (scale !== "log1p" && (values["target-sum"] !== undefined || values.total !== undefined))
    throw new UsageError("--target-sum and --total go with --values log1p.");
  const target = values["target-sum"] === undefined ? undefined : Number(values["target-sum"]);
  if (target !== undefined && !(target > 0))
    throw new UsageError(`--target-sum takes a number above 0, not ${String(values["target-sum"])}.`);
  const total = values.total === undefined ? undefined : oneOf(values.total, "--total", ["file", "model"] as const, "file");
  return {
    ...(scale ? { values: scale } : {}),
    ...(target === undefined ? {} : { targetSum: target }),
    ...(total ? { total } : {}),
    ...(typeof values.output === "string" ? { output: values.output } : {}),
    ...(typeof values.title === "string" ? { title: values.title } : {}),
  };
}

function text(path: string): Promise<string> {
  return readFile(path, "utf8").catch((cause: Error) => {
    throw new AnalysisError("bad-input", `The list ${path} cannot be read (${cause.message}).`, { cause });
  });
}
