import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { USUAL_BASELINE, type AttributionRequest } from "../../../../../web/src/contract/operations/attribution";
import { dataFile, hasData } from "../../../support/data";
import { hasCore, useEngine, type TestEngine } from "../../../support/engine";
import { knownMarkers, readMarkers } from "../../../support/known-markers";

vi.setConfig({ testTimeout: 400_000, hookTimeout: 60_000 });

const { analyzed } = useEngine();
const PBMC = "labelled/pbmc3k_counts.h5ad";
const explained = (engine: TestEngine, model: string, baseline: AttributionRequest["baseline"]) =>
  engine.call("attribute", {
    matrix: "X",
    model,
    phenotype: "cell_type",
    target: { kind: "predicted" },
    groupBy: { kind: "column", column: "cell_type" },
    method: "gradient-x-input",
    baseline,
    donors: null,
    cellsPerGroup: 0,
    steps: { from: 8, most: 64, gap: 0.01 },
    seed: 1,
    backend: "wasm",
    lanes: 2,
  });
/** What a released model's card says. */
const card = (model: string) =>
  (
    JSON.parse(readFileSync(join("models/released", model, "manifest.json"), "utf8")) as {
      metrics: { known_markers: { cell_type: { among_20: number; auroc: number } } };
    }
  ).metrics.known_markers.cell_type;

describe.skipIf(!hasCore || !hasData)("known markers of pbmc3k", () => {
  const markers = hasData ? readMarkers(dataFile("genesets/markers/PanglaoDB_markers_27_Mar_2020.tsv")) : new Map<string, Set<string>>();
  const usual = { kind: USUAL_BASELINE, of: { kind: "all" } } as const;

  test("come before housekeeping genes from the usual baseline, as the card of the linear model says", async () => {
    const engine = await analyzed(dataFile(PBMC), "linear-atlas");
    const linear = await explained(engine, "linear-atlas", usual);
    const zero = knownMarkers(await explained(engine, "linear-atlas", { kind: "none" }), linear, markers);
    const found = knownMarkers(linear, linear, markers);
    expect(found.housekeeping).toBeLessThan(0.02);
    expect(found.housekeeping).toBeLessThan(zero.housekeeping);
    expect(found.known).toBeGreaterThan(zero.known);
    expect(Math.abs(found.known - card("linear-atlas").among_20)).toBeLessThan(0.01);
    expect(Math.abs(found.auroc - card("linear-atlas").auroc)).toBeLessThan(0.01);
    // The transformer, which takes a minute, is in `npm run bench -- markers`.
    expect(card("polygene-mini").among_20).toBeLessThan(found.known);
  });
});
