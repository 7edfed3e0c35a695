import { describe, expect, test } from "vitest";
import { readSession, type SessionFile } from "../../../../web/src/app/share/session-file";

const session: SessionFile = {
  format: "phenolens-session/1",
  version: "0.1.0",
  file: { name: "a.h5ad", bytes: 10, cells: 3, genes: 4, fingerprint: "ab".repeat(32) },
  view: "step=trust&labels=cell_type:louvain",
  matches: { cell_type: { "B cells": "B cell", odd: null } },
  selection: { kind: "cells", cells: "AAIE" },
  results: [{ model: "m", version: "1", phenotype: "cell_type", column: "louvain", cells: 3, top1: 1, low: 0.4, high: 1, macroF1: 1 }],
};
const text = (changes: Record<string, unknown> = {}) => JSON.stringify({ ...session, ...changes });

describe("a session file", () => {
  test("is read as it was written", () => expect(readSession(text())).toEqual(session));

  test("names the files of a study, and refuses samples that are none", () => {
    const samples = [
      { file: "a.h5ad", sample: "a", fingerprint: "cd".repeat(32) },
      { file: "b.h5ad", sample: "donor 2", fingerprint: "ef".repeat(32), url: "https://example.org/b.h5ad", matrix: "layers/counts" },
    ];
    expect(readSession(text({ file: { ...session.file, samples } })).file.samples).toEqual(samples);
    const read = (one: object) => () => readSession(text({ file: { ...session.file, samples: [one] } }), "x.json");
    expect(read({ file: "a.h5ad", sample: "a" })).toThrow("x.json does not name the files of its samples.");
    expect(read({ ...samples[0], path: "/x" })).toThrow("field file.samples.path");
  });

  test("may hold a selection too long for a link", () => {
    const selection = { kind: "cells", cells: "A".repeat(5000) } as const;
    expect(readSession(text({ selection })).selection).toEqual(selection);
  });

  test.each<[string, string, RegExp]>([
    ["no JSON", "hello", /is not JSON/],
    ["other JSON", "[1]", /is not a Phenolens session/],
    ["a later format", text({ format: "phenolens-session/2" }), /format phenolens-session\/2; this version reads phenolens-session\/1/],
    ["a field it does not know", text({ cells: [1] }), /has an unknown field cells/],
    ["a field of the file it does not know", text({ file: { ...session.file, path: "/x" } }), /field file\.path/],
    ["no file", text({ file: null }), /does not name its data file/],
    ["no view", text({ view: 3 }), /has no view/],
    ["matches that are numbers", text({ matches: { cell_type: { a: 1 } } }), /invalid label matches/],
    ["a selection of another kind", text({ selection: { kind: "polygon", points: "1" } }), /invalid selection/],
    ["cells that are none", text({ selection: { kind: "cells", cells: "§" } }), /invalid selection/],
    ["results that are no list", text({ results: 1 }), /results that are not a list/],
  ])("with %s is one sentence", (_, words, message) => {
    expect(() => readSession(words, "x.json")).toThrow(message);
    expect(() => readSession(words, "x.json")).toThrow(/^x\.json /);
  });
});
