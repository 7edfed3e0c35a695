import { expect, test } from "vitest";
import { dataLink, dataQuery, modelLinks } from "../../../../web/src/app/open/data-link";

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
