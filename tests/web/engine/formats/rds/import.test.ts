import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "fflate";
import h5wasm, { type Dataset, type Group } from "h5wasm/node";
import { beforeAll, describe, expect, test } from "vitest";
import { root } from "../../../../../scripts/lib/run.mjs";
import type { AnalysisError } from "../../../../../web/src/contract/errors";
import { gathered } from "../../../../../web/src/engine/formats/named-bytes";
import { pathBytes } from "../../../../../web/src/engine/formats/named-bytes.node";
import { importRds, type RdsOptions } from "../../../../../web/src/engine/formats/rds/import";
import { unpacked } from "../../../../../web/src/engine/formats/rds/unpacked";
import type { Reader } from "../../../../../web/src/engine/readers/reader";
import { Overlay } from "../../../../../web/src/engine/writers/overlay";
import { hasCore } from "../../../support/engine";
import { folderOf, opened, textBytes, whole } from "../../../support/imported";
import { Xdr } from "./xdr";

const fixture = (name: string) => join(root, "tests/fixtures/rds", name);
const bytesOf = (name: string) => pathBytes(fixture(name), statSync(fixture(name)).size);

/** What R reads, written by tests/fixtures/rds.R. */
interface Expected {
  cells: string[];
  genes: string[];
  matrices: Record<string, { genes: number; cells: number; stored: number; sum: number; by_place: number }>;
  obs: Record<string, (string | number | boolean | null)[]>;
  embeddings: Record<string, { dims: number; sum: number; by_place: number }>;
  vars: Record<string, (string | number | null)[]>;
}
const EXPECTED = JSON.parse(readFileSync(new URL("../../../expected/rds.json", import.meta.url), "utf8")) as Record<string, Expected>;

type Look<T> = (reader: Reader, notes: string, vars: Expected["vars"]) => T | Promise<T>;

async function imported<T>(name: string, options: RdsOptions, look: Look<T>): Promise<T> {
  const out = new Overlay(null);
  const { notes } = await importRds(bytesOf(name), out, options);
  const path = join(folderOf({ "a.h5ad": whole(out) }), "a.h5ad");
  return opened(path, (reader) => look(reader, notes.join(" "), varsOf(path)));
}

/** The same words and missing values, and numbers to as many digits as R wrote. */
function sameColumn(found: readonly (string | number | null)[], expected: readonly (string | number | boolean | null)[]): void {
  const shown = expected.map((value) => (typeof value === "boolean" ? String(value).toUpperCase() : value));
  const inWords = (values: readonly unknown[]) =>
    values.map((value) => (typeof value === "number" ? (Number.isNaN(value) ? null : "number") : value));
  expect(inWords(found)).toEqual(inWords(shown));
  for (const [at, value] of shown.entries()) if (typeof value === "number") expect(found[at] as number).toBeCloseTo(value, 9);
}

/** The columns of var: as the library of HDF5 has them, categories by their names. */
function varsOf(path: string): Expected["vars"] {
  const file = new h5wasm.File(path, "r");
  try {
    const order = Array.from((file.get("var") as Group).attrs["column-order"]!.value as ArrayLike<unknown>).map(String);
    return Object.fromEntries(
      order.map((name): [string, Expected["vars"][string]] => {
        const column = file.get(`var/${name}`) as Group | Dataset;
        if (column instanceof h5wasm.Dataset) return [name, column.to_array() as (string | number)[]];
        const [codes, categories] = ["codes", "categories"].map((part) => (column.get(part) as Dataset).to_array() as unknown[]);
        return [name, codes!.map((code) => ((code as number) < 0 ? null : String(categories![code as number])))];
      }),
    );
  } finally {
    file.close();
  }
}

async function matrixOf(reader: Reader, path: string) {
  const block = await reader.block(path, 0, reader.cells);
  if (block.layout !== "csr") throw new Error("It is not sparse.");
  let [sum, byPlace, stored] = [0, 0, 0];
  for (let cell = 0; cell < reader.cells; cell++)
    for (let at = block.indptr[cell]!; at < block.indptr[cell + 1]!; at++) {
      sum += block.values[at]!;
      stored += block.values[at] === 0 ? 0 : 1;
      byPlace += block.values[at]! * ((cell % 97) + 1) * ((block.indices[at]! % 89) + 1);
    }
  return { sum, byPlace, stored };
}

