import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { root } from "../../../../scripts/lib/run.mjs";
import type { FileInfo } from "../../../../web/src/contract/types";
import { hasCore, options, useEngine, type TestEngine } from "../../support/engine";

const FOLDER = join(root, "tests/fixtures/matrices");

/** What tests/fixtures/matrices.py says of a file, computed with numpy. */
interface Expected {
  matrix: string;
  stored?: string;
  base?: number;
  target?: number;
  /** Median counts per cell. */
  total?: number;
  /** log1p of counts per 10,000 of the sixth gene. */
  log1p?: number[];
  /** Median share of mitochondrial genes. */
  mitochondrial?: number;
  /** Another matrix that a notice must name. */
  named?: string;
  unusable?: string[];
  features?: Record<string, number>;
  /** Cells on another scale than the rest, and the first of them. */
  mixed?: number;
  first?: string;
  /** What the analysis says where it finds a value that cannot be read. */
  refused?: string;
}

const EXPECTED = JSON.parse(readFileSync(join(FOLDER, "expected.json"), "utf8")) as Record<string, Expected>;

// Every engine here starts threads.
vi.setConfig({ testTimeout: 200_000, hookTimeout: 60_000 });

const { start } = useEngine();

async function opened(name: string): Promise<{ engine: TestEngine; info: FileInfo }> {
  const engine = start();
  return { engine, info: await engine.call("open", { source: { kind: "path", path: join(FOLDER, `${name}.h5ad`) } }) };
}

const of = (key: keyof Expected) => Object.entries(EXPECTED).filter(([, expected]) => expected[key] !== undefined);

describe.skipIf(!hasCore)("a file's matrices", () => {
  test.each(Object.entries(EXPECTED))("%s: the one chosen, and what it holds", async (name, expected) => {
    const { info } = await opened(name);
    expect(info.matrix).toBe(expected.matrix);
    const chosen = info.matrices.find(({ path }) => path === info.matrix);
    expect(chosen?.scale.stored).toBe(expected.stored);
    if (expected.base !== undefined) expect(chosen!.scale.log_base).toBeCloseTo(expected.base, 9);
    if (expected.target !== undefined) expect(chosen!.scale.target / expected.target).toBeCloseTo(1, 5);
    expect(info.unusable.map(({ path }) => path).sort()).toEqual((expected.unusable ?? []).sort());
    if (expected.named) expect(info.notices.find(({ code }) => code === "other-matrix")?.message).toContain(`${expected.named} (`);
    if (expected.features) {
      const others = info.matrices.filter(({ features }) => features !== undefined);
      expect(Object.fromEntries(others.map(({ path, genes }) => [path, genes]))).toEqual(expected.features);
    }
  });

  test.each(of("log1p"))("%s: genes, totals and shares are those of the counts", async (name, expected) => {
    const { engine, info } = await opened(name);
    const { values } = await engine.call("gene", { matrix: info.matrix, gene: "GENE5" });
    expect(values).toHaveLength(expected.log1p!.length);
    values.forEach((value, cell) => expect(value, `cell ${cell}`).toBeCloseTo(expected.log1p![cell]!, 4));
    const { survey, notices } = await engine.call("analyze", options({ matrix: info.matrix, models: [] }));
    expect(survey.mitochondrial.median).toBeCloseTo(expected.mitochondrial!, 5);
    if (expected.total !== undefined) expect(survey.totals.median / expected.total).toBeCloseTo(1, 5);
    const mixed = notices.filter(({ code }) => code === "mixed-cells");
    expect(mixed).toHaveLength(expected.mixed ? 1 : 0);
  });

  test.each(of("first"))("%s: cells on another scale are found in the sweep, and named", async (name, expected) => {
    const { engine, info } = await opened(name);
    const { notices } = await engine.call("analyze", options({ matrix: info.matrix, models: [] }));
    const { message } = notices.find(({ code }) => code === "mixed-cells")!;
    expect(message).toMatch(new RegExp(`^${expected.mixed} of 260 cells of X hold .*\\(${expected.first}, `));
  });

  test.each(of("refused"))("%s: a value that cannot be read is refused by its cell and matrix", async (name, expected) => {
    const { engine, info } = await opened(name);
    await expect(engine.call("analyze", options({ matrix: info.matrix, models: [] }))).rejects.toMatchObject({
      code: "bad-file",
      message: expect.stringMatching(expected.refused!),
    });
  });

  test("what cannot be used says why, and another matrix is analysed", async () => {
    const { engine, info } = await opened("unusable-layers");
    expect(info.unusable.find(({ path }) => path === "layers/nan")!.why).toMatch(/NaN/);
    expect(info.unusable.find(({ path }) => path === "layers/complex")!.why).toMatch(/should hold numbers, but holds compound/);
    expect(info.notices.filter(({ code }) => code === "unusable-matrix")).toHaveLength(2);
    await expect(engine.call("analyze", options({ matrix: "layers/nan", models: [] }))).rejects.toMatchObject({
      message: expect.stringMatching(/NaN/),
    });
    expect((await engine.call("analyze", options({ matrix: "X", models: [] }))).survey.cells).toBe(60);
  });

  test("a file without a matrix opens for looking, and an analysis says what is missing", async () => {
    const { engine, info } = await opened("no-matrix");
    expect([info.cells, info.genes, info.embeddings, info.columns.map(({ name }) => name)]).toEqual([60, 240, ["X_umap"], ["kind"]]);
    expect(info.notices.map(({ code }) => code)).toEqual(["no-matrix"]);
    expect((await engine.call("column", { name: "kind" })).kind).toBe("category");
    expect((await engine.call("positions", { by: "X_umap" })).xy.length).toBe(120);
    await expect(engine.call("analyze", options({ matrix: "", models: [] }))).rejects.toMatchObject({
      message: expect.stringMatching(/holds no matrix/),
    });
  });

  test("an antibody named as a gene is no part of it, and can be chosen itself", async () => {
    const { engine } = await opened("features-csr");
    const { survey } = await engine.call("analyze", options({ matrix: "X[Antibody Capture]", models: [] }));
    // Two antibodies of about 30 each.
    expect(survey.totals.median).toBeGreaterThan(45);
    expect(survey.detected.max).toBe(2);
  });
});
