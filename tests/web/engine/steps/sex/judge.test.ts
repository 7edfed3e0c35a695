import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { isTold } from "../../../../../web/src/contract/sex";
import { writeH5ad } from "../../../../../scripts/lib/write-h5ad.mjs";
import { dataFile, hasData, scratch } from "../../../support/data";
import { hasCore, options, useEngine } from "../../../support/engine";

vi.setConfig({ testTimeout: 200_000 });

const { open } = useEngine();

/** The verdicts on a file's donors. */
async function judged(path: string, request: { donors?: string | null } = {}, lanes = 2) {
  const engine = await open(path);
  await engine.call("analyze", options({ models: [], lanes }));
  const report = await engine.call("sex", request);
  return { engine, report, of: Object.fromEntries(report.units.map(({ name, verdict }) => [name, verdict])) };
}

const GENES = ["XIST", "RPS4Y1", "ACTB"];

/** 40 cells of each donor: XIST, RPS4Y1 and another gene, so that donors are plain; a file of some of these genes. */
async function twoDonors(genes = GENES): Promise<string> {
  const path = join(scratch(), `two-${genes.join("-")}.h5ad`);
  const cells = Array.from({ length: 80 }, (_, cell) => (cell < 40 ? [cell % 4, 0, 900] : [0, 3, 900]));
  await writeH5ad(path, {
    X: { values: Float32Array.from(cells.flatMap((counts) => genes.map((gene) => counts[GENES.indexOf(gene)]!))) },
    obs: {
      index: Array.from({ length: 80 }, (_, i) => `c${i}`),
      columns: { donor: Array.from({ length: 80 }, (_, i) => (i < 40 ? "ann" : "bob")) },
    },
    var: { index: genes },
  });
  return path;
}

describe.skipIf(!hasCore)("sex by counted genes", () => {
  test("is told per donor, and of both donors as one it is not; counts are the file's own", async () => {
    const { engine, report, of } = await judged(await twoDonors());
    expect(of).toEqual({ ann: "female", bob: "male" });
    expect(report).toMatchObject({ donors: "donor", genes: { x: ["XIST"], y: ["RPS4Y1"] }, areCounts: true });
    expect(report.units.map(({ x, y, cells }) => [x, y, cells])).toEqual([
      [60, 0, 40],
      [0, 120, 40],
    ]);
    expect(report.cells).toEqual({ female: 10, male: 40, unknown: 30 });
    const all = await engine.call("sex", { donors: null });
    expect(all.units.map(({ verdict }) => verdict)).toEqual(["mixed"]);
    expect(all.units[0]!.says).toContain("Some cells tell female and others male");
    await expect(engine.call("sex", { donors: "nobody" })).rejects.toThrow("has no column obs/nobody");
  });

  test("is not told where genes of one kind are not measured", async () => {
    const { report } = await judged(await twoDonors(["XIST"]));
    expect(report.units.map(({ verdict }) => verdict)).toEqual(["unmeasured", "unmeasured"]);
    expect(report.cells).toEqual({ female: 0, male: 0, unknown: 80 });
    expect(report.units[0]!.says).toContain("no gene of the Y chromosome");
  });

  test("of several files, a donor is told by what its file measures", async () => {
    const paths = [await twoDonors(), await twoDonors(["RPS4Y1", "ACTB"])];
    const engine = await open(paths[0]!);
    const files = paths.map((path, i) => ({ source: { kind: "path" as const, path }, sample: `s${i}` }));
    const { matrices } = await engine.call("open", { source: { kind: "study", files } });
    expect(matrices.map(({ path }) => path)).toEqual(["X", "X[shared genes]"]);
    await engine.call("analyze", options({ models: [], lanes: 1, matrix: "X" }));
    const { units } = await engine.call("sex", { donors: "sample" });
    expect(units.map(({ says }) => says.includes("XIST is not measured"))).toEqual([false, true]);
    expect(units[0]!.says).toContain("Some cells tell female and others male");
  });
});

describe.skipIf(!hasCore || !hasData)("sex by counted genes, of donors of known sex", () => {
  test("is right for 77 bulk samples", async () => {
    const { engine, of } = await judged(dataFile("bulk/fadista_islet_bulk_counts.h5ad"), { donors: "sample" });
    const [sample, sex] = await Promise.all(["sample", "sex"].map((name) => engine.call("column", { name })));
    const words = (column: typeof sample) => (column!.kind === "number" ? [] : [...column!.codes].map((code) => column!.categories[code]!));
    const known = Object.fromEntries(words(sample).map((name, i) => [name, words(sex)[i]]));
    expect(Object.keys(of)).toHaveLength(77);
    expect(of).toEqual(known);
    expect((await engine.call("sex", { donors: null })).units[0]!.verdict).toBe("mixed");
  });

  test("is told for twelve donors of brain and not of all as one; on a panel for none", async () => {
    const { engine, of } = await judged(dataFile("labelled/darmanis_brain_counts.h5ad"));
    expect(Object.values(of).filter((verdict) => !isTold(verdict))).toEqual([]);
    expect(of).toMatchObject({ AB_S4: "male", AB_S11: "female", FB_S3: "female" });
    expect((await engine.call("sex", { donors: null })).units[0]!.verdict).toBe("mixed");
    const panel = await judged(dataFile("labelled/kang_stim_ctrl1556_1267g_counts.h5ad"));
    expect(new Set(Object.values(panel.of))).toEqual(new Set(["unmeasured"]));
    expect(panel.report.cells).toEqual({ female: 0, male: 0, unknown: 1556 });
  });
});
