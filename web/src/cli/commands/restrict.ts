import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { setAloneTable } from "../../exports/set-alone-csv";
import { toCsv } from "../../exports/table-csv";
import { AnalysisError } from "../../contract/errors";
import { label, list, out, seed, UsageError, whole, type CommandKind, type Common, openFiles } from "../command";
import type { Engine } from "../engine";
import { jsonText, writeFolder } from "../output-folder";

export interface RestrictCommand extends Common {
  command: "restrict";
  model: string;
  sets: string;
  set: string;
  labels: { head: string; column: string }[];
  matrix: string | undefined;
  cells: number;
  random: number;
  seed: number;
  out: string;
}

/** What a model can still tell from the genes of one set alone. */
export const restrict: CommandKind<RestrictCommand> = {
  usage: `  phenolens restrict FILE... --sets FILE.gmt|mitochondria --set NAME [--model NAME|FOLDER] [--labels [HEAD=]COLUMN]...
                         [--matrix PATH] [--cells N] [--random N] --out FOLDER
`,
  takesStudy: true,
  options: {
    sets: { type: "string" },
    set: { type: "string" },
    model: { type: "string" },
    labels: { type: "string", multiple: true },
    matrix: { type: "string" },
    cells: { type: "string" },
    random: { type: "string" },
    seed: { type: "string" },
    out: { type: "string" },
  },
  parse(common, values) {
    for (const name of ["sets", "set"])
      if (typeof values[name] !== "string" || values[name] === "") throw new UsageError(`restrict needs --${name}.`);
    return {
      command: "restrict",
      ...common,
      model: (values.model as string | undefined) ?? "linear-atlas",
      sets: values.sets as string,
      set: values.set as string,
      labels: list(values.labels).map(label),
      matrix: values.matrix as string | undefined,
      cells: whole(values.cells, "--cells", 1000, 1e7),
      random: whole(values.random, "--random", 10, 1000, 0),
      seed: seed(values),
      out: out(values, "restrict"),
    };
  },
  run: restrictFile,
};

async function restrictFile(engine: Engine, command: RestrictCommand): Promise<string[]> {
  const sets =
    command.sets === "mitochondria"
      ? command.sets
      : {
          name: basename(command.sets),
          text: await readFile(command.sets, "utf8").catch((cause: Error) => {
            throw new AnalysisError("bad-file", `${command.sets} cannot be read (${cause.message}).`, { cause });
          }),
        };
  const [model] = await engine.models([command.model]);
  const file = await openFiles(engine, command);
  const { set, random, cells, lanes, seed: asked } = command;
  const report = await engine.call("setAlone", {
    matrix: command.matrix ?? file.matrix,
    model: model!.name,
    file: sets,
    set,
    random,
    cells,
    seed: asked,
    lanes,
    labels: Object.fromEntries(command.labels.map(({ head, column }) => [head, column])),
  });
  await writeFolder(command.out, async (folder) => {
    await writeFile(join(folder, "restricted.csv"), toCsv(setAloneTable(report)));
    const { file: _file, lanes: _lanes, quiet: _quiet, out: _out, ...options } = command;
    await writeFile(
      join(folder, "summary.json"),
      jsonText({
        version: await engine.version(),
        notices: engine.notices(),
        file: { name: file.name, fingerprint: file.fingerprint },
        options,
        ...report,
      }),
    );
  });
  return report.notes;
}
