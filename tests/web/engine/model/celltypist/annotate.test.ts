import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { loadCore, unwrap, withAnalysis } from "../../../../../web/src/engine/base/core";
import { addModel } from "../../../../../web/src/engine/model/core-models";
import { droppedModel } from "../../../../../web/src/engine/model/dropped";
import { ModelFolder } from "../../../../../web/src/engine/model/folder";
import { nodeEnvironment } from "../../../../../web/src/engine/platform/environment.node";
import { dataFile, hasData, MODELS, hasModels, openReader } from "../../../support/data";
import { hasCore, options, useEngine } from "../../../support/engine";
import { root } from "../../../../../scripts/lib/run.mjs";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

interface Expected {
  file: string;
  model: string;
  classes: string[];
  rows: number[];
  decisions: number[][];
  labels: number[];
  threshold: number;
  matched: string[];
  matchedCodes: number[];
  over?: string;
  minProp?: number;
  votes?: string[];
  voteCodes?: number[];
}

const cases = JSON.parse(readFileSync(join(root, "tests/web/expected/celltypist.json"), "utf8")) as Expected[];
const pickle = (path: string) => ({ [basename(path)]: new Blob([new Uint8Array(readFileSync(join(MODELS, path)))]) });
const openModel = async (path: string) =>
  ModelFolder.open(
    await droppedModel(
      nodeEnvironment(() => expect.unreachable()),
      pickle(path),
    ),
  );

const engines = useEngine();

describe.skipIf(!hasCore || !hasData || !hasModels)("a CellTypist model on real cells is what celltypist.annotate 1.7.1 says", () => {
  test.each(cases)("$model on $file: decision values within 1e-4", async ({ file, model, classes, rows, decisions }) => {
    const core = await loadCore(nodeEnvironment(() => expect.unreachable()));
    const read = await openModel(model);
    expect(read.manifest.heads[0]!.classes.map(({ label }) => label)).toEqual(classes);
    const reader = await openReader(dataFile(file));
    const [genesTsv, weights, genes] = [await read.text("genes"), await read.kept("weights"), await reader.geneIds("X")];
    const block = await reader.block("X", 0, reader.cells);
    const found = withAnalysis(core, (analysis) => {
      unwrap(
        analysis.set_genes({
          ids: genes.ids.join("\n"),
          alternatives: genes.alternatives.map(({ values }) => values.join("\n")),
          values: "counts",
        }),
      );
      const { handle } = addModel(analysis, { manifest: read.manifest, genesTsv, weights });
      if (block.layout === "dense") return expect.unreachable("these files are sparse");
      const { first, cells, genes: width, indptr, indices, values } = block;
      unwrap(analysis.load({ first, cells, genes: width, indptr, indices, values }));
      return unwrap(analysis.decisions(handle));
    });
    reader.close();
    rows.forEach((row, i) =>
      decisions[i]!.forEach((decision, code) => expect(Math.abs(found[row * classes.length + code]! - decision)).toBeLessThan(1e-4)),
    );
  });

  test.each(cases)("$model on $file: every label, every class above a threshold, and the vote of its clusters", async (expected) => {
    const engine = await engines.open(dataFile(expected.file));
    const { model } = await engine.call("addModel", { files: pickle(expected.model) });
    const report = await engine.call("analyze", options({ models: [model.name], threshold: expected.threshold }));
    expect(report.runs).toMatchObject([{ model: model.name, finished: true, backend: "core" }]);
    const rows = await engine.call("cells", { model: model.name, first: 0, count: expected.labels.length });
    expect(rows.map(({ heads: [head] }) => head!.labels[0])).toEqual(expected.labels.map((code) => expected.classes[code]));
    expect(rows.map(({ heads: [head] }) => head!.matched)).toEqual(expected.matchedCodes.map((code) => expected.matched[code]));
    if (!expected.over) return;
    await engine.call("analyze", options({ models: [model.name] }));
    await engine.call("majorityVote", {
      model: model.name,
      phenotype: "cell_type",
      over: { kind: "column", column: expected.over },
      minProp: expected.minProp!,
      seed: 1,
      lanes: 2,
    });
    const voted = await engine.call("cells", { model: model.name, first: 0, count: expected.labels.length });
    expect(voted.map(({ heads: [head] }) => head!.vote!.label)).toEqual(expected.voteCodes!.map((code) => expected.votes![code]));
  });
});
