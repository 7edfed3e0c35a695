import { describe, expect, test, vi } from "vitest";
import { AnalysisError } from "../../../../web/src/contract/errors";
import { withBackend, type Backed } from "../../../../web/src/engine/model/backend";

describe("a model on a graphics card", () => {
  const pool = { lanes: ["first", "second"] } as never;
  const environment = { kind: "browser" } as never;
  const withCard = async (work: () => Promise<void>) => {
    vi.stubGlobal("navigator", { gpu: { requestAdapter: async () => ({ info: { architecture: "xe", description: "a card" } }) } });
    try {
      await work();
    } finally {
      vi.unstubAllGlobals();
    }
  };

  test("that fails is run on the processor, on all lanes, and why is told", () =>
    withCard(async () => {
      const tried: Backed[] = [];
      const made = await withBackend({ environment, pool }, "auto", async (on) => {
        tried.push(on);
        if (on.backend === "webgpu") throw new AnalysisError("model", "The card was lost.");
        return "answers";
      });
      expect(tried.map(({ backend, lanes }) => [backend, lanes.length])).toEqual([
        ["webgpu", 1],
        ["wasm", 2],
      ]);
      expect(made).toMatchObject({
        backend: "wasm",
        fallback: "The GPU failed and the CPU is used instead (slower, same results): The card was lost.",
        result: "answers",
      });
    }));

  test("is not tried again where no processor would do better", () =>
    withCard(async () => {
      for (const code of ["cancelled", "bad-input"] as const) {
        const run = vi.fn(async () => {
          throw new AnalysisError(code, "No.");
        });
        await expect(withBackend({ environment, pool }, "webgpu", run)).rejects.toMatchObject({ code });
        expect(run).toHaveBeenCalledTimes(1);
      }
    }));

  test("that is not there is told where it was asked for", async () => {
    const node = { environment: { kind: "node" } as never, pool };
    const backend = async ({ backend: on }: Backed) => on;
    expect(await withBackend(node, "webgpu", backend)).toMatchObject({
      result: "wasm",
      fallback: "Ran on the CPU (slower, same results): Node has no WebGPU.",
    });
    expect(await withBackend(node, "auto", backend)).toMatchObject({ result: "wasm", fallback: "" });
  });
});
