import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { root } from "../../../scripts/lib/run.mjs";
import { makeFixtures } from "../../fixtures/make.mjs";
import { listFiles, scratch } from "../support/data";
import type { FileInfo } from "../../../web/src/contract/types";
import { runToEnd } from "../support/command-line";
import { hasCore } from "../support/engine";

// Every run starts a process whose threads compile ONNX Runtime.
vi.setConfig({ testTimeout: 400_000, hookTimeout: 60_000 });

let fixtures: Record<string, string>;
let out: string;

const phenolens = (...words: string[]) => runToEnd(words);

beforeAll(async () => {
  if (!hasCore) return;
  fixtures = await makeFixtures(scratch());
  out = scratch();
});

describe.skipIf(!hasCore)("the command line", () => {
  test("inspect says what a file holds, for people and for programs", async () => {
    const text = await phenolens("inspect", fixtures.layer!);
    expect([text.status, text.stderr]).toEqual([0, ""]);
    expect(text.stdout).toContain("Taken: layers/counts.");
    const json = await phenolens("inspect", fixtures.layer!, "--json");
    expect(JSON.parse(json.stdout)).toMatchObject({ cells: 60, matrix: "layers/counts", embeddings: ["X_umap"] });
  });

  test("models says what each class was learned from, for people and for programs", async () => {
    const text = await phenolens("models", "linear-atlas");
    expect([text.status, text.stderr]).toEqual([0, ""]);
    expect(text.stdout).toMatch(
      /cell_type, \d+ classes: \d+ learned from real cells, mostly of blood and pancreas; \d+ from profiles only/,
    );
    expect(text.stdout).toContain("    hepatocyte (CL:0000182): profiles only\n");
    const json = await phenolens("models", "tiny-random", "--json");
    expect(JSON.parse(json.stdout)).toMatchObject([{ name: "tiny-random", heads: [{ phenotype: "cell_type" }, {}, {}] }]);
    expect(json.stdout).not.toContain("realCells");
  });

  test("analyze writes cells.csv, metrics.json and summary.json", async () => {
    const folder = join(out, "a");
    const { status, stderr } = await phenolens(
      "analyze",
      fixtures.csr!,
      "--model",
      "tiny-random",
      "--labels",
      "cell_type",
      "--group",
      "donor",
      "--out",
      folder,
      "--lanes",
      "2",
    );
    expect(status).toBe(0);
    const notes = stderr.trimEnd().split("\n");
    expect(notes[0]).toMatch(/^phenolens: note: The file measures \d+ of Tiny random/);
    // Random weights: every other line says which head is not to be relied on.
    expect(notes[1]).toMatch(/^phenolens: note: No gene of a ribosomal protein was found/);
    const ofGroups = notes.filter((note) => note.startsWith("phenolens: note: tiny-random, clusters "));
    const ofSamples = "phenolens: note: 6 cells of no sample (no value in donor) are in no HEAD_by_sample.csv.";
    expect(notes).toContain(ofSamples);
    const ofHeads = notes.slice(2).filter((note) => note !== ofSamples && !ofGroups.includes(note));
    for (const note of ofHeads) expect(note).toMatch(/^phenolens: note: tiny-random, \w+: do not rely on these labels\. /);
    const { trust } = JSON.parse(readFileSync(join(folder, "summary.json"), "utf8")) as {
      trust: { model: string; head: string; light: string }[];
    };
    expect(trust.map(({ head }) => head)).toContain("cell_type");
    expect(trust.filter(({ light }) => light === "red")).toHaveLength(ofHeads.length);
    expect(listFiles(folder)).toEqual([
      "sex.csv",
      "summary.json",
      "tiny-random",
      "tiny-random/cell_type_by_sample.csv",
      "tiny-random/cells.csv",
      "tiny-random/groups.csv",
      "tiny-random/metrics.json",
      "tiny-random/sex_by_sample.csv",
      "tiny-random/tissue_by_sample.csv",
    ]);
    const groups = readFileSync(join(folder, "tiny-random/groups.csv"), "utf8").trim().split("\n");
    expect(groups[0]).toMatch(/^clusters,cells,donors,label,.*,reasons$/);
    const summed = JSON.parse(readFileSync(join(folder, "summary.json"), "utf8")).groups;
    expect(summed).toMatchObject([{ model: "tiny-random", head: "cell_type", by: "clusters" }]);
    expect(summed[0].groups).toHaveLength(groups.length - 1);
    expect(summed[0].groups.filter(({ light }: { light: string }) => light === "red")).toHaveLength(ofGroups.length);
    const lines = readFileSync(join(folder, "tiny-random/cells.csv"), "utf8").trim().split("\n");
    expect(lines[0]).toBe(
      [
        "cell_id",
        "cell_type_label,cell_type_probability,cell_type_entropy,cell_type_entropy_norm,cell_type_top2_label,cell_type_top2_probability",
        "cell_type_top3_label,cell_type_top3_probability,cell_type_top4_label,cell_type_top4_probability,cell_type_known",
        "tissue_label,tissue_probability,tissue_entropy,tissue_entropy_norm,tissue_top2_label,tissue_top2_probability,tissue_known",
        "sex_label,sex_probability,sex_entropy,sex_entropy_norm,sex_top2_label,sex_top2_probability,sex_known",
        "sex,sex_of_cell,xist_counts,y_counts",
      ].join(","),
    );
    expect(lines).toHaveLength(61);
    expect(lines.slice(1).map((line) => line.split(",")[0])).toEqual(Array.from({ length: 60 }, (_, cell) => `cell-${cell}`));
    const metrics = JSON.parse(readFileSync(join(folder, "tiny-random/metrics.json"), "utf8"));
    expect(metrics).toMatchObject({
      model: "tiny-random",
      evaluations: [{ column: "cell_type", metrics: { cells: 20, unmatchedCells: 40 } }],
    });
    expect(metrics.groups.map((group: { group: string; cells: number }) => [group.group, group.cells])).toEqual([
      ["donor 0", 24],
      ["donor 1", 30],
    ]);
    const summary = JSON.parse(readFileSync(join(folder, "summary.json"), "utf8"));
    expect(summary).toMatchObject({
      file: { name: "csr.h5ad", cells: 60 },
      matrix: { path: "X" },
      models: [{ name: "tiny-random", run: { backend: "wasm", finished: true } }],
    });
    expect(summary.file.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(summary.models[0].sha256.predict).toMatch(/^[0-9a-f]{64}$/);
  });

  test("evaluate writes a report that stands alone, metrics.json and summary.json; matches by hand are kept and read again", async () => {
    const folder = join(out, "trust");
    const hands = join(out, "matches.json");
    writeFileSync(hands, JSON.stringify({ cell_type: { "no such cell": "astrocyte", "B cell": null } }));
    const asked = [fixtures.csr!, "--model", "tiny-random", "--labels", "cell_type", "--over", "depth", "--over", "donor", "--quiet"];
    expect(await phenolens("evaluate", ...asked, "--matches", hands, "--out", folder)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("which is no class of cell_type"),
    });
    writeFileSync(hands, JSON.stringify({ cell_type: { "no such cell": "B cell" } }));
    expect(await phenolens("evaluate", ...asked, "--matches", hands, "--out", folder)).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(listFiles(folder)).toEqual(["metrics.json", "report.html", "summary.json"]);
    const metrics = JSON.parse(readFileSync(join(folder, "metrics.json"), "utf8"));
    expect(metrics).toMatchObject({
      byHand: { cell_type: { "no such cell": "B cell" } },
      file: { cells: 60 },
      options: { donors: "donor" },
      evaluations: [{ donors: "donor", units: 2, metrics: [{ model: "tiny-random", cells: 40 }] }],
    });
    expect(metrics.landscapes.map(({ by }: { by: string }) => by)).toEqual(["depth", "donor"]);
    const html = readFileSync(join(folder, "report.html"), "utf8");
    expect(html.match(/<svg/g)!.length).toBeGreaterThan(6);
    expect(html).toContain(metrics.file.fingerprint);
    // The checks and sex by counted genes, as in metrics.json.
    expect(metrics.trust.length).toBeGreaterThan(0);
    for (const { lights } of metrics.trust)
      for (const { says } of lights) expect(html).toContain(says.replaceAll("&", "&amp;").replaceAll("<", "&lt;"));
    expect(html).toContain("<h2>Sex by counted genes</h2>");
    expect(metrics.sex.units.length).toBeGreaterThan(0);
    // Nothing is asked of anywhere: no script, no link but the names of namespaces.
    expect(html.replaceAll("http://www.w3.org/2000/svg", "")).not.toMatch(/<script|https?:|<img|@import|url\(/);
    // The same again from its own metrics.json.
    await phenolens("evaluate", ...asked, "--matches", join(folder, "metrics.json"), "--out", join(out, "again"));
    expect(JSON.parse(readFileSync(join(out, "again/metrics.json"), "utf8")).evaluations).toEqual(metrics.evaluations);
    expect(await phenolens("evaluate", fixtures.csr!, "--out", folder)).toMatchObject({ status: 2 });
  });

  test("analyze --save-h5ad writes a copy of the file with the predictions added", async () => {
    const folder = join(out, "saved");
    const { status, stderr } = await phenolens(
      "analyze",
      fixtures.layer!,
      "--model",
      "tiny-random",
      "--save-h5ad",
      "--out",
      folder,
      "--quiet",
    );
    expect([status, stderr]).toEqual([0, ""]);
    expect(listFiles(folder)).toContain("annotated.h5ad");
    const { columns, embeddings, matrices } = JSON.parse(
      (await phenolens("inspect", join(folder, "annotated.h5ad"), "--json")).stdout,
    ) as FileInfo;
    expect(columns.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        "cell_type",
        "phenolens_cell_type",
        "phenolens_cell_type_probability",
        "phenolens_cell_type_entropy",
        "phenolens_cell_type_known",
      ]),
    );
    expect(embeddings).toEqual(["X_phenolens_tiny_random", "X_phenolens_tiny_random_umap", "X_phenolens_umap", "X_umap"]);
    expect(matrices).toEqual((JSON.parse((await phenolens("inspect", fixtures.layer!, "--json")).stdout) as FileInfo).matrices);
  });

  test("select --prune writes rankings, what they are worth, and what taking genes away does", async () => {
    const folder = join(out, "select");
    const { status, stderr } = await phenolens(
      "select",
      fixtures.csr!,
      "--labels",
      "cell_type",
      "--folds",
      "2",
      "--prune",
      "linear-atlas",
      "--prune-cells",
      "10",
      "--out",
      folder,
      "--quiet",
    );
    expect([status, stderr]).toEqual([0, expect.stringMatching(/^(phenolens: note: [^\n]+\n)*$/)]);
    expect(listFiles(folder)).toEqual(["selection-pruning.csv", "selection-worth.csv", "selection.csv", "summary.json"]);
    const lines = readFileSync(join(folder, "selection-pruning.csv"), "utf8").trim().split("\n");
    expect(lines[0]).toMatch(/^model,order,share_of_genes,gap,gap_low,gap_high,same_class,area/);
    expect(new Set(lines.slice(1).map((line) => line.split(",")[1]))).toEqual(
      new Set([
        "each cell's own order",
        "its reverse",
        "each cell's genes for the class",
        "the group's order",
        "anova",
        "rank-sum",
        "mutual-information",
        "variance",
        "seurat",
        "seurat_v3",
        "weights",
        "attribution",
        "chance",
      ]),
    );
  });

  test("enrich --method aucell scores every cell by sets of genes", async () => {
    const folder = join(out, "sets");
    const symbols = readFileSync(join(root, "models/released/linear-atlas/genes.tsv"), "utf8")
      .split("\n")
      .slice(1, 40)
      .map((line) => line.split("\t")[0]!);
    const file = join(out, "own.gmt");
    writeFileSync(file, `one\tx\t${symbols.join("\t")}\nnone\tx\tnothing\n`);
    const { status, stderr } = await phenolens(
      "enrich",
      fixtures.csr!,
      "--method",
      "aucell",
      "--sets",
      file,
      "--group",
      "donor",
      "--min-size",
      "1",
      "--out",
      folder,
      "--quiet",
    );
    expect([status, stderr]).toEqual([0, ""]);
    expect(listFiles(folder)).toEqual(["enrichment.csv", "set-scores.csv", "summary.json"]);
    const lines = readFileSync(join(folder, "set-scores.csv"), "utf8").trim().split("\n");
    expect(lines[0]).toBe("cell_id,one");
    expect(lines).toHaveLength(61);
  });

  test("context writes what a model makes of one gene in cells of different kinds", async () => {
    const folder = join(out, "context");
    const namesOf = (model: string) =>
      readFileSync(join(root, `models/released/${model}/genes.tsv`), "utf8")
        .split("\n")
        .slice(1)
        .map((line) => line.split("\t")[0]!);
    // Genes that the fixtures have and the model reads; some are in too few cells.
    const genes = namesOf("linear-atlas")
      .slice(0, 1500)
      .filter((name) => name && namesOf("tiny-random").includes(name))
      .slice(0, 8);
    const tried: { status: number; stderr: string }[] = [];
    for (const gene of genes)
      if (tried.at(-1)?.status !== 0)
        tried.push(
          await phenolens(
            "context",
            fixtures.csr!,
            "--gene",
            gene,
            "--model",
            "tiny-random",
            "--group",
            "donor",
            "--out",
            folder,
            "--quiet",
          ),
        );
    expect(tried.at(-1)).toMatchObject({ status: 0, stderr: "" });
    for (const { stderr } of tried.slice(0, -1)) expect(stderr).toMatch(/^phenolens: bad-input: .* (is read in|reads) /);
    expect(listFiles(folder)).toEqual([
      "gene-context-map.csv",
      "gene-context-nearest.csv",
      "gene-context-spread.csv",
      "gene-context.csv",
      "summary.json",
    ]);
    expect(await phenolens("context", fixtures.csr!, "--out", folder)).toMatchObject({ status: 2 });
  });

  test("analyze replaces its own earlier results, and nothing else", async () => {
    const words = ["analyze", fixtures.csr!, "--model", "tiny-random", "--out"];
    expect((await phenolens(...words, join(out, "a"))).status).toBe(0);
    const refused = await phenolens(...words, join(root, "tests/web"));
    expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining("already holds other files") });
  });

  test.each([
    ["text", /^phenolens: bad-file: text\.h5ad is not an HDF5 file\. [^\n]+\n$/],
    ["mouse-symbols", /^phenolens: bad-input: [^\n]+human[^\n]+\n$/],
    ["bad-indptr", /^phenolens: bad-file: X\/indptr [^\n]+\n$/],
  ])("a failure is one sentence and leaves nothing behind: %s", async (name, words) => {
    const folder = join(out, "failed");
    const { status, stdout, stderr } = await phenolens("analyze", fixtures[name]!, "--model", "tiny-random", "--out", folder);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(words);
    expect(listFiles(out).filter((file) => file.includes("failed"))).toEqual([]);
  });

  test("a column that is not there is named before anything is computed", async () => {
    const { status, stderr } = await phenolens(
      "analyze",
      fixtures.csr!,
      "--model",
      "tiny-random",
      "--labels",
      "nothing",
      "--out",
      join(out, "failed"),
    );
    expect([status, stderr]).toEqual([
      1,
      "phenolens: bad-input: obs of csr.h5ad has no column named nothing; it has cell_type, donor, depth.\n",
    ]);
  });

  test("wrong usage is status 2", async () => {
    expect(await phenolens("analyze")).toMatchObject({ status: 2, stdout: "", stderr: expect.stringMatching(/^phenolens: usage: /) });
  });
});
