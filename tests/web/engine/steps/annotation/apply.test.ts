import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Annotation } from "../../../../../web/src/contract/annotation";
import { groupsOfAnnotation } from "../../../../../web/src/contract/annotation-cells";
import { mergeGroups, renameGroup, splitGroupBy, withoutCells } from "../../../../../web/src/contract/annotation-edits";
import { fromBase64, packCodes, toBase64 } from "../../../../../web/src/contract/packed-codes";
import { writeH5ad } from "../../../../../scripts/lib/write-h5ad.mjs";
import { dataFile, hasData, scratch } from "../../../support/data";
import { hasCore, useEngine, type TestEngine } from "../../../support/engine";

const STUDY = "labelled/kang_ctrl8684_2511g_counts.h5ad";
/** Other donors of the same study, and some of the same cells on other genes. */
const OTHER = "labelled/kang_harmony_counts.h5ad";
const PBMC = "labelled/pbmc3k_counts.h5ad";
const step = { matrix: "X", mask: null, lanes: 2 };

async function clustered(engine: TestEngine): Promise<void> {
  await engine.call("variableGenes", { ...step, flavour: "seurat_v3", top: 1000, column: null });
  await engine.call("surveyComponents", { ...step, genes: null, scale: "log1p", components: 30 });
  await engine.call("surveyNeighbors", { matrix: "X", of: { kind: "components" }, mask: null, k: 15, seed: 1, lanes: 2 });
  await engine.call("surveyClusters", { resolution: 0.5, seed: 1 });
}

/** Barcodes in the other order. */
const reversed = (barcodes: string) => toBase64(new Uint8Array(new Uint32Array(fromBase64(barcodes).buffer).toReversed().buffer));