async function columnOf(reader: Reader, name: string) {
  const column = await reader.column(name);
  if (column.kind === "number") return Array.from(column.values);
  return Array.from(column.codes, (code) => (code < 0 ? null : column.categories[code]!));
}

beforeAll(async () => void (await h5wasm.ready));

describe.skipIf(!hasCore)("objects of R, as R reads them", () => {
  const all = Object.entries(EXPECTED).flatMap(([name, expected]) => [
    [name, "kept", {}, expected] as const,
    // As vectors of a million elements are where there are more than fit into memory.
    [name, "read again", { mostKept: 0, shortest: 250 }, expected] as const,
  ]);
  test.each(all)("%s, vectors %s", async (title, how, options, expected) => {
    const [name, assay] = title.split(" ") as [string, string | undefined];
    const isPlaced = how === "read again" && /seurat2|dgTMatrix/.test(name);
    const run = imported(name, assay ? { ...options, assay } : options, async (reader, notes, vars) => {
      expect(await reader.cellIds()).toEqual(expected.cells);
      expect((await reader.geneIds("X")).ids).toEqual(expected.genes);
      expect(reader.matrices.map(({ path }) => path).toSorted()).toEqual(Object.keys(expected.matrices).toSorted());
      for (const [path, { stored, sum, by_place }] of Object.entries(expected.matrices)) {
        const found = await matrixOf(reader, path);
        expect(found.stored).toBe(stored);
        expect(found.sum / sum).toBeCloseTo(1, 6);
        expect(found.byPlace / by_place).toBeCloseTo(1, 6);
      }
      expect(reader.columns.map((column) => column.name)).toEqual(Object.keys(expected.obs));
      for (const [column, values] of Object.entries(expected.obs)) sameColumn(await columnOf(reader, column), values);
      expect(reader.embeddings.toSorted()).toEqual(Object.keys(expected.embeddings).toSorted());
      for (const [embedding, { dims, sum, by_place }] of Object.entries(expected.embeddings)) {
        const found = await reader.wholeEmbedding(embedding);
        expect(found.dims).toBe(dims);
        expect(found.values.reduce((a, b) => a + b, 0)).toBeCloseTo(sum, 3);
        expect(found.values.reduce((a, b, at) => a + b * (Math.floor(at / dims) + 1) * ((at % dims) + 1), 0)).toBeCloseTo(by_place, 2);
      }
      expect(notes).toContain(name);
      expect(Object.keys(vars)).toEqual(Object.keys(expected.vars));
      for (const [column, values] of Object.entries(expected.vars)) sameColumn(vars[column]!, values);
    });
    if (isPlaced) await expect(run).rejects.toThrow(/values that are (to be put in another order|not stored cell by cell)/);
    else await run;
  });

  test("unpacked and in small pieces it is the same", async () => {
    const bytes = new Uint8Array(readFileSync(fixture("sce.rds")));
    const [a, b] = [new Overlay(null), new Overlay(null)];
    await importRds(bytesOf("sce.rds"), a);
    await importRds(textBytes("sce.rds", gunzipSync(bytes), 3), b);
    expect(Buffer.compare(whole(a), whole(b))).toBe(0);
  });

  test("which assays there are is told, and a wrong one is refused", async () => {
    await imported("seurat4.rds", {}, (_, notes) => {
      expect(notes).toBe("seurat4.rds is a Seurat object of version 4.1.3.");
    });
    await imported("sce.rds", {}, (_, notes) => expect(notes).toContain("The main experiment is read; ADT beside it (--assay ADT)."));
    await expect(imported("seurat4.rds", { assay: "SCT" }, () => {})).rejects.toThrow('seurat4.rds has no assay "SCT": it has RNA, ADT.');
  });
});

