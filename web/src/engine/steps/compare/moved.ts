import type { CompareQuestion, MovedReport, MovedRow } from "../../../contract/compare";
import { AnalysisError } from "../../../contract/errors";
import { unwrap } from "../../base/core";
import type { Job } from "../../pool/job";
import { lastSurvey } from "../survey/state";
import { compared } from "./design";

/** Cells of a sample whose distances are taken: more say little more, and time grows by their square. */
const MOST_CELLS = 100;

/** How far the cells of each type lie apart between the conditions, on the components found last. */
export async function moved(
  job: Job,
  { permutations, seed, ...question }: CompareQuestion & { permutations: number; seed: number },
): Promise<MovedReport> {
  const started = performance.now();
  const { core, file, context } = job;
  if (!(Number.isInteger(permutations) && permutations >= 1 && permutations <= 1e6))
    throw new AnalysisError("bad-input", `From 1 to 1,000,000 exchanges can be tried, not ${permutations}.`);
  const { components, values } = lastSurvey(file).placed();
  const { samples, types, design } = await compared(file, question);
  const width = samples.types.length;
  let isDrawn = false;
  const rows: MovedRow[] = [];
  for (const [type, name] of samples.types.entries()) {
    if (context.signal.aborted) throw new AnalysisError("cancelled", "Stopped; nothing of this comparison is kept.");
    const { use, how, matrix, donors, both } = types[type]!;
    const isTested = matrix !== null;
    const place = new Int32Array(samples.samples.length).fill(-1);
    use.forEach((sample, i) => (place[sample] = i));
    const chosen: number[] = [];
    const of: number[] = [];
    samples.sampleOf.forEach((sample, cell) => {
      if (sample < 0 || samples.typeOf[cell] !== type || place[sample]! < 0 || Number.isNaN(values[cell * components]!)) return;
      chosen.push(cell);
      of.push(place[sample]!);
    });
    const sides = use.map((sample) => samples.samples[sample]!.side);
    const row: MovedRow = {
      type: name,
      cells: design.types[type]!.cells,
      donors: how === "paired" ? [both, both] : donors,
      distance: NaN,
      expected: NaN,
      p: NaN,
      q: NaN,
      leastP: NaN,
      permutations: 0,
      isExact: false,
      whyNot: design.types[type]!.whyNot,
    };
    rows.push(row);
    const present = new Set(of);
    if (!use.every((_, i) => present.has(i)) || !sides.includes(0) || !sides.includes(1)) continue;
    isDrawn ||= use.some((sample) => samples.cells[sample * width + type]! > MOST_CELLS);
    const positions = new Float32Array(chosen.length * components);
    chosen.forEach((cell, i) => positions.set(values.subarray(cell * components, (cell + 1) * components), i * components));
    const found = unwrap(
      core.energy_distance({
        dims: components,
        values: positions,
        samples: Int32Array.from(of),
        groups: Int32Array.from(sides),
        blocks: Int32Array.from(use, (sample) => (how === "paired" ? samples.donorOf[sample]! : 0)),
        // Where nothing is tested only the distance is read.
        permutations: isTested ? permutations : 1,
        most_cells: MOST_CELLS,
        seed,
      }),
    );
    row.distance = found.distance;
    if (isTested)
      Object.assign(row, {
        expected: found.expected,
        p: found.p,
        leastP: found.leastP,
        permutations: found.permutations,
        isExact: found.exact,
      });
    // Others get their turn: a type of many cells takes seconds.
    await new Promise((resolve) => setTimeout(resolve));
  }
  const q = unwrap(core.benjamini_hochberg(Float64Array.from(rows, ({ p }) => p)));
  rows.forEach((row, i) => (row.q = q[i]!));
  const notes = [...design.notes];
  if (isDrawn) notes.push(`Distances are of ${MOST_CELLS} cells of a donor, a type and a condition at most, drawn by the seed.`);
  if (question.covariates.length > 0) notes.push("Covariates are not taken out of distances.");
  const coarse = rows.filter(({ leastP }) => leastP > 0.05);
  if (coarse.length > 0)
    notes.push(
      `So few donors can give no p below ${Math.min(...coarse.map(({ leastP }) => leastP)).toFixed(2)} in ` +
        `${coarse.map(({ type }) => type).join(", ")}.`,
    );
  return { design, components, rows, seconds: (performance.now() - started) / 1000, refusals: design.refusals, notes };
}
