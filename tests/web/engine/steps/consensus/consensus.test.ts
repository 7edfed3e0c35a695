import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { root } from "../../../../../scripts/lib/run.mjs";
import { Ontology } from "../../../../../web/src/engine/steps/trust/is-a";
import { dataFile, hasData } from "../../../support/data";
import { hasCore, options, useEngine } from "../../../support/engine";

vi.setConfig({ testTimeout: 120_000 });
const { start } = useEngine();
const MODELS = ["linear-atlas", "projection-atlas"];
const ask = { phenotype: "cell_type", models: MODELS };

describe.skipIf(!hasCore || !hasData)("what two models agree on", () => {
  test("is what labels and the ontology give cell by cell, for clusters too, and follows a term chosen by hand", async () => {
    const engine = start();
    for (const model of MODELS) await engine.conductor.models.addNamed(model);
    await engine.call("open", { source: { kind: "path", path: dataFile("labelled/kang_harmony_counts.h5ad") } });
    await engine.call("analyze", options({ models: MODELS }));
    const found = await engine.call("consensus", ask);
    const ontology = new Ontology(readFileSync(join(root, "web/public/ontology/terms.tsv"), "utf8"));
    const infos = engine.conductor.models.infos();
    const scores = await Promise.all(MODELS.map((model) => engine.call("scores", { model, phenotype: "cell_type" })));
    const heads = MODELS.map((model) =>
      infos.find(({ name }) => name === model)!.heads.find(({ phenotype }) => phenotype === "cell_type")!,
    );
    let agreed = 0;
    const cells = found.codes.length;
    for (let cell = 0; cell < cells; cell++) {
      const [first, second] = scores.map(({ top, k }, i) => heads[i]!.classes[top[cell * k]!]!.ontologyId);
      const term = found.terms[found.codes[cell]!]?.id;
      if (first === second) {
        agreed++;
        expect([term, found.share[cell]]).toEqual([first, 1]);
      } else if (term) expect([ontology.isA(first!, term), ontology.isA(second!, term), found.share[cell]]).toEqual([true, true, 1]);
    }
    expect(found.cells).toBe(cells);
    expect(found.all).toBeCloseTo(agreed / cells, 9);
    expect(agreed / cells).toBeGreaterThan(0.8);
    expect(found.terms.reduce((sum, one) => sum + one.cells, 0)).toBe(found.codes.filter((code) => code >= 0).length);
    const column = await engine.call("column", { name: "cell_type" });
    if (column.kind === "number") throw new Error("cell_type is a category");
    const groups = await engine.call("consensusGroups", { ...ask, labels: column.categories, codes: column.codes });
    const named = Object.fromEntries(groups.map(({ group, name }) => [group, name]));
    expect(named).toMatchObject({ "B cells": "B cell", "NK cells": "natural killer cell", "CD14+ Monocytes": "classical monocyte" });
    const b = groups.find(({ group }) => group === "B cells")!;
    expect([b.share > 0.9, b.models > 0.9, b.cells]).toEqual([true, true, 119]);
    // What the page sorts classes into families by.
    const above = await engine.call("termsAbove", { ids: ["CL:0000236", "", "CL:none"] });
    expect(above.map((one) => [one.includes("CL:0000236"), one.includes("CL:0000542")])).toEqual([
      [true, true],
      [false, false],
      [false, false],
    ]);
    // B cells of one model called T cells by hand: what both agree on becomes the lymphocyte.
    await engine.call("setClassTerm", { model: MODELS[0]!, phenotype: "cell_type", label: "B cell", term: "T cell" });
    const other = await engine.call("consensusGroups", { ...ask, labels: column.categories, codes: column.codes });
    expect(other.find(({ group }) => group === "B cells")!.name).toBe("lymphocyte");
    await expect(
      engine.call("setClassTerm", { model: MODELS[0]!, phenotype: "cell_type", label: "B cell", term: "no such type" }),
    ).rejects.toThrow(/no such type is no term of the Cell Ontology/);
    await expect(engine.call("consensus", { ...ask, models: MODELS.slice(0, 1) })).rejects.toThrow(/needs two models/);
  });
});
