import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { alikeTable, nearestTable, spreadTable, stateMapTable } from "../../exports/gene-states-csv";
import { toCsv } from "../../exports/table-csv";
import { AnalysisError } from "../../contract/errors";
import { out, seed, UsageError, whole, type CommandKind, type Common, openFiles } from "../command";
import type { Engine } from "../engine";
import { jsonText, writeFolder } from "../output-folder";

export interface ContextCommand extends Common {
  command: "context";
  gene: string;
  model: string;
  head: string;
  group: string | undefined;
  matrix: string | undefined;
  cells: number;
  controls: number;
  seed: number;
  out: string;
}

/** What a model makes of one gene in cells of different kinds. */
export const context: CommandKind<ContextCommand> = {
  usage: `  phenolens context FILE... --gene GENE [--model NAME|FOLDER] [--group COLUMN | --head HEAD] [--matrix PATH]
                         [--cells N] [--controls N] --out FOLDER
`,
  takesStudy: true,
  options: {
    gene: { type: "string" },
    model: { type: "string" },
    head: { type: "string" },
    group: { type: "string" },
    matrix: { type: "string" },
    cells: { type: "string" },
    controls: { type: "string" },
    seed: { type: "string" },
    out: { type: "string" },
  },
  parse(common, values) {
    if (typeof values.gene !== "string" || values.gene === "") throw new UsageError("context needs --gene GENE.");
    return {
      command: "context",
      ...common,
      gene: values.gene,
      model: (values.model as string | undefined) ?? "polygene-mini",
      head: (values.head as string | undefined) ?? "cell_type",
      group: values.group as string | undefined,
      matrix: values.matrix as string | undefined,
      cells: whole(values.cells, "--cells", 200, 1e6, 5),
      controls: whole(values.controls, "--controls", 50, 1000),
      seed: seed(values),
      out: out(values, "context"),
    };
  },
  run: contextOfGene,
};

async function contextOfGene(engine: Engine, command: ContextCommand): Promise<string[]> {
  const [model] = await engine.models([command.model]);
  const file = await openFiles(engine, command);
  const { lanes, seed: asked, cells, controls, gene } = command;
  const matrix = command.matrix ?? file.matrix;
  if (command.group === undefined) {
    const analysis = await engine.call("analyze", {
      matrix,
      models: [model!.name],
      backend: "wasm",
      lanes,
      seed: asked,
      blockCells: 0,
    });
    if (analysis.cancelled) throw new AnalysisError("cancelled", "Stopped; nothing was written.");
  }
  const report = await engine.call("geneStates", {
    matrix,
    model: model!.name,
    gene,
    cellsPerGroup: cells,
    controls,
    seed: asked,
    lanes,
    groupBy: command.group === undefined ? { kind: "prediction", phenotype: command.head } : { kind: "column", column: command.group },
  });
  await writeFolder(command.out, async (folder) => {
    await writeFile(join(folder, "gene-context.csv"), toCsv(alikeTable(report)));
    await writeFile(join(folder, "gene-context-nearest.csv"), toCsv(nearestTable(report)));
    await writeFile(join(folder, "gene-context-spread.csv"), toCsv(spreadTable(report)));
    await writeFile(join(folder, "gene-context-map.csv"), toCsv(stateMapTable(report)));
    const { cells: _cells, of: _of, xy: _xy, contexts, ...rest } = report;
    const { file: _file, lanes: _lanes, quiet: _quiet, out: _out, ...options } = command;
    await writeFile(
      join(folder, "summary.json"),
      jsonText({
        version: await engine.version(),
        notices: engine.notices(),
        file: { name: file.name, fingerprint: file.fingerprint },
        options,
        ...rest,
        contexts: contexts.map(({ nearest: _nearest, ...context }) => context),
      }),
    );
  });
  return report.notes;
}
