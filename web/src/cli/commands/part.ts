import { join, resolve } from "node:path";
import { PART_FORMAT } from "../../contract/parts";
import { out, UsageError, type CommandKind, type Values } from "../command";
import type { Engine } from "../engine";
import { jsonText, writeFolder, writeWhole } from "../output-folder";
import { PART, TABLE, type PartFile } from "../part-folder";
import { analyze, openAnalysis, type AnalyzeCommand } from "./analyze";

export interface PartCommand extends Omit<AnalyzeCommand, "command"> {
  command: "part";
  cells: { first: number; count: number };
}

/** Analyses a run of cells, to be merged with others. */
export const part: CommandKind<PartCommand> = {
  usage: `  phenolens part FILE... --cells FROM:TO [options of analyze] --out PART
`,
  takesStudy: true,
  options: { ...analyze.options, cells: { type: "string" } },
  parse: (common, values, files) => ({
    ...analyze.parse(common, { ...values, out: out(values, "part") }, files),
    command: "part",
    cells: cellsOf(values),
  }),
  run: writePart,
};

/** Cells are counted from 0, and the last one named is not of the part, as in Python. */
function cellsOf({ cells }: Values): PartCommand["cells"] {
  const [, from, to] = /^(\d+):(\d+)$/.exec(typeof cells === "string" ? cells : "") ?? [];
  const [first, end] = [Number(from), Number(to)];
  if (!(first < end))
    throw new UsageError("part needs --cells FROM:TO, the first cell (from 0) and the one after the last, such as 0:50000.");
  return { first, count: end - first };
}

async function writePart(engine: Engine, { cells, ...command }: PartCommand): Promise<string[]> {
  const analysis: AnalyzeCommand = { ...command, command: "analyze" };
  const { options, said } = await openAnalysis(engine, analysis);
  const { header, bytes } = await engine.call("analyzePart", { ...options, range: cells });
  const { out: folder, quiet: _quiet, lanes: _lanes, ...asked } = analysis;
  await writeFolder(
    folder,
    async (draft) => {
      await writeWhole(join(draft, TABLE), bytes);
      await writeWhole(join(draft, PART), jsonText({ ...header, format: PART_FORMAT, analysis: fromAnywhere(asked) } satisfies PartFile));
    },
    PART,
  );
  return said;
}

/** The analysis with files by their whole paths, so that parts are merged in any folder. */
function fromAnywhere<A extends Pick<AnalyzeCommand, "file" | "study">>({ file, study, ...asked }: A) {
  return { ...asked, file: resolve(file), ...(study ? { study: { ...study, files: study.files.map((path) => resolve(path)) } } : {}) };
}
