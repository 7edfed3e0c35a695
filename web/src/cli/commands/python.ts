import { existsSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import { nodeAssets } from "../../engine/platform/environment.node";
import { pythonScript } from "../../exports/python-script";
import { ANNOTATION_COLUMN } from "../../contract/annotation";
import { AnalysisError } from "../../contract/errors";
import { pythonPath } from "../python-path";
import { readNames } from "../names";
import { DOUBLETS_OPTIONS, DOUBLETS_USAGE, doubletsQuestion, samplesColumn, type DoubletsQuestion } from "../doublets";
import { label, openFiles, type CommandKind, type Common } from "../command";

export interface PythonCommand extends Common {
  command: "python";
  model: string | null;
  matrix: string | null;
  labels: { head: string; column: string } | null;
  /** Path of an annotation.json. */
  names: string | null;
  /** Null: doublets are not scored. */
  doublets: DoubletsQuestion | null;
}

/** Prints a script that computes the same numbers with scanpy. */
export const python: CommandKind<PythonCommand> = {
  usage: `  phenolens python FILE... [--model NAME|DIR] [--matrix PATH] [--labels [HEAD=]COLUMN]
                        [--names NAMES.json]
                        ${DOUBLETS_USAGE} > same.py
`,
  takesStudy: true,
  options: {
    model: { type: "string" },
    matrix: { type: "string" },
    labels: { type: "string" },
    names: { type: "string" },
    ...DOUBLETS_OPTIONS,
  },
  parse: (common, values) => ({
    command: "python",
    ...common,
    model: typeof values.model === "string" ? values.model : null,
    matrix: typeof values.matrix === "string" ? values.matrix : null,
    labels: typeof values.labels === "string" ? label(values.labels) : null,
    names: typeof values.names === "string" ? values.names : null,
    doublets: doubletsQuestion(values),
  }),
  async run(engine, { file, study, lanes, reading, model: asked, matrix: path, labels, names, doublets }) {
    const models = await engine.models(asked === null ? [] : [asked]);
    const info = await openFiles(engine, { file, reading, ...(study ? { study } : {}) });
    const model = models.find((one) => one.kind === "linear");
    if (!model) throw new AnalysisError("unsupported", "The script computes what a linear model says; the models asked for have none.");
    if (model.heads.some(({ link }) => link === "logistic"))
      throw new AnalysisError(
        "unsupported",
        `In Python ${model.title} is run by celltypist itself: celltypist.annotate(FILE, model=PICKLE).`,
      );
    const refused = info.coverage.find((one) => one.model === model.name && one.verdict === "refused");
    if (refused) throw new AnalysisError("bad-input", refused.reason);
    const matrix = info.matrices.find((one) => one.path === (path ?? info.matrix));
    if (!matrix)
      throw new AnalysisError(
        "bad-input",
        `${info.name} has no matrix ${path}; it has ${info.matrices.map((one) => one.path).join(", ")}.`,
      );
    let matches = null;
    if (labels) {
      await engine.call("analyze", { matrix: matrix.path, models: [model.name], backend: "wasm", lanes, seed: 1, blockCells: 0 });
      const evaluation = await engine.call("evaluate", { phenotype: labels.head, column: labels.column, models: [model.name] });
      matches = { phenotype: labels.head, column: labels.column, matches: evaluation.matches };
    }
    const own = asked !== null && existsSync(join(asked, "manifest.json"));
    const folder = own ? resolve(asked) + sep : join(nodeAssets()("models/"), model.name) + sep;
    if (names !== null) await readNames(names);
    const inPython = await Promise.all((study?.files ?? [file]).map(pythonPath));
    process.stdout.write(
      pythonScript({
        version: await engine.version(),
        paths: inPython.map((one) => one.path),
        info,
        matrix: matrix.path,
        model,
        folder,
        labels: matches,
        names: names === null ? null : { path: resolve(names), column: ANNOTATION_COLUMN },
        doublets: doublets && { column: samplesColumn(info, doublets), rate: doublets.rate, threshold: doublets.threshold },
      }),
    );
    return inPython.flatMap(({ notes }) => notes);
  },
};
