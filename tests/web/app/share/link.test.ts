import { expect, test } from "vitest";
import { seeded } from "../../../../scripts/lib/random.mjs";
import { dataLink, dataQuery, modelLinks } from "../../../../web/src/app/open/data-link";
import { fromHash, PARTS, SECTIONS, STEPS, toHash, type View } from "../../../../web/src/app/share/link";
import { packCells, unpackCells, type SelectionRule } from "../../../../web/src/app/features/map/selection-rule";

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
  expect(fromHash("#step=how&theme=blue&backend=cuda&color=quality:beauty&x=1")).toEqual({});
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
    baseline: maybe(() => pick(["mean", "matched"] as const)),
    contrast: maybe(name),
    units: maybe(name),
    each: maybe(() => Math.floor(random() * 1000)),
    group: maybe(name),
    gene: maybe(name),
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

test("chosen cells come back from their short form, in order, each once", () => {
  for (const cells of [[0], [5, 1, 3], [0, 1, 2, 127, 128, 129, 16_511, 2_000_000, 4_294_967_294]]) {
    expect([...unpackCells(packCells(cells))!]).toEqual(cells.toSorted((a, b) => a - b));
  }
  expect(unpackCells("gA")).toBeNull();
  expect(unpackCells("!")).toBeNull();
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

test("data of the page's own folder are named by their path, others by their address, and other words of the query stay", () => {
  const page = new URL("https://example.org/phenolens/index.html?hide=rail&h5ad=old.h5ad#step=why");
  expect(dataQuery(page, "https://example.org/phenolens/demo/demo.h5ad")).toBe("?h5ad=demo/demo.h5ad&hide=rail");
  expect(dataQuery(page, "https://data.org/a b.h5ad?x=1&y=2")).toBe("?h5ad=https://data.org/a+b.h5ad%3Fx%3D1%26y%3D2&hide=rail");
  expect(dataQuery(page, null)).toBe("?hide=rail");
  expect(new URLSearchParams(dataQuery(page, "https://data.org/a b.h5ad?x=1&y=2")).get("h5ad")).toBe("https://data.org/a b.h5ad?x=1&y=2");
});

const page = (query: string, name = "index.html") => new URL(`https://example.org/phenolens/${name}${query}`);

test("an address of this origin opens here", () => {
  expect(dataLink(page("?h5ad=demo/demo.h5ad"))).toEqual({ kind: "open", url: "https://example.org/phenolens/demo/demo.h5ad" });
});

test("another origin's address goes to the page for remote data, view included", () => {
  expect(dataLink(page("?h5ad=https://data.org/a.h5ad#step=trust"))).toEqual({
    kind: "redirect",
    to: "https://example.org/phenolens/remote.html?h5ad=https://data.org/a.h5ad#step=trust",
  });
});

test("the page for remote data opens the address itself", () => {
  for (const name of ["remote.html", "remote"]) {
    expect(dataLink(page("?h5ad=https://data.org/a.h5ad", name))).toEqual({ kind: "open", url: "https://data.org/a.h5ad" });
  }
});

test("other protocols are refused with a sentence", () => {
  for (const url of ["javascript:alert(1)", "data:text/html,hi", "http://data.org/a.h5ad", "file:///etc/passwd"]) {
    expect(dataLink(page(`?h5ad=${encodeURIComponent(url)}`))).toEqual({ kind: "bad", why: "Only https:// addresses can be opened." });
  }
});

test("models that a link brings along are of this origin, or go to the page for remote data with the rest", () => {
  expect(dataLink(page("?model=mine/lung.zip"))).toEqual({ kind: "none" });
  expect(modelLinks(page("?h5ad=a.h5ad&model=mine/lung.zip&model=/gut.zip"))).toEqual([
    "https://example.org/phenolens/mine/lung.zip",
    "https://example.org/gut.zip",
  ]);
  expect(dataLink(page("?h5ad=a.h5ad&model=https://labs.org/lung.zip#step=predict"))).toEqual({
    kind: "redirect",
    to: "https://example.org/phenolens/remote.html?h5ad=https://example.org/phenolens/a.h5ad&model=https://labs.org/lung.zip#step=predict",
  });
  expect(dataLink(page("?model=https://labs.org/lung.zip"))).toEqual({
    kind: "redirect",
    to: "https://example.org/phenolens/remote.html?model=https://labs.org/lung.zip",
  });
  expect(dataLink(page("?model=https://labs.org/lung.zip", "remote.html"))).toEqual({ kind: "none" });
  expect(dataLink(page("?h5ad=a.h5ad&model=ftp://labs.org/lung.zip"))).toEqual({
    kind: "bad",
    why: "Only https:// addresses can be opened.",
  });
  expect(dataQuery(page("?model=https://labs.org/lung.zip"), "https://data.org/a.h5ad")).toBe(
    "?h5ad=https://data.org/a.h5ad&model=https://labs.org/lung.zip",
  );
});

test("without an address nothing is opened", () => {
  expect(dataLink(page(""))).toEqual({ kind: "none" });
});
