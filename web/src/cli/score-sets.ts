import { createWriteStream } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setMeansTable, setScoresHead, setScoresLines } from "../exports/set-scores-csv";
import { toCsv } from "../exports/table-csv";
import { AnalysisError } from "../contract/errors";
import type { Reading } from "../contract/types";
import { needsPosition } from "../exports/cell-ids";
import { openFile } from "./command";
import type { Engine } from "./engine";
import { jsonText, writeFolder } from "./output-folder";

/** Cells of a page of lines. */
const PAGE = 5000;

interface ScoreCommand {
  file: string;
  reading: Reading;
  sets: string;
  group: string | undefined;
  model: string;
  head: string;
  matrix: string | undefined;
  minSize: number;
  maxSize: number;
  lanes: number;
  seed: number;
  out: string;
}

/** Scores every cell of a file by sets of genes: enrichment.csv with means by group, set-scores.csv with every cell. */
export async function scoreFile(engine: Engine, command: ScoreCommand): Promise<string[]> {
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
  const info = await openFile(engine, command, command.file);
  // A model's sweep is what tells the cells' ids and, without a column, their groups.
  const options = {
    matrix: command.matrix ?? info.matrix,
    models: [model!.name],
    backend: "wasm" as const,
    lanes: command.lanes,
    seed: command.seed,
    blockCells: 0,
  };
  const analysis = await engine.call("analyze", options);
  if (analysis.cancelled) throw new AnalysisError("cancelled", "Stopped; nothing was written.");
  const report = await engine.call("scoreSets", {
    matrix: options.matrix,
    file: sets,
    minSize: command.minSize,
    maxSize: command.maxSize,
    lanes: command.lanes,
    groupBy:
      command.group === undefined
        ? { kind: "prediction", model: model!.name, phenotype: command.head }
        : { kind: "column", column: command.group },
  });
  if (!report.isKept)
    throw new AnalysisError(
      "memory",
      `${report.scored.length.toLocaleString("en")} sets in ${report.cells.toLocaleString("en")} cells are more scores than are ` +
        `kept at once; give fewer sets, by --min-size and --max-size or a smaller file.`,
    );
  const beside = { hasPosition: needsPosition(...info.notices, ...analysis.notices), study: info.study };
  const columns: Float32Array[] = [];
  for (const set of report.scored.keys()) columns.push((await engine.call("setScores", { matrix: options.matrix, set })).values);
  await writeFolder(command.out, async (folder) => {
    await writeFile(join(folder, "enrichment.csv"), toCsv(setMeansTable(report)));
    async function* lines() {
      yield setScoresHead(
        report.scored.map(({ name }) => name),
        beside,
      );
      for (let first = 0; first < info.cells; first += PAGE) {
        const ids = (await engine.call("cells", { model: model!.name, first, count: PAGE })).map(({ id }) => id);
        yield setScoresLines(ids, first, columns, beside);
      }
    }
    await pipeline(Readable.from(lines()), createWriteStream(join(folder, "set-scores.csv")));
    const { scored: _scored, file: of, ...rest } = report;
    const { file: _file, lanes: _lanes, out: _out, ...asked } = command;
    await writeFile(
      join(folder, "summary.json"),
      jsonText({
        version: await engine.version(),
        notices: engine.notices(),
        file: { name: info.name, fingerprint: info.fingerprint },
        options: asked,
        setsOf: of,
        ...rest,
      }),
    );
  });
  return report.notes;
}
