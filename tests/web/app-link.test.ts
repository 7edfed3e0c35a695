import { expect, test } from "vitest";
import { dataLink, fromHash, toHash, type View } from "../../web/src/app/link";

test("a view goes through the hash and comes back the same", () => {
  const view: View = { step: "trust", model: "linear-atlas", head: "tissue", color: { kind: "gene", name: "HLA-DRA" }, layout: "X_umap", theme: "dark", backend: "wasm" };
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

const page = (query: string, name = "index.html") => new URL(`https://example.org/phenolens/${name}${query}`);

test("an address of this origin opens here", () => {
  expect(dataLink(page("?h5ad=demo/demo.h5ad"))).toEqual({ kind: "open", url: "https://example.org/phenolens/demo/demo.h5ad" });
});

test("another origin's address goes to the page for remote data, view included", () => {
  expect(dataLink(page("?h5ad=https://data.org/a.h5ad#step=trust"))).toEqual({
    kind: "redirect", to: "https://example.org/phenolens/remote.html?h5ad=https%3A%2F%2Fdata.org%2Fa.h5ad#step=trust",
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

test("without an address nothing is opened", () => {
  expect(dataLink(page(""))).toEqual({ kind: "none" });
});
