import { describe, expect, test } from "vitest";
import type { HeadInfo } from "../../../../web/src/contract/types";
import { summarize } from "../../../../web/src/engine/results/tables";
import type { Strata } from "../../../../web/src/engine/file/strata";
import { needsAllCells, sampledOf, shareOf, weights } from "../../../../web/src/engine/results/shares";
import { ModelResults } from "../../../../web/src/engine/file/scores";
import { phenotypeByCondition } from "../../../../web/src/engine/steps/compare/phenotype";
import { trustLights } from "../../../../web/src/engine/steps/trust/lights";
import type { Models } from "../../../../web/src/engine/model/models";
import { addModel, plantedFile } from "../../support/planted";
import { hasCore } from "../../support/engine";

const HEAD: HeadInfo = {
  phenotype: "cell_type",
  temperature: 1,
  classes: ["B cell", "T cell", "monocyte"].map((label) => ({ label, ontologyId: "" })),
};
const CELLS = 100;
/** A stratum of 80 cells, of which every tenth is read, and one of 20, of which every other is. */
const stratumOf = (cell: number) => Number(cell >= 80);
const isRead = (cell: number) => cell % (cell < 80 ? 10 : 2) === 0;
/** Of the first, every other read cell is a T cell; of the second, all are monocytes. */
const classOf = (cell: number) => (cell >= 80 ? 2 : (cell / 10) % 2);
const sure = (code: number) => [0, 1, 2].map((one) => (one === code ? (code === 1 ? 0.4 : 8) : 0));

/** A model that has read all cells, and the same as one that has read a part of them. */
async function partlyRead() {
  const made = await plantedFile({ cell_type: Array.from({ length: CELLS }, () => "x") });
  const logits = Float32Array.from(Array.from({ length: CELLS }, (_, cell) => sure(Math.floor(classOf(cell)))).flat());
  addModel(made, "whole", HEAD, logits);
  const whole = made.file.analyzed.results.get("whole")!;
  const part = new ModelResults("part", [HEAD], CELLS);
  const strata: Strata = { of: Uint8Array.from({ length: CELLS }, (_, cell) => stratumOf(cell)), count: 2 };
  const cells = Uint32Array.from({ length: CELLS }, (_, cell) => cell).filter(isRead);
  part.draw(cells, strata);
  for (const cell of cells) part.adopt(whole, { from: cell, first: cell, count: 1 });
  made.file.analyzed.results.set("part", part);
  return { ...made, whole, part, strata };
}

describe.skipIf(!hasCore)("a model that has read some cells", () => {
  test("tells shares of all cells, each stratum by its size, and says how many were read", async () => {
    const { core, part, strata } = await partlyRead();
    expect(sampledOf(part)).toEqual({ read: 18, of: 100, isDrawn: true });
    const summary = summarize(core, part, "cell_type");
    expect(summary.sampled).toEqual({ read: 18, of: 100, isDrawn: true });
    // Of eight read cells of the first stratum four are of each class: 40 of 100; all of the second are monocytes: 20.
    const shares = Object.fromEntries(summary.classes.map(({ label, share }) => [label, share!.value]));
    expect(shares["B cell"]).toBeCloseTo(0.4, 12);
    expect(shares["T cell"]).toBeCloseTo(0.4, 12);
    expect(shares.monocyte).toBeCloseTo(0.2, 12);
    for (const { share } of summary.classes) {
      expect(share!.low).toBeLessThan(share!.value);
      expect(share!.high).toBeGreaterThan(share!.value);
    }
    expect(summary.classes.map(({ cells }) => cells).sort()).toEqual([10, 4, 4]);
    expect([weights(part, strata)(0), weights(part, strata)(80)]).toEqual([10, 2]);
    const top = (cell: number) => part.heads[0]!.probability[cell * 3]!;
    const mean = 0.4 * top(0) + 0.4 * top(10) + 0.2 * top(80);
    expect(summary.meanProbability).toBeCloseTo(mean, 6);
    // Of some cells: each stratum by its size among these.
    const few = Uint32Array.of(0, 1, 10, 80, 81, 82);
    const selected = summarize(core, part, "cell_type", few);
    expect(selected.sampled).toEqual({ read: 4, of: 6, isDrawn: true });
    expect(selected.classes.find(({ label }) => label === "monocyte")!.share!.value).toBeCloseTo(0.5, 12);
  });

  test("is told apart from one that has read all, and from one read in the order of the file", async () => {
    const { core, part, whole, file } = await partlyRead();
    expect(sampledOf(whole)).toBeNull();
    // Drawn cells are no composition: it is asked for all.
    expect(() => needsAllCells(whole, "a composition")).not.toThrow();
    const question = { model: "part", phenotype: "cell_type" } as Parameters<typeof phenotypeByCondition>[2];
    const asked = phenotypeByCondition(core, file, question);
    await expect(asked).rejects.toThrow(/part has read 18 of 100 cells/);
    expect(summarize(core, whole, "cell_type")).not.toHaveProperty("sampled");
    part.strata = null;
    const summary = summarize(core, part, "cell_type");
    expect(summary.sampled).toEqual({ read: 18, of: 100, isDrawn: false });
    expect(summary.classes.every(({ share }) => share === undefined)).toBe(true);
  });

  test("tells them by the drawn cells alone where others were read since", async () => {
    const { core, part, whole } = await partlyRead();
    const before = summarize(core, part, "cell_type");
    for (const cell of [81, 83, 85]) part.adopt(whole, { from: cell, first: cell, count: 1 });
    const after = summarize(core, part, "cell_type");
    expect(after.cells).toBe(21);
    expect(after.sampled).toEqual(before.sampled);
    expect(after.classes.map(({ label, share }) => [label, share])).toEqual(before.classes.map(({ label, share }) => [label, share]));
    expect(after.meanProbability).toBe(before.meanProbability);
  });

  test("has lights that tell shares of all with their intervals, and disagreement with a model that has read all", async () => {
    const { core, part, file } = await partlyRead();
    const unsure = shareOf(core, part, (cell) => part.heads[0]!.probability[cell * 3]! < 0.5);
    expect([unsure.share, unsure.cells, unsure.told!.read]).toEqual([0.4, 18, 18]);
    const models = { folder: () => ({ has: () => false, info: { title: "Whole" } }) } as unknown as Models;
    for (const model of ["part", "whole"]) {
      const { lights } = await trustLights(core, file, models, { model, phenotype: "cell_type" });
      const confidence = lights.find(({ name }) => name === "confidence")!;
      const disagreement = lights.find(({ name }) => name === "disagreement")!;
      expect(disagreement.figure).toBe(0);
      expect(disagreement.interval!.low).toBe(0);
      expect(disagreement.interval!.high).toBeGreaterThan(0);
      expect(disagreement.says).toMatch(
        /^Whole gives another label to 0% \(95% interval 0% to \d+%\) of the cells\. 18 of 100 cells are read\.$/,
      );
      if (model === "part")
        expect(confidence.says).toMatch(/^40% \(95% interval \d+% to \d+%\) of the cells .* 18 of 100 cells are read\.$/);
      else expect(confidence).not.toHaveProperty("interval");
    }
  });
});
