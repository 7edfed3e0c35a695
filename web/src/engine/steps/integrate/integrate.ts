import { AnalysisError } from "../../../contract/errors";
import type { IntegrationReport } from "../../../contract/integrate";
import type { Request } from "../../../contract/protocol";
import { sample, seeded } from "../../base/random";
import { unwrap, type CoreModule } from "../../base/core";
import { donorsOf, type Words } from "../../file/donors";
import type { OpenedFile } from "../../file/opened-file";
import type { Lane } from "../../pool/lane-pool";
import { rowsOf } from "../survey/neighbors";
import { surveyState } from "../survey/state";
import { sentence } from "./sentence";
import { warningsOf } from "./warnings";

/** Cells that mixing is measured by at most. */
const MOST_DRAWN = 10_000;

type Asked = Request<"surveyIntegrate">;

/** The components found last with batches laid over each other, kept beside them, and what that did. */
export async function integrate(
  core: CoreModule,
  file: OpenedFile,
  matrix: string,
  lane: Lane,
  { method, columns, labels: by, condition, mask, seed }: Asked,
  signal: AbortSignal,
  onShare: (share: number) => void,
): Promise<IntegrationReport> {
  const started = performance.now();
  if (columns.length === 0) throw new AnalysisError("bad-input", "Name the column of batches to lay over each other.");
  if (method === "mnn" && columns.length > 1)
    throw new AnalysisError("bad-input", "MNN merges the batches of one column; Harmony takes several.");
  const state = surveyState(file, matrix);
  const { components, values: all } = state.placed();
  const { cells, dims, values } = rowsOf(all, components, components, mask);
  const covariates = await Promise.all(columns.map((name) => donorsOf(file, name)));
  for (const [i, { codes, categories }] of covariates.entries()) {
    const found = new Set(Array.from(cells, (cell) => codes[cell]!));
    found.delete(-1);
    if (found.size < 2)
      throw new AnalysisError(
        "bad-input",
        `${columns[i]} has ${found.size === 0 ? "no batch" : "one batch alone"} among these cells: there is nothing to lay over each ` +
          "other.",
      );
    if (found.size > cells.length / 10)
      throw new AnalysisError(
        "bad-input",
        `${columns[i]} has batches of fewer than 10 cells each (${categories.length.toLocaleString("en")}): choose a column of samples.`,
      );
  }
  const [batch] = covariates as [Words];
  const labels = by && ("column" in by ? await donorsOf(file, by.column) : predicted(file, by.model));
  const of = (codes: Int32Array) => Int32Array.from(cells, (cell) => codes[cell]!);
  const codes = new Int32Array(cells.length * covariates.length);
  covariates.forEach((one, i) => codes.set(of(one.codes), i * cells.length));
  const levels = Int32Array.from(covariates, ({ categories }) => categories.length);
  const {
    values: corrected,
    rounds,
    converged,
  } = await lane.call("integrate", { method, seed, dims, values, codes, levels }, { signal, onPart: onShare });
  const drawn = sample([...cells.keys()], MOST_DRAWN, seeded(seed));
  const mixing = async (positions: Float32Array) => {
    const rows = new Float32Array(drawn.length * dims);
    drawn.forEach((place, i) => rows.set(positions.subarray(place * dims, (place + 1) * dims), i * dims));
    const pick = (own: Int32Array) => Int32Array.from(drawn, (place) => own[cells[place]!]!);
    return lane.call("mixing", {
      dims,
      values: rows,
      batchCodes: pick(batch.codes),
      batches: batch.categories,
      labels: labels && pick(labels.codes),
      seed,
    });
  };
  const before = await mixing(values);
  const after = await mixing(corrected);
  const placed = new Float32Array(all.length).fill(NaN);
  cells.forEach((cell, i) => placed.set(corrected.subarray(i * dims, (i + 1) * dims), cell * dims));
  state.integrated = { components, values: placed, recipe: state.placed().recipe };
  const conditions = condition === null || columns.includes(condition) ? null : { name: condition, ...(await donorsOf(file, condition)) };
  const named = by && ("column" in by ? by.column : by.model);
  const about = { method, column: columns[0]!, labels: named };
  const crossing = (second: Words) =>
    unwrap(
      core.crossing({
        first: of(batch.codes),
        firsts: batch.categories.length,
        second: of(second.codes),
        seconds: second.categories.length,
      }),
    );
  return {
    method,
    columns,
    batches: batch.categories,
    labels: named,
    cells: cells.length,
    drawn: drawn.length,
    rounds,
    converged,
    before,
    after,
    warnings: warningsOf(
      {
        column: columns[0]!,
        batches: batch.categories,
        without: { columns, cells: cells.filter((cell) => covariates.some((one) => one.codes[cell]! < 0)).length },
      },
      labels && { names: labels.categories, crossing: crossing(labels) },
      conditions && { name: conditions.name, crossing: crossing(conditions) },
    ),
    says: sentence(about, before, after),
    seconds: (performance.now() - started) / 1000,
  };
}

/** The cell types that a model predicted. */
function predicted(file: OpenedFile, model: string): Words {
  const head = file.result(model).head("cell_type");
  if (!head) throw new AnalysisError("bad-input", `${model} predicts no cell types.`);
  const { labels, codes } = head.labelled();
  return { categories: labels, codes: Int32Array.from(codes) };
}
