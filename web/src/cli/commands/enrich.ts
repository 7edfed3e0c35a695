import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { enrichmentTable, overlapTable } from "../../exports/enrichment-csv";
import { toCsv } from "../../exports/table-csv";
import { AnalysisError } from "../../contract/errors";
import type { EnrichmentReport, EnrichmentRequest } from "../../contract/operations/gene-sets";
import { readAttributions } from "../attribution-file";
import { oneOf, out, seed, UsageError, whole, type CommandKind, type Common } from "../command";
import type { Engine } from "../engine";
import { scoreFile } from "../score-sets";
import { jsonText, writeFolder } from "../output-folder";

export interface EnrichCommand extends Common {
  command: "enrich";
  sets: string;
  group: string | undefined;
  method: EnrichmentRequest["method"] | "aucell";
  /** Of aucell: groups by what a model predicts, where --group names no column. */
  model: string;
  head: string;
  matrix: string | undefined;
  top: number;
  minSize: number;
  maxSize: number;
  permutations: number;
  seed: number;
  out: string;
}

/** Gene sets against the attributions that `attribute` wrote. */
export const enrich: CommandKind<EnrichCommand> = {
  usage: `  phenolens enrich ATTRIBUTION.csv --sets FILE.gmt|mitochondria [--group NAME] [--method NAME]
                         [--top N] [--min-size N] [--max-size N] [--permutations N] --out FOLDER
  phenolens enrich FILE --method aucell --sets FILE.gmt|mitochondria [--group COLUMN | --model NAME [--head HEAD]]
                         [--matrix PATH] [--min-size N] [--max-size N] --out FOLDER
`,
  options: {
    sets: { type: "string" },
    group: { type: "string" },
    method: { type: "string" },
    top: { type: "string" },
    "min-size": { type: "string" },
    "max-size": { type: "string" },
    model: { type: "string" },
    head: { type: "string" },
    matrix: { type: "string" },
    permutations: { type: "string" },
    seed: { type: "string" },
    out: { type: "string" },
  },
  parse(common, values) {
    if (typeof values.sets !== "string" || values.sets === "") throw new UsageError("enrich needs --sets FILE.");
    return {
      command: "enrich",
      ...common,
      sets: values.sets,
      group: values.group as string | undefined,
      method: oneOf(values.method, "--method", ["preranked", "over-representation", "matched-share", "aucell"] as const, "preranked"),
      model: (values.model as string | undefined) ?? "linear-atlas",
      head: (values.head as string | undefined) ?? "cell_type",
      matrix: values.matrix as string | undefined,
      top: whole(values.top, "--top", 100, 100_000),
      minSize: whole(values["min-size"], "--min-size", values.sets === "mitochondria" ? 3 : 10, 100_000),
      maxSize: whole(values["max-size"], "--max-size", 500, 100_000),
      permutations: whole(values.permutations, "--permutations", 1000, 1_000_000),
      seed: seed(values),
      out: out(values, "enrich"),
    };
  },
  run: (engine, command) =>
    command.method === "aucell" ? scoreFile(engine, command) : enrichFile(engine, { ...command, method: command.method }),
};

async function textOf(path: string): Promise<string> {
  return readFile(path, "utf8").catch((cause: Error) => {
    throw new AnalysisError("bad-file", `${path} cannot be read (${cause.message}).`, { cause });
  });
}

async function enrichFile(engine: Engine, command: EnrichCommand & { method: EnrichmentRequest["method"] }): Promise<string[]> {
  const groups = readAttributions(command.file, await textOf(command.file));
  const file = command.sets === "mitochondria" ? command.sets : { name: basename(command.sets), text: await textOf(command.sets) };
  if (command.group !== undefined && !groups.has(command.group))
    throw new AnalysisError("bad-input", `${command.file} has no group ${command.group}; it has ${[...groups.keys()].join(", ")}.`);
  const reports: { group: string; report: EnrichmentReport }[] = [];
  for (const [group, { symbols, ensemblIds, mean, meanAbs, expressed, weight }] of groups) {
    if (command.group !== undefined && group !== command.group) continue;
    const { method, top, minSize, maxSize, permutations } = command;
    const report = await engine.call("enrich", {
      file,
      symbols,
      ensemblIds,
      mean: Float32Array.from(mean),
      meanAbs: Float32Array.from(meanAbs),
      expressed: Float32Array.from(expressed),
      weight: weight.length === symbols.length ? Float32Array.from(weight) : null,
      method,
      top,
      minSize,
      maxSize,
      permutations,
      seed: command.seed,
    });
    reports.push({ group, report });
  }
  await writeFolder(command.out, async (folder) => {
    await writeFile(join(folder, "enrichment.csv"), toCsv(enrichmentTable(reports)));
    const tables = reports.map(({ group, report }) => ({ group, ...overlapTable(report) }));
    await writeFile(
      join(folder, "set-overlaps.csv"),
      toCsv({
        columns: ["group", ...(tables[0]?.columns ?? [])],
        rows: tables.flatMap(({ group, rows }) => rows.map((row) => [group, ...row])),
      }),
    );
    const { file: input, command: _command, lanes: _lanes, quiet: _quiet, out: _out, ...options } = command;
    await writeFile(
      join(folder, "summary.json"),
      jsonText({
        version: await engine.version(),
        notices: engine.notices(),
        input,
        options,
        groups: reports.map(({ group, report: { found: _found, overlaps: _overlaps, ...report } }) => ({ group, ...report })),
      }),
    );
  });
  return reports.flatMap(({ group, report }) => report.notes.map((note) => `${group}: ${note}`));
}
