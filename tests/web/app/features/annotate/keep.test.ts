import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Annotation, AnnotationReport, Suggestion } from "../../../../../web/src/contract/annotation";
import type { FileInfo } from "../../../../../web/src/contract/types";
import { started } from "../../../support/annotation";

/** What the browser keeps, by key. */
const stored = vi.hoisted(() => new Map<string, unknown>());
vi.mock("idb-keyval", () => ({
  createStore: () => "store",
  get: async (key: string) => structuredClone(stored.get(key)),
  set: async (key: string, value: unknown) => void stored.set(key, structuredClone(value)),
  del: async (key: string) => void stored.delete(key),
  delMany: async (keys: string[]) => keys.forEach((key) => stored.delete(key)),
  entries: async () => [...stored],
}));
const asked = vi.hoisted(() => [] as { name: string; request: unknown }[]);
const answers = vi.hoisted(() => new Map<string, unknown>());
vi.mock("../../../../../web/src/app/engine-worker", () => ({
  startEngine: () => ({
    models: Promise.resolve([]),
    terminate() {},
    client: {
      call: async (name: string, request: unknown) => {
        asked.push({ name, request });
        return answers.has(name) ? answers.get(name) : new Promise(() => {});
      },
    },
  }),
}));
vi.stubGlobal("addEventListener", () => {});
vi.stubGlobal("window", globalThis);

const { open, close } = await import("../../../../../web/src/app/engine-client");
const edits = await import("../../../../../web/src/app/features/annotate/edits");
const { startKeeping } = await import("../../../../../web/src/app/features/annotate/keep");
const { startAnnotationColumn } = await import("../../../../../web/src/app/features/annotate/column");
const annotate = await import("../../../../../web/src/app/features/annotate/state");
const store = await import("../../../../../web/src/app/store");

const info = (fingerprint: string): FileInfo =>
  ({
    name: "a.h5ad",
    cells: 6,
    fingerprint,
    earlierFingerprint: fingerprint,
    matrix: "",
    matrices: [],
    columns: [],
    embeddings: [],
    coverage: [],
    unusable: [],
  }) as unknown as FileInfo;
const fresh = (fingerprint = "one"): Annotation => {
  const made = started([0, 0, 1, 1, 2, -1]);
  return { ...made, file: { ...made.file, fingerprint } };
};
const offers = (group: string, suggestion: Partial<Suggestion>, color = "green") => ({
  group,
  color,
  suggestion: { name: "", ontologyId: "", source: "consensus", confidence: 0.9, mark: "named", ...suggestion },
});
const names = () => annotate.annotation.value?.groups.map(({ name, mark }) => (mark === "named" ? name : mark));

async function openFile(fingerprint: string): Promise<void> {
  answers.set("open", info(fingerprint));
  await open({ kind: "path", path: "a.h5ad" } as never);
  await vi.advanceTimersByTimeAsync(0);
}
const rest = () => vi.advanceTimersByTimeAsync(1000);

startKeeping();
startAnnotationColumn();

beforeEach(() => {
  vi.useFakeTimers();
  stored.clear();
  asked.length = 0;
  answers.set("models", []);
  answers.set("setColumns", [{ name: "name", kind: "category", categories: 1 }]);
});
afterEach(() => {
  close();
  vi.useRealTimers();
});

test("what is named is kept under the file's fingerprint, once the hands rest, and comes back with that file alone", async () => {
  await openFile("one");
  edits.take(fresh());
  edits.rename("a", "B cell", "CL:0000236");
  expect(stored.size).toBe(0);
  await rest();
  expect([...stored.keys()]).toEqual(["one"]);
  edits.mark("b", "doublet");
  // Another file is opened before the hands rest: the last edit is kept all the same.
  await openFile("two");
  expect(annotate.annotation.value).toBeNull();
  await rest();
  expect([...stored.keys()]).toEqual(["one"]);
  await openFile("one");
  expect(names()).toEqual(["B cell", "doublet", ""]);
  expect(annotate.restoredAt.value).toBeGreaterThan(0);
  expect(annotate.history.value.past).toEqual([]);
});

test("a fresh start forgets what was kept, and undoing brings it back", async () => {
  await openFile("one");
  edits.take(fresh());
  edits.rename("a", "B cell", "");
  await rest();
  edits.startAfresh();
  await rest();
  expect(stored.size).toBe(0);
  edits.undo();
  await rest();
  expect(names()).toEqual(["B cell", "", ""]);
  expect(stored.size).toBe(1);
});

test("what was kept by another version, or is torn, stays where it is and the file opens without it", async () => {
  stored.set("one", { annotation: { ...fresh(), version: 99 }, at: 1 });
  await openFile("one");
  await rest();
  expect(annotate.annotation.value).toBeNull();
  expect(stored.get("one")).toMatchObject({ annotation: { version: 99 } });
});

test("suggestions are taken one by one, or all green ones of the group's own; what cannot be done changes nothing", async () => {
  await openFile("one");
  edits.take(fresh());
  const rows = [offers("a", { name: "B cell" }), offers("b", { name: "T cell" }, "amber"), offers("c", { name: "" })];
  annotate.report.value = { key: "k", found: { rows } as unknown as AnnotationReport };
  expect(annotate.acceptable.value).toEqual(["a"]);
  edits.accept(annotate.acceptable.value);
  expect(names()).toEqual(["B cell", "", ""]);
  edits.accept(["b", "c"]);
  expect(names()).toEqual(["B cell", "T cell", ""]);
  expect(annotate.settled.value).toBe(2);
  // A name from elsewhere is no suggestion of this file: its light is not the suggestion's.
  edits.edit((now) => ({ ...now, groups: now.groups.map((group) => ({ ...group, name: "NK cell", isAccepted: false })) }));
  expect(annotate.acceptable.value).toEqual([]);
  const before = annotate.annotation.value;
  edits.toggleChosen("a");
  edits.merge();
  expect(annotate.annotation.value).toBe(before);
  expect(store.failure.value?.message).toBe("To merge takes two groups or more.");
});

test("the names are a column of the page, in the groups' order, as soon as one is given; it goes with the last", async () => {
  await openFile("one");
  edits.take(fresh());
  await rest();
  expect(asked.some(({ name }) => name === "setColumns")).toBe(false);
  edits.rename("b", "T cell", "");
  edits.rename("a", "B cell", "");
  await rest();
  expect(asked.filter(({ name }) => name === "setColumns")).toHaveLength(1);
  expect(asked.at(-1)!.request).toMatchObject({
    columns: [{ name: "name", categories: ["B cell", "T cell"], codes: Int32Array.of(0, 0, 1, 1, -1, -1) }],
  });
  expect(store.info.value!.columns.map(({ name }) => name)).toEqual(["name"]);
  edits.undo();
  edits.undo();
  await rest();
  expect(asked.at(-1)!.request).toEqual({ columns: [] });
});
