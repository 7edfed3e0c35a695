import { AnalysisError } from "../../contract/errors";
import { checkWhole } from "../../engine/parts/whole";
import { out, type CommandKind, type Common } from "../command";
import type { Engine } from "../engine";
import { readPart, type SharedCommand } from "../part-folder";
import { SWEPT, type SweptCommand } from "../swept";

export interface MergeCommand extends Common {
  command: "merge";
  parts: string[];
  /** The file where it lies now; undefined: where it lay when the first part was made. */
  moved: string | undefined;
  out: string;
}

/** Writes what one run of the command over all cells writes. */
export const merge: CommandKind<MergeCommand> = {
  usage: `  phenolens merge PART... [--file FILE] --out FOLDER
`,
  leastFiles: 1,
  options: { file: { type: "string" }, out: { type: "string" } },
  parse: (common, values, parts) => ({
    command: "merge",
    ...common,
    parts,
    moved: values.file as string | undefined,
    out: out(values, "merge"),
  }),
  run: mergeParts,
};

async function mergeParts(engine: Engine, { parts: folders, moved, lanes, quiet, out: folder }: MergeCommand): Promise<string[]> {
  const parts = await Promise.all(folders.map(readPart));
  const [first] = parts as [(typeof parts)[number]];
  for (const { name, asked } of parts) {
    const option = differs(asked, first.asked);
    if (option)
      throw new AnalysisError(
        "bad-input",
        `${name} was made with another ${option} than ${first.name} (${say(asked, option)}, not ${say(first.asked, option)}). ` +
          "Make all parts by the same command but for --cells.",
      );
  }
  checkWhole(parts);
  const sources = parts.map(({ asked: _asked, ...source }) => source);
  const file = moved === undefined ? {} : { file: moved };
  const kind = SWEPT[first.asked.command] as unknown as CommandKind<SweptCommand>;
  return kind.run(engine, { ...first.asked, ...file, lanes, quiet, out: folder, parts: sources } as SweptCommand);
}

/** The first option that two commands differ in; files may lie elsewhere on another computer, and are called the same there. */
function differs(one: SharedCommand, other: SharedCommand): string | undefined {
  const keys = Object.keys({ ...optionsOf(other), ...optionsOf(one) });
  return keys.find((key) => say(one, key) !== say(other, key));
}

const optionsOf = ({ file: _file, study, ...options }: SharedCommand): Record<string, unknown> => ({ ...options, sample: study?.samples });

const say = (asked: SharedCommand, key: string): string => JSON.stringify(optionsOf(asked)[key]) ?? "none";