describe("what xz and bzip2 have packed", () => {
  const bytes = async (name: string, change: (packed: Uint8Array) => Uint8Array = (packed) => packed) => {
    const packed = change(new Uint8Array(readFileSync(fixture(name))));
    return gathered(unpacked(textBytes(name, packed, 64)));
  };

  test.each(["xz.rds", "bzip2.rds"])("%s is read, and refused where it is cut or changed", async (name) => {
    const whole = await bytes(name);
    expect(String.fromCharCode(...whole.subarray(0, 2))).toBe("X\n");
    await imported(name, {}, async (reader) => expect([reader.cells, reader.genes]).toEqual([4, 12]));
    const { length } = readFileSync(fixture(name));
    for (let at = 8; at < length; at += 17) {
      await expect(bytes(name, (packed) => packed.slice(0, at))).rejects.toThrow(/is packed by (xz|bzip2) and cannot be unpacked/);
      const changed = await bytes(name, (packed) => packed.with(at, packed[at]! ^ 0x10)).catch((error: Error) => error);
      // What is changed beyond the data, such as an index of blocks, may do no harm.
      if (changed instanceof Error) expect(changed.message).toMatch(/is packed by (xz|bzip2) and cannot be unpacked/);
      else expect(changed).toEqual(whole);
    }
  });
});

describe("what is not read is named", () => {
  test.each([
    [
      "list.rds",
      /^list\.rds holds a list of 2 \(first, object\), .* In R, one of it: x <- readRDS\("list\.rds"\)\[\["object"\]\]; saveRDS\(/,
    ],
    ["frame.rds", /^frame\.rds holds a data\.frame of 2 columns, .*write\.csv/],
    ["function.rds", /^function\.rds holds a function, /],
    [
      "delayed.rds",
      /the assay counts is a DelayedMatrix of DelayedArray, whose values .* assay\(x, "counts"\) <- as\(assay\(x, .*"dgCMatrix"\)/,
    ],
    [
      "bpcells.rds",
      /the layer counts of the assay RNA is a matrix of BPCells \(MatrixDir\).* x\[\["RNA"\]\]\$counts <- as\(x\[\["RNA"\]\]\$counts, "dgC/,
    ],
    ["text.rds", /is written as text/],
    [
      "two.RData",
      /^two\.RData holds 3 objects \(one: an object of class SingleCellExperiment; other: .*\), more than one with cells\. In R: load/,
    ],
  ])("%s", async (name, words) => {
    const error = await importRds(bytesOf(name), new Overlay(null)).catch((failure: unknown) => failure as AnalysisError);
    expect((error as AnalysisError).name).toBe("AnalysisError");
    expect((error as AnalysisError).message).toMatch(words);
  });
});

describe("a length is believed as far as its bytes are there", () => {
  const refusal = (bytes: Uint8Array) =>
    importRds(textBytes("a.rds", bytes, 1000), new Overlay(null)).catch((error: unknown) => error as Error);

  test.each([
    ["real numbers", 14],
    ["whole numbers", 13],
    ["a list", 19],
    ["raw bytes", 24],
  ])("%s of 2^47 elements in 40 bytes", async (_, type) => {
    const before = process.memoryUsage();
    const error = await refusal(
      new Xdr()
        .int(type)
        .int(-1, 1 << 15, 0)
        .int(0, 0)
        .bytes(),
    );
    expect((error as Error).message).toMatch(/^a\.rds is damaged: it ends early/);
    const after = process.memoryUsage();
    expect(after.arrayBuffers + after.heapTotal - before.arrayBuffers - before.heapTotal).toBeLessThan(50e6);
  });

  test("a run of numbers, which has no bytes, is refused by what it would take", async () => {
    const run = new Xdr()
      .int(238)
      .int(2 | 1024)
      .symbol("tag")
      .symbol("compact_intseq")
      .int(254);
    const error = await refusal(
      run
        .int(14, 3)
        .real(2 ** 39, 1, 1)
        .int(254)
        .bytes(),
    );
    expect((error as Error).message).toMatch(/more than 1500 MB of names and annotations/);
  });

  test("objects nested 19,000 deep are read, deeper ones refused", async () => {
    const nested = (levels: number) => {
      const bytes = new Xdr();
      for (let level = 0; level < levels; level++) bytes.int(19, 1);
      return bytes.int(254).bytes();
    };
    expect(((await refusal(nested(19_000))) as Error).message).toMatch(/holds a list of 1/);
    expect(((await refusal(nested(30_000))) as Error).message).toMatch(/more than 20000 deep/);
  });
});
