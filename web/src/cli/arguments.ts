import { parseArgs } from "node:util";

export const USAGE = `phenolens: what models see in every cell of an .h5ad file

  phenolens inspect FILE [--json]
  phenolens analyze FILE [--model NAME|FOLDER]... [--matrix PATH] [--labels [HEAD=]COLUMN]...
                         [--group COLUMN]... [--save-h5ad] --out FOLDER

  --save-h5ad         also FOLDER/annotated.h5ad: the file with the predictions added
  --lanes N           worker threads (default: one per core)
  --backend NAME      wasm or webgpu (default: the best there is)
  --seed N            for whatever is random (default: 1)
  --quiet             no progress
  --help, --version
`;

/** Wrong usage: exit status 2. */
export class UsageError extends Error {}

interface Common {
  file: string;
  lanes: number;
  quiet: boolean;
}
export interface InspectCommand extends Common {
  command: "inspect";
  isJson: boolean;
}
export interface AnalyzeCommand extends Common {
  command: "analyze";
  models: string[];
  matrix: string | undefined;
  labels: { head: string; column: string }[];
  groups: string[];
  /** Also write annotated.h5ad. */
  isSaved: boolean;
  out: string;
  backend: "auto" | "wasm" | "webgpu";
  seed: number;
}
export type Command = InspectCommand | AnalyzeCommand | { command: "help" } | { command: "version" };

const SHARED = { lanes: { type: "string" }, quiet: { type: "boolean" } } as const;
const OPTIONS = {
  inspect: { ...SHARED, json: { type: "boolean" } },
  analyze: {
    ...SHARED,
    model: { type: "string", multiple: true },
    matrix: { type: "string" },
    labels: { type: "string", multiple: true },
    group: { type: "string", multiple: true },
    "save-h5ad": { type: "boolean" },
    out: { type: "string" },
    backend: { type: "string" },
    seed: { type: "string" },
  },
} as const;

export function parseCommand(argv: string[]): Command {
  const [command, ...rest] = argv;
  if (command === undefined || command === "--help" || command === "-h" || rest.includes("--help")) return { command: "help" };
  if (command === "--version") return { command: "version" };
  if (command !== "inspect" && command !== "analyze") throw new UsageError(`There is no command ${command}.`);
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({ args: rest, options: OPTIONS[command], allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  const { values, positionals } = parsed;
  if (positionals.length !== 1) throw new UsageError(`${command} takes one FILE, but ${positionals.length} were given.`);
  const common = { file: positionals[0]!, lanes: whole(values.lanes, "--lanes", 0, 64), quiet: values.quiet === true };
  if (command === "inspect") return { command, ...common, isJson: values.json === true };
  if (typeof values.out !== "string" || values.out === "") throw new UsageError("analyze needs --out FOLDER.");
  return {
    command,
    ...common,
    models: list(values.model),
    matrix: values.matrix as string | undefined,
    labels: list(values.labels).map(label),
    groups: list(values.group),
    isSaved: values["save-h5ad"] === true,
    out: values.out,
    backend: backend(values.backend),
    seed: whole(values.seed, "--seed", 1, 2 ** 32 - 1),
  };
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? (value as string[]) : [];
}

/** HEAD=COLUMN; without HEAD, cell types. */
function label(text: string): { head: string; column: string } {
  const at = text.indexOf("=");
  const head = at < 0 ? "cell_type" : text.slice(0, at);
  const column = text.slice(at + 1);
  if (!head || !column) throw new UsageError(`--labels takes COLUMN or HEAD=COLUMN, not ${text}.`);
  return { head, column };
}

function whole(text: unknown, name: string, fallback: number, most: number): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > most) throw new UsageError(`${name} takes a whole number from 1 to ${most}, not ${String(text)}.`);
  return value;
}

function backend(text: unknown): AnalyzeCommand["backend"] {
  if (text === undefined) return "auto";
  if (text === "wasm" || text === "webgpu") return text;
  throw new UsageError(`--backend takes wasm or webgpu, not ${String(text)}.`);
}
