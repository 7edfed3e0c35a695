import { existsSync, openAsBlob, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { acceptName, colorGroup, markGroup, renameGroup } from "../../../../web/src/contract/annotation-edits";
import type { ObsColumns } from "../../../../web/src/contract/obs-columns";
import { Overlay, PAGE } from "../../../../web/src/engine/writers/overlay";
import { patchedBlob } from "../../../../web/src/exports/patched-blob";
import { openReader } from "../../../../web/src/engine/readers/open";
import type { ByteSource } from "../../../../web/src/engine/readers/byte-source";
import { seeded } from "../../../../scripts/lib/random.mjs";
import { root } from "../../../../scripts/lib/run.mjs";
import { makeFixtures } from "../../../fixtures/make.mjs";
import { started } from "../../support/annotation";
import { scratch } from "../../support/data";
import { dense, opened } from "../../support/imported";
import { hasCore, options, useEngine, type TestEngine } from "../../support/engine";

vi.setConfig({ testTimeout: 400_000, hookTimeout: 60_000 });

function source(bytes: Uint8Array): ByteSource {
  return {
    name: "cells.h5ad",
    size: bytes.length,
    windowBytes: 4096,
    read: (position, length) => bytes.slice(position, position + length),
    close() {},
  };
}
const noAssets = () => Promise.reject(new Error("no plugin is needed"));
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

describe("a file written over another", () => {
  const original = Uint8Array.from({ length: 3 * PAGE + 1000 }, (_, i) => i % 253);

  /** The same calls on an overlay and on plain bytes. */
  async function expectSame(
    steps: (write: (position: number, bytes: Uint8Array) => void, resize: (size: number) => void) => void,
    from: Uint8Array | null = original,
  ): Promise<void> {
    const overlay = new Overlay(from && source(from));
    let plain = from ?? new Uint8Array();
    const grown = (size: number) => Uint8Array.from({ length: size }, (_, i) => plain[i] ?? 0);
    steps(
      (position, bytes) => {
        overlay.write(bytes, 0, bytes.length, position);
        if (position + bytes.length > plain.length) plain = grown(position + bytes.length);
        else plain = plain.slice();
        plain.set(bytes, position);
      },
      (size) => {
        overlay.resize(size);
        plain = grown(size);
      },
    );
    expect(overlay.size).toBe(plain.length);
    const read = new Uint8Array(plain.length + 10);
    expect(overlay.read(read, 0, read.length, 0)).toBe(plain.length);
    expect(Buffer.compare(read.subarray(0, plain.length), plain)).toBe(0);
    const blob = patchedBlob(
      new Blob([(from ?? new Uint8Array()).slice(0, overlay.kept) as Uint8Array<ArrayBuffer>]),
      overlay.size,
      overlay.changes(),
    );
    expect(Buffer.compare(await bytesOf(blob), plain)).toBe(0);
  }

  const some = (length: number, value: number) => new Uint8Array(length).fill(value);
  test.each<[string, Parameters<typeof expectSame>[0]]>([
    ["untouched", () => {}],
    ["changed within a page", (write) => write(100, some(7, 1))],
    ["changed across pages", (write) => write(PAGE - 3, some(2 * PAGE, 2))],
    [
      "changed twice in one place",
      (write) => {
        write(10, some(50, 3));
        write(30, some(50, 4));
      },
    ],
    ["added to at its end", (write) => write(original.length, some(200_000, 5))],
    ["added to beyond its end", (write) => write(original.length + 3 * PAGE, some(5, 6))],
    ["cut short", (_, resize) => resize(PAGE + 5)],
    [
      "cut short and grown again",
      (write, resize) => {
        write(2 * PAGE, some(10, 7));
        resize(PAGE + 5);
        resize(4 * PAGE);
      },
    ],
  ])("is the file %s", (_, steps) => expectSame(steps));

  test("begins empty where there is none", () => expectSame((write) => write(70_000, some(9, 8)), null));

  test("holds under 300 random writes and cuts", async () => {
    const random = seeded(11);
    await expectSame((write, resize) => {
      for (let i = 0; i < 300; i++) {
        if (random.uniform() < 0.05) resize(Math.floor(random.uniform() * 5 * PAGE));
        else write(Math.floor(random.uniform() * 5 * PAGE), some(1 + Math.floor(random.uniform() * 90_000), i));
      }
    });
  });

  test("keeps in memory what changes and no more", () => {
    const overlay = new Overlay(source(original));
    overlay.read(new Uint8Array(original.length), 0, original.length, 0);
    overlay.write(some(10, 1), 0, 10, 5);
    overlay.write(some(10, 1), 0, 10, 2 * PAGE + 5);
    expect(overlay.changes().map(({ position, bytes }) => [position, bytes.length])).toEqual([
      [0, PAGE],
      [2 * PAGE, PAGE],
    ]);
  });
});

describe.skipIf(!hasCore)("the annotated file", () => {
  let fixtures: Record<string, string>;
  const { start } = useEngine();
  let engine: TestEngine;

  beforeAll(async () => {
    if (!hasCore) return;
    fixtures = await makeFixtures(scratch());
    engine = start();
    await engine.conductor.models.addNamed("tiny-random");
  });

  async function annotated(path: string, obs: ObsColumns = {}) {
    await engine.call("open", { source: { kind: "path", path } });
    await engine.call("analyze", options({ models: ["tiny-random"] }));
    const reply = await engine.call("annotate", { obs });
    return { ...reply, blob: patchedBlob(await openAsBlob(path), reply.size, reply.pages) };
  }

  test.each(["csr", "dense", "csc", "layer"])("of %s reads back with what the engine said", async (name) => {
    const { kind, blob, pages } = await annotated(fixtures[name]!, { hasAll: true });
    expect(kind).toBe("copy");
    const before = await openReader(source(readFileSync(fixtures[name]!)), noAssets, null);
    const after = await openReader(source(await bytesOf(blob)), noAssets, null);
    expect(after.columns.slice(0, before.columns.length)).toEqual(before.columns);
    expect(after.embeddings).toEqual([...before.embeddings, "X_phenolens_tiny_random"].sort());
    expect(await after.cellIds()).toEqual(await before.cellIds());
    for (const { path, cells } of before.matrices) expect(await after.block(path, 0, cells)).toEqual(await before.block(path, 0, cells));
    const scores = await engine.call("scores", { model: "tiny-random", phenotype: "sex" });
    const labels = await after.column("phenolens_tiny_random_sex");
    const probability = await after.column("phenolens_tiny_random_sex_probability");
    if (labels.kind === "number" || probability.kind !== "number") throw new Error("wrong kinds");
    const known = Array.from({ length: 60 }, (_, cell) => cell).filter((cell) => scores.top[cell * scores.k] !== 65_535);
    expect(known.length).toBeGreaterThan(30);
    for (const cell of known) {
      expect(labels.categories[labels.codes[cell]!]).toBe(["female", "male"][scores.top[cell * scores.k]!]);
      expect(probability.values[cell]).toBe(scores.probability[cell * scores.k]);
    }
    expect(pages.reduce((sum, page) => sum + page.bytes.length, 0)).toBeLessThan(statSync(fixtures[name]!).size + 400_000);
    before.close();
    after.close();
  });

  test("has in obs what stands for all, and the rest in one table of obsm", async () => {
    const scores = async () => engine.call("scores", { model: "tiny-random", phenotype: "cell_type" });
    const { blob } = await annotated(fixtures.csr!, { least: 0.3, colors: {} });
    const bytes = await bytesOf(blob);
    const after = await openReader(source(bytes), noAssets, null);
    const added = after.columns.map(({ name }) => name).filter((name) => name.startsWith("phenolens"));
    expect(added).toEqual(["", "_probability", "_entropy", "_known"].map((end) => `phenolens_cell_type${end}`));
    // A table of words and numbers is no place to put the cells.
    expect(after.embeddings).not.toContain("phenolens");
    const { top, probability, k } = await scores();
    const [label, known] = await Promise.all(["phenolens_cell_type", "phenolens_cell_type_known"].map((name) => after.column(name)));
    if (label?.kind !== "category" || known?.kind !== "category") throw new Error("wrong kinds");
    let sure = 0;
    for (let cell = 0; cell < label.codes.length; cell++) {
      const isSure = top[cell * k] !== 65_535 && probability[cell * k]! >= 0.3;
      sure += Number(isSure);
      expect(known.categories[known.codes[cell]!]).toBe(isSure ? label.categories[label.codes[cell]!] : "unknown");
    }
    expect(sure).toBeGreaterThan(0);
    expect(sure).toBeLessThan(label.codes.length);
    after.close();
  });

  test("has the names that groups were given, with terms, confidence, source and colours", async () => {
    const path = fixtures.csr!;
    const { cells } = await engine.call("open", { source: { kind: "path", path } });
    await engine.call("analyze", options({ models: ["tiny-random"] }));
    const groups = Array.from({ length: cells }, (_, cell) => (cell === 0 ? -1 : cell % 3));
    let mine = renameGroup(started(groups, ["0", "1", "2"]), "0", "B cell", "CL:0000236");
    mine = acceptName(mine, "1", { name: "B cell", ontologyId: "CL:0000236", source: "consensus", confidence: 0.75, mark: "named" });
    mine = markGroup(colorGroup(colorGroup(mine, "0", "#0000ff"), "2", "#ff0000"), "2", "doublet");
    const reply = await engine.call("annotate", { annotation: mine, names: { name: "mine", isCellxgene: false } });
    const blob = patchedBlob(await openAsBlob(path), reply.size, reply.pages);
    const after = await openReader(source(await bytesOf(blob)), noAssets, null);
    const words = async (name: string) => {
      const column = await after.column(name);
      if (column.kind === "number") return Array.from(column.values, (value) => (Number.isNaN(value) ? "" : String(value)));
      return Array.from(column.codes, (code) => column.categories[code] ?? "");
    };
    const each = (...of: string[]) => groups.map((group) => of[group] ?? "");
    expect(await words("mine")).toEqual(each("B cell", "B cell", "doublet"));
    expect(await words("mine_ontology_term_id")).toEqual(each("CL:0000236", "CL:0000236", ""));
    expect(await words("mine_confidence")).toEqual(each("", "0.75", ""));
    expect(await words("mine_source")).toEqual(each("user", "consensus", "user"));
    expect(await after.column("mine")).toMatchObject({ colors: ["#0000ff", "#ff0000"] });
    after.close();
    await expect(engine.call("annotate", { annotation: mine, names: { name: "donor", isCellxgene: false } })).rejects.toThrow(
      "has a column donor already",
    );
    const beside = await engine.call("annotate", { annotation: mine, names: { name: "mine", isCellxgene: true } });
    expect(beside.why).toMatch(/has cell_type already.*in mine_cell_type and mine_cell_type_ontology_term_id/);
  });

  test.each([
    ["formats/loom1.loom", "is a loom file", {}],
    ["formats/mudata.h5mu", "is a MuData file", {}],
    ["formats/seurat.h5seurat", "is a Seurat file", {}],
    ["zarr/v3-csr.zarr.zip", "is a zarr store", {}],
    ["formats/dense.h5ad", "has genes in rows", { isTransposed: true }],
  ])("of %s is written anew", async (name, says, reading) => {
    const path = join(root, "tests/fixtures", name);
    const { cells } = await engine.call("open", { source: { kind: "path", path }, reading });
    const mine = renameGroup(
      started(
        Array.from({ length: cells }, (_, cell) => cell % 2),
        ["0", "1"],
      ),
      "0",
      "B cell",
      "CL:0000236",
    );
    const reply = await engine.call("annotate", { annotation: mine, names: { name: "mine", isCellxgene: false } });
    expect(reply).toMatchObject({ kind: "copy", why: expect.stringMatching(new RegExp(`${says}.* written anew as AnnData`)) });
    const written = await bytesOf(patchedBlob(await openAsBlob(reply.path!), reply.size, reply.pages));
    const after = await openReader(source(written), noAssets, null);
    await opened(
      path,
      async (before) => {
        expect(await after.cellIds()).toEqual(await before.cellIds());
        expect(after.columns.map((column) => column.name)).toEqual(
          expect.arrayContaining([...before.columns.map((column) => column.name), "mine"]),
        );
        expect(await dense(after)).toEqual(await dense(before, before.matrices[0]!.path));
        expect((await after.geneIds("X")).ids).toEqual((await before.geneIds(before.matrices[0]!.path)).ids);
        // Groups of HDF5 list by name.
        expect(after.embeddings).toEqual(before.embeddings.toSorted());
      },
      reading,
    );
    after.close();
    await engine.call("close", {});
    expect(existsSync(reply.path!)).toBe(false);
  });

  test("is refused before any model has run", async () => {
    await engine.call("open", { source: { kind: "path", path: fixtures.csr! } });
    await expect(engine.call("annotate", {})).rejects.toMatchObject({ code: "bad-input", message: expect.stringContaining("csr.h5ad") });
  });
});
