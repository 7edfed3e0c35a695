import { expect, test } from "vitest";
import { besideTable, differingCells, modelsBeside } from "../../../web/src/exports/models-beside";
import type { HeadInfo, HeadScores } from "../../../web/src/contract/types";

const head = (...classes: [string, string][]): HeadInfo =>
  ({ phenotype: "cell_type", classes: classes.map(([label, ontologyId]) => ({ label, ontologyId })) }) as HeadInfo;
const scores = (model: string, top: number[], probability: number[], entropy: number[]): HeadScores => ({
  model,
  phenotype: "cell_type",
  cells: top.length,
  k: 2,
  top: Uint16Array.from(top.flatMap((code) => [code, 0])),
  probability: Float32Array.from(probability.flatMap((p) => [p, 0])),
  entropy: Float32Array.from(entropy),
});

// Five cells: T, T, B, NK and one that the first model did not name; the second calls the third a T cell.
const first = head(["T cell", "CL:1"], ["B cell", "CL:2"], ["NK cell", "CL:3"]);
const second = head(["t cell of blood", "CL:1"], ["B cell", "CL:2"]);
const ours = scores("ours", [0, 0, 1, 2, 65535], [0.9, 0.7, 0.5, 1, 0], [0, Math.log(3), 0.5, 0, 0]);
const theirs = scores("theirs", [0, 0, 0, 1, 1], [0.5, 0.5, 0.5, 0.25, 0.75], [0, 0, 0, Math.log(2), 0]);
const codes = Uint8Array.of(0, 0, 3, 255, 255);
const found = modelsBeside(
  [
    [ours, first],
    [theirs, second],
  ],
  codes,
);

const near = (value: number) => expect.closeTo(value, 6) as number;

test("classes of one term stand in one row, with each model's own cells, probability, entropy and agreement", () => {
  expect(found.rows.map(({ label }) => label)).toEqual(["T cell", "B cell", "NK cell"]);
  const [t, b, nk] = found.rows;
  expect(t!.sides[0]).toEqual({
    cells: 2,
    probability: expect.closeTo(0.8, 6) as number,
    entropy: expect.closeTo(0.5, 6) as number,
    agree: 1,
  });
  // Of three cells that the second calls T, the first agrees on two.
  expect(t!.sides[1]).toMatchObject({ cells: 3, probability: 0.5, agree: 2 / 3 });
  expect(b!.sides[0]).toMatchObject({ cells: 1, agree: 0 });
  expect(b!.sides[1]).toMatchObject({ cells: 2, probability: 0.5, entropy: near(0.5), agree: Number.NaN });
  expect(nk!.sides).toEqual([expect.objectContaining({ cells: 1, agree: Number.NaN }), null]);
});

test("cells that cannot be compared count neither as the same nor as different", () => {
  expect(found).toMatchObject({ compared: 3, differ: 1 });
  expect([...differingCells(codes)]).toEqual([2]);
});

test("the table has both models in a row, and no cell of a class that a model does not give", () => {
  const { columns, rows } = besideTable([{ phenotype: "cell_type", models: ["ours", "theirs"], found }]);
  expect(rows).toHaveLength(3);
  const nk = Object.fromEntries(columns.map((name, i) => [name, rows[2]![i]]));
  expect(nk).toMatchObject({ class: "NK cell", ontology_id: "CL:3", model_1: "ours", cells_1: 1, model_2: "theirs", cells_2: 0 });
});
