import { AnalysisError } from "../../contract/errors";
import { checkWhole } from "../../engine/parts/whole";
import { out, type CommandKind, type Common } from "../command";
import type { Engine } from "../engine";
import { readPart, type SharedAnalysis } from "../part-folder";
import { analyze } from "./analyze";

export interface MergeCommand extends Common {
  command: "merge";
  parts: string[];
  /** The file where it lies now; undefined: where it lay when the first part was made. */
  moved: string | undefined;
  out: string;
}

/** Writes what one analysis of all cells writes. */
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
  for (const { name, analysis } of parts) {
    const option = differs(analysis, first.analysis);
    if (option)
      throw new AnalysisError(
        "bad-input",
        `${name} was made with another ${option} than ${first.name} (${say(analysis, option)}, not ${say(first.analysis, option)}). ` +
          "Make all parts by the same command but for --cells.",
      );
  }
  checkWhole(parts);
  const sources = parts.map(({ name, header, source }) => ({ name, header, source }));
  const file = moved === undefined ? {} : { file: moved };
  return analyze.run(engine, { ...first.analysis, ...file, lanes, quiet, out: folder, parts: sources });
}

/** The first option that two analyses differ in; files may lie elsewhere on another computer. */
function differs(one: SharedAnalysis, other: SharedAnalysis): string | undefined {
  const { file: _file, study: _study, ...options } = { ...other, ...one };
  return Object.keys(options).find((key) => say(one, key) !== say(other, key));
}

const say = (analysis: SharedAnalysis, key: string): string => JSON.stringify(analysis[key as keyof SharedAnalysis]) ?? "none";
