import { join, resolve } from "node:path";
import type { PartTableName } from "../../contract/parts";
import { UsageError, type CommandKind, type Common } from "../command";
import type { Engine } from "../engine";
import { jsonText, writeFolder, writeWhole } from "../output-folder";
import { PART, tableIn, type PartFile } from "../part-folder";
import { SWEPT, type SweptCommand } from "../swept";

export interface PartCommand extends Common {
  command: "part";
  cells: { first: number; count: number };
  of: SweptCommand;
}

/** Does a run of cells of a command, to be merged with others. */
export const part = {
  usage: `  phenolens part [${Object.keys(SWEPT).join("|")}] FILE... --cells FROM:TO [options of that command] --out PART
`,
  takesStudy: true,
  run: writePart,
} as const;

const RANGE = /^(\d+):(\d+)$/;

/** The same of one command. Of several `--cells` the one with a colon is the part's, another the command's own. */
export function partOf<C extends SweptCommand>(kind: CommandKind<C>): CommandKind<PartCommand> {
  return {
    ...part,
    options: { ...kind.options, cells: { type: "string", multiple: true } },
    parse(common, values, files) {
      if (values["sample-cells"] !== undefined)
        throw new UsageError("A part is of all its cells, to be joined with others: --sample-cells is for analyze alone.");
      const given = (values.cells ?? []) as string[];
      const ranges = given.filter((text) => RANGE.test(text));
      const [own, ...more] = given.filter((text) => !RANGE.test(text));
      if (more.length > 0 || (own !== undefined && !("cells" in kind.options))) throw noRange();
      const { cells: _cells, ...others } = values;
      const asked = { ...others, ...(own === undefined ? {} : { cells: own }) };
      return { command: "part", ...common, cells: cellsOf(ranges), of: kind.parse(common, asked, files) };
    },
  };
}

/** Cells are counted from 0, and the last one named is not of the part, as in Python. */
function cellsOf(ranges: string[]): PartCommand["cells"] {
  const [, from, to] = RANGE.exec(ranges[0] ?? "") ?? [];
  const [first, end] = [Number(from), Number(to)];
  if (ranges.length !== 1 || !(first < end)) throw noRange();
  return { first, count: end - first };
}

const noRange = (): UsageError =>
  new UsageError("part needs --cells FROM:TO, the first cell (from 0) and the one after the last, such as 0:50000.");

async function writePart(engine: Engine, { cells, of, file, study }: PartCommand): Promise<string[]> {
  const kind = SWEPT[of.command] as unknown as CommandKind<SweptCommand>;
  // A folder of samples has been found to be several files since.
  const command = { ...of, file, ...(study ? { study } : {}) };
  const { out: folder, quiet: _quiet, lanes: _lanes, ...asked } = command;
  let said: string[] = [];
  await writeFolder(
    folder,
    async (draft) => {
      const keep = async (table: PartTableName, bytes: Uint8Array) => {
        await writeWhole(tableIn(draft, table), bytes);
        return { kind: "path" as const, path: tableIn(draft, table) };
      };
      const made = await kind.part!(engine, command, cells, keep);
      said = made.said;
      await writeWhole(join(draft, PART), jsonText({ ...made.header, asked: fromAnywhere(asked) } satisfies PartFile));
    },
    PART,
  );
  return said;
}

/** The command with files by their whole paths, so that parts are merged in any folder. */
function fromAnywhere<A extends Pick<SweptCommand, "file" | "study">>(asked: A): A {
  const { file, study } = asked;
  return { ...asked, file: resolve(file), ...(study ? { study: { ...study, files: study.files.map((path) => resolve(path)) } } : {}) };
}
