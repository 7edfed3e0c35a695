import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import type { FileInfo } from "../../../../web/src/contract/types";
import type { Reader } from "../../../../web/src/engine/readers/reader";
import { root } from "../../../../scripts/lib/run.mjs";
import { openAnySource } from "../../../../web/src/engine/formats/any-source.node";
import { openNodeSource } from "../../../../web/src/engine/platform/sources.node";
import { openReader as openSource } from "../../../../web/src/engine/readers/open";
import { textOf } from "../../../../web/src/engine/readers/columns";
import { runToEnd } from "../../support/command-line";
import { dataFile, hasData, listFiles, openReader, scratch } from "../../support/data";
import { hasCore } from "../../support/engine";
import { dense, folderOf, opened } from "../../support/imported";

vi.setConfig({ testTimeout: 60_000 });

const described = async (reader: Reader) => ({ name: reader.name, fingerprint: (await reader.fingerprints()).fingerprint });

describe.skipIf(!hasCore || !hasData)("a 10x folder on the command line", () => {
  const folder = dataFile("raw_formats/soupx_mtx_v2/filtered");

  test("is what its converted file is, to the fingerprint, and opens by any of its three files", async () => {
    const out = join(scratch(), "made", "pbmc.h5ad");
    const ended = await runToEnd(["convert", folder, "--out", out]);
    expect([ended.status, ended.stderr]).toEqual([0, `phenolens: note: ${out} holds filtered: 62 cells x 226 features.\n`]);
    const found = await Promise.all([folder, join(folder, "genes.tsv"), out].map((path) => opened(path, described)));
    expect(found.map(({ fingerprint }) => fingerprint)).toEqual(Array(3).fill(found[2]!.fingerprint));
    expect(found.map(({ name }) => name)).toEqual(["filtered", "filtered", "pbmc.h5ad"]);
    const { stdout } = await runToEnd(["inspect", join(folder, "matrix.mtx")]);
    expect(stdout).toContain("filtered: 62 cells x 226 genes");
    expect(stdout).toContain(`fingerprint ${found[2]!.fingerprint}`);
    expect(stdout).toContain("Read from matrix.mtx, barcodes.tsv, genes.tsv.");
  });
});

const sample = (prefix: string, value: number) => ({
  [`${prefix}_matrix.mtx.gz`]: `%%MatrixMarket matrix coordinate integer general\n2 1 1\n2 1 ${value}\n`,
  [`${prefix}_barcodes.tsv.gz`]: `${prefix}-CELL\n`,
  [`${prefix}_genes.tsv.gz`]: "ENSG00000000003\tTSPAN6\nENSG00000000419\tDPM1\n",
});

describe.skipIf(!hasCore)("several samples in one folder", () => {
  const series = folderOf({ ...sample("GSM1_a", 3), ...sample("GSM2_b", 4) });

  test("become a file each, or one study; a reader of one file says how to give one", async () => {
    const out = join(scratch(), "series");
    expect((await runToEnd(["convert", series, "--out", out])).status).toBe(0);
    expect(listFiles(out)).toEqual(["GSM1_a.h5ad", "GSM2_b.h5ad"]);
    await expect(openReader(series)).rejects.toThrow(
      /holds 2 samples: give the matrix of one \(GSM1_a_matrix\.mtx\.gz, GSM2_b_matrix\.mtx\.gz\), or convert all/,
    );
    const study = JSON.parse((await runToEnd(["inspect", "--json", series])).stdout) as FileInfo;
    expect([study.cells, study.study!.samples.map((one) => one.sample)]).toEqual([2, ["GSM1_a", "GSM2_b"]]);
    await opened(join(series, "GSM2_b_matrix.mtx.gz"), async (reader) => {
      expect([reader.name, await reader.cellIds()]).toEqual(["GSM2_b", ["GSM2_b-CELL"]]);
      expect(await dense(reader)).toEqual([[0, 4]]);
    });
    const one = await runToEnd(["convert", series, "--out", join(scratch(), "one.h5ad")]);
    expect([one.status, one.stderr]).toEqual([1, expect.stringMatching(/2 samples were found \(GSM1_a, GSM2_b\): give a folder/)]);
  });
});

describe.skipIf(!hasCore)("an HDF5 file of another format", () => {
  const fixture = (name: string) => join(root, "tests/fixtures/formats", name);
  const contents = async (reader: Reader) => ({
    cells: await reader.cellIds(),
    genes: (await reader.geneIds(reader.matrices[0]!.path)).ids,
    values: await dense(reader),
    matrices: reader.matrices.map(({ path }) => path),
    columns: Object.fromEntries(
      await Promise.all(reader.columns.map(async ({ name }) => [name, textOf(await reader.column(name))] as const)),
    ),
    embeddings: Object.fromEntries(
      await Promise.all(reader.embeddings.map(async (name) => [name, await reader.wholeEmbedding(name)] as const)),
    ),
  });

  test.each([
    ["loom3.loom", [], {}],
    ["mudata.h5mu", ["--modality", "atac"], { part: "atac" }],
    ["seurat.h5seurat", [], {}],
    ["seurat.h5seurat", ["--assay", "ADT"], { part: "ADT" }],
  ])("%s is written as .h5ad with all that is read of it", async (name, options, reading) => {
    const out = join(scratch(), "made.h5ad");
    const ended = await runToEnd(["convert", fixture(name), ...options, "--out", out]);
    expect([ended.status, ended.stderr]).toEqual([0, expect.stringContaining(`${out} holds ${name.split(".")[0]}: `)]);
    const theirs = await openReader(fixture(name), reading);
    const ours = await openReader(out);
    expect(await contents(ours)).toEqual(await contents(theirs));
    ours.close();
    theirs.close();
  });

  test("an object of R is read by another assay in every command, and by lanes", async () => {
    const path = join(root, "tests/fixtures/rds/seurat4.rds");
    const info = async (...options: string[]) => JSON.parse((await runToEnd(["inspect", "--json", path, ...options])).stdout) as FileInfo;
    const [usual, other] = [await info(), await info("--assay", "ADT")];
    expect([usual.choice?.taken, other.choice?.taken, other.choice?.all]).toEqual(["RNA", "ADT", ["RNA", "ADT"]]);
    expect(usual.notices.map(({ message }) => message).join()).toMatch(/holds 2 assays: RNA, ADT\. RNA is read \(by its name\)/);
    expect(other.genes).not.toBe(usual.genes);
    const made = await openAnySource({ kind: "path", path }, undefined, { part: "ADT" });
    const ofLane = await openSource(await openNodeSource(made.shared!), async () => new Uint8Array(), null, { part: "ADT" });
    expect((await ofLane.geneIds("X")).ids).toHaveLength(other.genes);
    ofLane.close();
    made.close();
    const table = join(folderOf({ "a.csv": ",c1,c2\ng1,1,2\n" }), "a.csv");
    expect((await runToEnd(["inspect", table, "--assay", "ADT"])).stderr).toMatch(/a has no part named ADT: only \.h5mu/);
  });

  test("is never written over", async () => {
    const path = join(scratch(), "own.h5ad");
    await copyFile(fixture("plain.h5ad"), path);
    const ended = await runToEnd(["convert", path, "--out", path]);
    expect([ended.status, ended.stderr]).toEqual([1, expect.stringContaining("is what is converted. Choose another --out.")]);
  });
});
