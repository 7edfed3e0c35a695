import { expect, test } from "vitest";
import { seeded } from "../../../../scripts/lib/random.mjs";
import { COMPARED, fromHash, PARTS, SECTIONS, STEPS, toHash, type View } from "../../../../web/src/app/share/link";
import { packCells, type SelectionRule } from "../../../../web/src/app/features/map/selection-rule";

test("a view goes through the hash and comes back the same", () => {
  const view: View = {
    step: "trust",
    model: "linear-atlas",
    head: "tissue",
    color: { kind: "gene", name: "HLA-DRA" },
    layout: "X_umap",
    theme: "dark",
    backend: "wasm",
  };
  expect(fromHash(`#${toHash(view)}`)).toEqual(view);
});

test("names with any signs survive the hash", () => {
  const view: View = { color: { kind: "column", name: "a:b&c=d #é" } };
  expect(fromHash(toHash(view))).toEqual(view);
});

test("defaults are left out of the hash", () => {
  expect(toHash({ color: { kind: "prediction" } })).toBe("");
});

test("what a hash should not say is left out", () => {
  expect(fromHash("#step=how&theme=blue&backend=cuda&color=quality:beauty&x=1&sample=0")).toEqual({});
});

/** Names that files really have, and worse. */
const NAMES = ["B cell", "a:b&c=d #é", "100%", "CD4+ T", "x~y~1", "p,q:r", "-", "?", "a/b", "naïve 細胞", "HLA-DRA"];

/** Views made by chance, of every field. */
function someView(random: () => number): View {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const name = () => pick(NAMES);
  const maybe = <T>(value: () => T) => (random() < 0.5 ? value() : undefined);
  const cells = Uint32Array.from({ length: 1 + Math.floor(random() * 80) }, () => Math.floor(random() ** 4 * 3e6));
  const view: View = {
    step: maybe(() => pick(STEPS)),
    model: maybe(name),
    head: maybe(name),
    layout: maybe(name),
    seed: maybe(() => Math.floor(random() * 2 ** 32)),
    sample: maybe(() => 1 + Math.floor(random() * 1e6)),
    color: maybe(() =>
      pick<NonNullable<View["color"]>>([
        { kind: "entropy" },
        { kind: "clusters" },
        { kind: "limits" },
        { kind: "gene", name: name() },
        { kind: "column", name: name() },
        { kind: "attribution", name: name() },
        { kind: "quality", name: "totals" },
      ]),
    ),
    theme: maybe(() => pick(["light", "dark"] as const)),
    backend: maybe(() => pick(["wasm", "webgpu"] as const)),
    matrix: maybe(name),
    batch: maybe(name),
    per: maybe(name),
    correct: maybe(() => pick(["harmony", "mnn"] as const)),
    beside: maybe(() => [name(), name()]),
    files: maybe(() => [
      { file: name(), sample: name() },
      { file: name(), sample: name() },
    ]),
    labels: maybe(() => ({ cell_type: name().replace(/^-$/, ""), [`head ${name()}`]: "" })),
    part: maybe(() => pick(PARTS)),
    mads: maybe(() => pick([2, 2.5, 5])),
    filter: maybe(() => "out" as const),
    resolution: maybe(() => 0.4),
    limits: maybe(() => ({
      totals: { low: Math.round(random() * 1e6) / 100, high: random() < 0.5 ? null : 9000.25 },
      mitochondrial: { low: null, high: random() / 3 },
    })),
    section: maybe(() => pick(SECTIONS)),
    scoring: maybe(() => "ontology" as const),
    donors: maybe(name),
    over: maybe(name),
    groups: maybe(name),
    sure: maybe(() => Math.round(random() * 100) / 100),
    select: maybe(() =>
      pick<SelectionRule>([
        { kind: "predicted", model: name(), head: name(), label: name() },
        { kind: "column", column: name(), label: name() },
        { kind: "doubt", model: name(), head: name() },
        { kind: "confused", model: name(), head: name(), label: name(), predicted: random() < 0.5 ? "" : name() },
        { kind: "cells", cells: packCells(cells) },
      ]),
    ),
    class: maybe(name),
    against: maybe(name),
    of: maybe(() => pick<NonNullable<View["of"]>>([{ kind: "selection" }, { kind: "column", column: name() }])),
    method: maybe(() => "integrated-gradients" as const),
    baseline: maybe(() => pick(["none", "mean", "matched"] as const)),
    contrast: maybe(name),
    units: maybe(name),
    each: maybe(() => Math.floor(random() * 1000)),
    group: maybe(name),
    gene: maybe(name),
    compared: maybe(() => pick(COMPARED)),
    condition: maybe(name),
    levels: maybe(() => [name(), random() < 0.5 ? null : name()] as [string, string | null]),
    types: maybe(name),
    covariates: maybe(() => [name(), name()]),
    pairing: maybe(() => pick(["paired", "independent"] as const)),
    least: maybe(() => 1 + Math.floor(random() * 100)),
    transform: maybe(() => "arcsin" as const),
    weights: maybe(() => "samples" as const),
    within: maybe(name),
    counted: maybe(name),
    file: maybe(name),
    print: maybe(() => "0a1b2c3d"),
    lesson: maybe(name),
    at: maybe(() => 1 + Math.floor(random() * 9)),
  };
  return Object.fromEntries(Object.entries(view).filter(([, value]) => value !== undefined)) as View;
}

test("any view goes through the hash and comes back the same, and is written the same again", () => {
  const random = seeded(9).uniform;
  for (let i = 0; i < 2000; i++) {
    const view = someView(random);
    const hash = toHash(view);
    expect(fromHash(new URL(`https://example.org/#${hash}`).hash)).toEqual(view);
    expect(toHash(fromHash(hash))).toBe(hash);
  }
});

test("any words in a hash are met without a throw", () => {
  const random = seeded(4).uniform;
  const keys = Object.keys(someView(() => 0.1));
  for (let i = 0; i < 2000; i++) {
    const words = Array.from({ length: 12 }, () => String.fromCharCode(32 + Math.floor(random() * 200))).join("");
    const view = fromHash(`#${keys[i % keys.length]}=${words}&select=cells:${words}`);
    expect(toHash(fromHash(toHash(view)))).toBe(toHash(view));
  }
});

test("a selection too long for a link is left out of it", () => {
  const cells = packCells(Uint32Array.from({ length: 3000 }, (_, i) => i * 2));
  expect(toHash({ step: "trust", select: { kind: "cells", cells } })).toBe("step=trust");
});

test("a link can be read", () => {
  expect(
    toHash({
      step: "why",
      model: "linear-atlas",
      color: { kind: "gene", name: "MS4A1" },
      class: "B cell",
      labels: { cell_type: "louvain" },
    }),
  ).toBe("step=why&model=linear-atlas&color=gene:MS4A1&labels=cell_type:louvain&class=B+cell");
});
