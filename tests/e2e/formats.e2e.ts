import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { dataFile, hasData } from "../web/support/data";
import { closeBrowserAfterAll, drop, expectSameOrigin, openPage } from "./support/open-page";

closeBrowserAfterAll();
const site = inject("linearSite");
const FORMATS = join(import.meta.dirname, "../fixtures/formats");

describe("filters that the HDF5 library lacks are loaded when they are met", () => {
  test.each([
    ["zstd", "zstd"],
    ["blosc2", "blosc2"],
    ["bitshuffle", "bshuf"],
  ])("%s", async (filter, plugin) => {
    const opened = await openPage(site);
    await drop(opened.page, join(FORMATS, `filter-${filter}.h5ad`));
    await opened.page.getByText(/^Done in /).waitFor();
    expect(await opened.page.getByText("24 cells").count()).toBeGreaterThan(0);
    expect(opened.requests.some((url) => url.endsWith(`h5plugins/libH5Z${plugin}.so`))).toBe(true);
    expectSameOrigin(opened);
    await opened.page.context().close();
  });

  test("and none where none is", async () => {
    const opened = await openPage(site);
    await drop(opened.page, join(FORMATS, "filter-gzip.h5ad"));
    await opened.page.getByText(/^Done in /).waitFor();
    expect(opened.requests.filter((url) => url.includes("h5plugins"))).toEqual([]);
    await opened.page.context().close();
  });
});

test.skipIf(!hasData)("a 10x .h5 file is analysed like any other", async () => {
  const opened = await openPage(site);
  await drop(opened.page, dataFile("formats/tiledbsoma/filtered_feature_bc_matrix.h5"));
  await opened.page.getByText(/^Done in /).waitFor();
  expect(await opened.page.getByText("2,695 cells").count()).toBeGreaterThan(0);
  expect(opened.complaints).toEqual([]);
  await opened.page.context().close();
});
