import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { Desk } from "../../../../web/src/engine/desk";
import { fileOperations } from "../../../../web/src/engine/file/operations";
import { nodeEnvironment } from "../../../../web/src/engine/platform/environment.node";
import { pass } from "../../../../web/src/engine/pool/pass";
import { prepared } from "../../../../web/src/engine/pool/prepared";
import { scoresOfSet } from "../../../../web/src/engine/steps/gene-sets/cell-scores";
import { threadEndpoint } from "../../../../web/src/engine/workers/endpoints.node";
import { BUNDLE } from "../../support/bundle";
import { hasCore } from "../../support/engine";
import { CELLS, GENES, writeTwoMatrices } from "../../support/two-matrices";

vi.setConfig({ testTimeout: 200_000, hookTimeout: 100_000 });

const context = { signal: new AbortController().signal, part() {}, progress() {} };
const stopped = { ...context, signal: AbortSignal.abort() };

describe.skipIf(!hasCore)("steps over the cells", () => {
  let desk: Desk;

  beforeAll(async () => {
    const path = await writeTwoMatrices();
    desk = new Desk(nodeEnvironment(() => threadEndpoint(pathToFileURL(join(BUNDLE, "lane.node.mjs")))));
    await desk.models.addNamed("linear-atlas");
    await fileOperations(desk).open({ source: { kind: "path", path } }, context);
  });
  afterAll(() => desk.terminate());

  test("send lanes what they have to be ready for once, and again for another matrix, other models or other names", () =>
    desk.sweeping({ matrix: "X", lanes: 2 }, context, async (job) => {
      const calls = vi.spyOn(job.pool.lanes[0]!, "call");
      const sent = async (work: () => Promise<unknown>) => {
        calls.mockClear();
        await work();
        return calls.mock.calls.filter(([name]) => name === "prepare").length;
      };
      const model = await job.models.laneModel("linear-atlas");
      expect(await sent(() => prepared(job))).toBe(1);
      expect(await sent(() => prepared(job))).toBe(0);
      expect(await sent(() => prepared(job, { models: [model] }))).toBe(1);
      expect(await sent(async () => prepared(job, { models: [await job.models.laneModel("linear-atlas")] }))).toBe(0);
      expect(await sent(() => prepared({ ...job, matrix: "layers/other" }, { models: [model] }))).toBe(1);
      expect(await sent(() => prepared({ ...job, matrix: "layers/other" }, { models: [model], isFresh: true }))).toBe(1);
      const genes = { ids: GENES.map(() => ""), alternatives: [] };
      expect(await sent(() => prepared({ ...job, matrix: "layers/other" }, { genes }))).toBe(1);
      expect(await sent(() => prepared(job))).toBe(1);
      const broken = prepared(job, { genes: { ids: ["one"], alternatives: [] }, models: [{ ...model, genesTsv: "" }] });
      await expect(broken).rejects.toThrow("genes.tsv");
      expect(await sent(() => prepared(job))).toBe(1);
    }));

  test("visit all cells once, or those of a mask in their groups, tell how far they are, and stop at a block's end", async () => {
    const mask = Uint8Array.from({ length: CELLS }, (_, cell) => Number(cell % 3 > 0));
    const groups = Int32Array.from({ length: CELLS }, (_, cell) => cell % 2);
    const told: number[] = [];
    const progress = ({ done }: { done: number }) => void told.push(done);
    await desk.sweeping({ matrix: "X", lanes: 2 }, { ...context, progress }, async (job) => {
      const ready = await prepared(job);
      const seen = new Int32Array(CELLS).fill(-9);
      const isWhole = await pass<Int32Array>(ready, {
        step: "count",
        blocks: ready.blocks({ cells: 7 }),
        mask,
        groups,
        visit: async (_, __, { groups: own }) => own!,
        take: ({ first }, own) => seen.set(own, first),
      });
      expect(isWhole).toBe(true);
      expect([...seen]).toEqual(Array.from({ length: CELLS }, (_, cell) => (cell % 3 > 0 ? cell % 2 : -1)));
    });
    expect(told.at(-1)).toBe(CELLS);
    const stop = new AbortController();
    await desk.sweeping({ matrix: "X", lanes: 1 }, { ...context, signal: stop.signal }, async (job) => {
      const ready = await prepared(job);
      const visit = vi.fn(async () => stop.abort());
      expect(await pass(ready, { step: "count", blocks: ready.blocks({ cells: 7 }), visit })).toBe(false);
      expect(visit).toHaveBeenCalledTimes(1);
      await expect(pass(ready, { step: "count", visit, ifStopped: "Stopped early." })).rejects.toMatchObject({
        code: "cancelled",
        message: "Stopped early.",
      });
    });
  });

  test("can all be stopped, those that make again what was not kept too", async () => {
    const scored = { columns: [[0, 1, 2, 3]], top: 40, values: null };
    const asked = { matrix: "X", lanes: 1 };
    expect(await desk.sweeping(asked, context, (job) => scoresOfSet(job, scored, 0))).toHaveLength(CELLS);
    await expect(desk.sweeping(asked, stopped, (job) => scoresOfSet(job, scored, 0))).rejects.toMatchObject({ code: "cancelled" });
  });
});