describe.skipIf(!hasCore || !hasData)("names applied to another file", () => {
  const engines = useEngine();
  let saved: Annotation;
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await engines.open(dataFile(STUDY));
    let annotation = await engine.call("startAnnotation", { matrix: "X", by: { kind: "column", column: "cell_type" } });
    for (const { id } of annotation.groups) annotation = renameGroup(annotation, id, `my ${id}`);
    saved = await engine.call("savedAnnotation", { annotation, matrix: "X", lanes: 2 });
  }, 60_000);

  test("the same file gets exactly what was saved, merged and split groups too", async () => {
    const [first, second, third] = saved.groups.map(({ id }) => id) as [string, string, string];
    const { codes } = groupsOfAnnotation(saved);
    const halves = codes.map((code, cell) => (code === 2 ? cell % 2 : -1));
    const edited = splitGroupBy(mergeGroups(saved, [first, second]), third, halves, { kind: "lasso" });
    const json = JSON.parse(JSON.stringify(edited)) as Annotation;
    const { annotation, how, unused } = await engine.call("applyAnnotation", { annotation: json, matrix: "X", lanes: 2 });
    expect(how).toBe("same file");
    expect(unused).toEqual([]);
    expect(annotation).toEqual(edited);
  });

  test("the same cells in another order and file get their groups by barcode", async () => {
    // A file of another fingerprint, whose cells come the other way round.
    const other = { ...saved, file: { ...saved.file, fingerprint: "another" } };
    const { codes } = groupsOfAnnotation(saved);
    const barcodes = reversed(saved.reference!.barcodes);
    const turned = { ...other, codes: packCodes(codes.toReversed()), reference: { ...saved.reference!, barcodes } };
    const applied = await engine.call("applyAnnotation", { annotation: turned, matrix: "X", lanes: 2 });
    expect(applied.how).toBe("barcodes");
    const found = groupsOfAnnotation(applied.annotation);
    const without = found.codes.filter((code) => code < 0).length;
    // Barcodes that two cells share tell nothing, and are counted.
    expect(without).toBeLessThan(0.1 * codes.length);
    if (without > 0) expect(applied.notes.join(" ")).toContain(`${without.toLocaleString("en")} of`);
    found.codes.forEach((code, cell) => {
      if (code >= 0) expect(applied.annotation.groups[code]!.id).toBe(saved.groups[codes[cell]!]!.id);
    });
    // With other barcodes it is not the same cells.
    const strange = { ...other, reference: { ...saved.reference!, barcodes: toBase64(new Uint8Array(codes.length * 4)) } };
    expect((await engine.call("applyAnnotation", { annotation: strange, matrix: "X", lanes: 2 })).how).toBe("names");
  });

  test("one group of all cells, and a group of one cell, can be saved", async () => {
    const cells = Int32Array.from({ length: saved.file.cells }, (_, cell) => Number(cell === 7));
    for (const codes of [cells, new Int32Array(cells.length)]) {
      const groups = [0, 1].map((code) => ({
        name: `g${code}`,
        cells: Uint32Array.from(codes.keys()).filter((cell) => codes[cell] === code),
      }));
      const by = { kind: "cells", groups: groups.filter((group) => group.cells.length > 0) } as const;
      const annotation = await engine.call("startAnnotation", { matrix: "X", by });
      const { reference } = await engine.call("savedAnnotation", { annotation, matrix: "X", lanes: 2 });
      expect(reference!.groups).toEqual(annotation.groups.map(({ id }) => id));
    }
  });

  test("of the same column without cells, groups go by their names", async () => {
    const { annotation, how, notes } = await engine.call("applyAnnotation", { annotation: withoutCells(saved), matrix: "X", lanes: 2 });
    expect(how).toBe("names");
    expect(notes).toEqual([]);
    expect(annotation.groups.map(({ id, name }) => [id, name])).toEqual(saved.groups.map(({ id, name }) => [id, name]));
    expect(groupsOfAnnotation(annotation).codes).toEqual(groupsOfAnnotation(saved).codes);
  });

  test("clusters of other donors get the names of the groups they are like; what is like none stays unnamed", async () => {
    const other = await engines.open(dataFile(OTHER));
    await clustered(other);
    const column = await other.call("column", { name: "cell_type" });
    if (column.kind === "number") throw new Error("Labels are words.");
    const applied = await other.call("applyAnnotation", { annotation: saved, matrix: "X", by: { kind: "clusters" }, lanes: 2 });
    expect(applied.how).toBe("nearest");
    expect(applied.notes[0]).toMatch(/look at each name/);
    const { codes } = groupsOfAnnotation(applied.annotation);
    let [right, told, unnamed] = [0, 0, 0];
    applied.annotation.groups.forEach(({ name, isAccepted, confidence }, group) => {
      expect(isAccepted).toBe(false);
      expect(confidence).toBeNull();
      codes.forEach((code, cell) => {
        const label = column.categories[column.codes[cell]!]!;
        if (code !== group || !saved.groups.some(({ id }) => id === label)) return;
        if (name === "") return void unnamed++;
        told++;
        if (name === `my ${label}`) right++;
      });
    });
    expect(told).toBeGreaterThan(700);
    expect(right / told).toBeGreaterThan(0.9);
  }, 30_000);

  test("a type that the annotation lacks does not get the name of its nearest relative", async () => {
    const from = await engines.open(dataFile(PBMC));
    const column = await from.call("column", { name: "cell_type" });
    if (column.kind === "number") throw new Error("Labels are words.");
    const { codes, categories } = column;
    const cellsOf = (name: string) => Uint32Array.from(codes.keys()).filter((cell) => categories[codes[cell]!] === name);
    const groups = categories.filter((name) => name !== "NK").map((name) => ({ name, cells: cellsOf(name) }));
    let given = await from.call("startAnnotation", { matrix: "X", by: { kind: "cells", groups } });
    for (const { id } of given.groups) given = renameGroup(given, id, id);
    given = await from.call("savedAnnotation", { annotation: given, matrix: "X", lanes: 2 });
    const other = await engines.open(dataFile(OTHER));
    const by = { kind: "column", column: "cell_type" } as const;
    const applied = await other.call("applyAnnotation", { annotation: given, matrix: "X", by, lanes: 2 });
    const nameOf = new Map(applied.annotation.groups.map(({ id, name }) => [id, name]));
    expect(nameOf.get("CD8 T cells")).toBe("CD8 T");
    expect(nameOf.get("NK cells")).toBe("");
    expect(applied.notes.join(" ")).toContain("NK cells is most like CD8 T");
  }, 30_000);

  test("rows' numbers are no barcodes: another file has the same", async () => {
    const rows = (base: number) => {
      const path = join(scratch(), `rows-${base}.h5ad`);
      const values = Float32Array.from({ length: 40 * 12 }, (_, i) => ((i % 12) + Math.floor(i / 12) * base) % 7);
      const group = Array.from({ length: 40 }, (_, cell) => (cell % 2 ? "odd" : "even"));
      const obs = { index: Array.from({ length: 40 }, (_, cell) => `${cell}`), columns: { [`group${base}`]: group } };
      return writeH5ad(path, { X: { values }, obs, var: { index: Array.from({ length: 12 }, (_, gene) => `GENE${gene}`) } }).then(
        () => path,
      );
    };
    const from = await engines.open(await rows(3));
    const started = await from.call("startAnnotation", { matrix: "X", by: { kind: "column", column: "group3" } });
    const given = await from.call("savedAnnotation", { annotation: started, matrix: "X", lanes: 1 });
    const other = await engines.open(await rows(5));
    const by = { kind: "column", column: "group5" } as const;
    const how = await other.call("applyAnnotation", { annotation: given, matrix: "X", by, lanes: 1 }).then(
      (applied) => applied.how,
      (error: Error) => error.message,
    );
    expect(how).not.toBe("barcodes");
  });

  test("a file of other groups and without the genes, or an annotation that holds nothing to match by, says so", async () => {
    const other = await engines.open(dataFile(PBMC));
    const by = { kind: "column", column: "cell_type" } as const;
    await expect(other.call("applyAnnotation", { annotation: { ...saved, reference: null }, matrix: "X", by, lanes: 2 })).rejects.toThrow(
      /neither its cells' barcodes/,
    );
    const applied = await other.call("applyAnnotation", { annotation: saved, matrix: "X", by, lanes: 2 });
    expect(applied.how).toBe("nearest");
    const nameOf = new Map(applied.annotation.groups.map(({ id, name }) => [id, name]));
    expect(nameOf.get("B")).toBe("my B cells");
    expect(nameOf.get("Platelet")).toBe("");
    expect(applied.notes.join(" ")).toMatch(/Platelet is .*not named/);
  }, 30_000);
});
