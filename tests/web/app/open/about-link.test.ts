import { expect, test } from "vitest";
import { aboutLink } from "../../../../web/src/app/open/about-link";

test.each([
  ["10.5281/zenodo.4546839", "https://zenodo.org/records/4546839"],
  [" https://doi.org/10.5281/zenodo.4546839 ", "https://zenodo.org/records/4546839"],
  ["doi:10.6084/m9.figshare.10266341.v2", "https://figshare.com/articles/dataset/_/10266341"],
  ["https://zenodo.org/records/4546839", "https://zenodo.org/records/4546839"],
  ["https://example.org/a.h5ad", "https://example.org/a.h5ad"],
  ["10.25452/figshare.plus.21341385.v1", "https://figshare.com/articles/dataset/_/21341385"],
  ["https://www.zenodo.org/record/4546839", "https://zenodo.org/record/4546839"],
  ["https://datasets.cellxgene.cziscience.com/abc.h5ad", "https://datasets.cellxgene.cziscience.com/abc.h5ad"],
  ["https://example.org/data/atlas.rds?download=1", "https://example.org/data/atlas.rds?download=1"],
  ["https://example.org/counts.tar.gz", "https://example.org/counts.tar.gz"],
  ["https://example.org/atlas.zarr/", "https://example.org/atlas.zarr/"],
  // A path of the page's own host.
  ["demo/demo.h5ad", "demo/demo.h5ad"],
])("%s is opened", (typed, url) => {
  expect(aboutLink(typed).url).toBe(url);
  expect(aboutLink(typed).says).not.toBe("");
});

test.each([
  ["GSE96583", /^GEO .*acc=GSE96583\) and drop them here/],
  ["ftp://ftp.ncbi.nlm.nih.gov/geo/series/GSE96nnn/GSE96583/suppl/GSE96583_RAW.tar", /^GEO /],
  ["https://example.org/matrix.mtx.gz?download=1", /^matrix\.mtx\.gz is one of three files: download them/],
  ["https://www.ncbi.nlm.nih.gov/geo/query/acc.cgi?acc=GSE96583", /^GEO /],
  ["https://cellxgene.cziscience.com/collections/283d65eb-dd53-496d-adb7-7570c7caa443", /CELLxGENE/],
  ["10.1038/s41586-020-2157-4", /not of Zenodo or figshare: open doi\.org\/10\.1038/],
  ["", /^$/],
])("%s says what can be done instead", (typed, says) => {
  expect(aboutLink(typed).url).toBeNull();
  expect(aboutLink(typed).says).toMatch(says);
});
