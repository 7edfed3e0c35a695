import { beforeEach, expect, test, vi } from "vitest";
import { AnalysisError } from "../../../../../web/src/contract/errors";
import type { Column, FileInfo } from "../../../../../web/src/contract/types";

/** What the engine answers, by operation; the test sets it. */
const answers = vi.hoisted(() => new Map<string, (request: never) => unknown>());
vi.mock("../../../../../web/src/app/engine-worker", () => ({
  startEngine: () => ({
    models: Promise.resolve([]),
    terminate() {},
    client: {
      call: async (name: string, request: never) => (answers.get(name) ?? (() => new Promise(() => {})))(request),
    },
  }),
}));

const { open, close, call } = await import("../../../../../web/src/app/engine-client");
const { loadColumn, startColumns } = await import("../../../../../web/src/app/features/data/run");
const { startPredictions } = await import("../../../../../web/src/app/features/predict/run");
const state = await import("../../../../../web/src/app/store");

const info = {
  name: "a.h5ad",
  cells: 3,
  fingerprint: "f",
  earlierFingerprint: "f",
  matrix: "X",
  matrices: [{ path: "X", values: "counts" }],
  columns: [{ name: "louvain", kind: "category", categories: 2 }],
  embeddings: [],
  coverage: [],
} as unknown as FileInfo;
const column: Column = { name: "louvain", kind: "category", codes: Int32Array.of(0, 1, 1), categories: ["a", "b"] };
const settled = () => new Promise((resolve) => setTimeout(resolve));

startColumns();
startPredictions();

beforeEach(async () => {
  close();
  answers.clear();
  state.choose({ colorBy: { kind: "prediction" } });
  answers.set("open", () => info);
  await open({ kind: "file", file: new File([], "a.h5ad") });
});

test("an error while loading a column is shown, and the column that failed once is tried again", async () => {
  answers.set("column", () => {
    throw new AnalysisError("bad-file", "obs/louvain is cut off.");
  });
  state.choose({ colorBy: { kind: "column", name: "louvain" } });
  await settled();
  expect(state.failure.value).toMatchObject({ code: "bad-file", message: "obs/louvain is cut off." });
  expect(state.columns.value.has("louvain")).toBe(false);
  answers.set("column", () => column);
  state.choose({ colorBy: { kind: "column", name: "louvain" } });
  await settled();
  expect(state.columns.value.get("louvain")).toBe(column);
});

test("a column is read once, however often it is asked for meanwhile", async () => {
  const read = vi.fn(() => settled().then(() => column));
  answers.set("column", read);
  await Promise.all([loadColumn("louvain"), loadColumn("louvain")]);
  await loadColumn("louvain");
  expect(read).toHaveBeenCalledTimes(1);
});

test("a column that arrives after its file was closed is dropped", async () => {
  let finish: (found: Column) => void = () => {};
  answers.set("column", () => new Promise<Column>((resolve) => (finish = resolve)));
  const reading = loadColumn("louvain");
  close();
  finish(column);
  await reading;
  expect(state.columns.value.size).toBe(0);
});

test("an error while loading predictions is shown", async () => {
  const head = { phenotype: "cell_type", classes: [{ label: "B cell", ontologyId: "" }], temperature: 1 };
  const model = { name: "m", title: "M", kind: "linear", heads: [head] };
  answers.set("scores", () => {
    throw new AnalysisError("memory", "Too many cells.");
  });
  state.models.value = [model] as never;
  state.runs.value = [{ model: "m", cells: 3, finished: true }] as never;
  await vi.waitFor(() => expect(state.failure.value?.message).toBe("Too many cells."));
});

test("what is asked of an engine that is ended meanwhile counts as stopped, not as a failure", async () => {
  answers.set("column", () => settled().then(() => Promise.reject(new AnalysisError("internal", "The worker was stopped."))));
  const asked = call("column", { name: "louvain" });
  close();
  await expect(asked).rejects.toMatchObject({ code: "cancelled" });
});
