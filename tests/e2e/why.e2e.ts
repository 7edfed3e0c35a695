import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { readCsv, readTable, run } from "./support/cli";
import { dataFile } from "./support/data";
import { smallFile } from "./support/small-file";
import { closeBrowserAfterAll, drop, expectSameOrigin, goToStep, openPage, waitUntilDone } from "./support/open-page";

closeBrowserAfterAll();
const site = inject("site");
const pbmc = dataFile("labelled/pbmc3k_counts.h5ad");
/** float32 sums in other orders. */
const SAME = 1e-4;

describe.skipIf(!pbmc)("which genes drive the predictions", () => {
  test("the page gives the command line's attributions, shows a gene on the map and one cell gene by gene", async () => {
    const opened = await openPage(inject("linearSite"));
    const { page, complaints } = opened;
    const [out] = await Promise.all([
      run("attribute", pbmc!, "--model", "linear-atlas", "--cells", "0"),
      drop(page, pbmc!).then(() => waitUntilDone(page)),
    ]);
    await goToStep(page, "Why");
    await page.getByRole("heading", { name: "All genes" }).waitFor();
    await page.getByText("exact (linear model)").waitFor();

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("section", { hasText: "genes in these cells" }).getByRole("button", { name: "CSV" }).click(),
    ]);
    const ours = readCsv(readFileSync(await download.path(), "utf8"));
    const theirs = readTable(join(out, "linear-atlas/attribution.csv"));
    expect(ours.length).toBe(theirs.length);
    const byGene = new Map(theirs.map((row) => [`${row.group} ${row.ensembl_id || row.gene}`, row]));
    const gaps = ours.map((row) => {
      const other = byGene.get(`${row.group} ${row.ensembl_id || row.gene}`)!;
      return Math.max(
        ...["mean", "mean_abs", "se", "positive_share", "log2_fold_change"].map((name) =>
          Math.abs((Number(row[name]) || 0) - (Number(other[name]) || 0)),
        ),
      );
    });
    expect(Math.max(...gaps)).toBeLessThan(SAME);
    const best = ours
      .filter((row) => row.group === "B cell" && Number(row.mean) > 0)
      .slice(0, 20)
      .map((row) => row.gene);
    expect(ours.map((row) => row.marker_of)).toEqual(theirs.map((row) => row.marker_of));
    const marker = ours.find((row) => row.group === "B cell" && row.gene === "MS4A1")!;
    expect(marker.marker_of).toBe("B cell");
    expect(Number(marker.log2_fold_change)).toBeGreaterThan(3);
    expect(best).toEqual(expect.arrayContaining(["MS4A1", "CD79A"]));

    await page
      .locator("label.field", { hasText: /^Group/ })
      .locator("select")
      .selectOption("B cell");
    await page.getByRole("heading", { name: "Why B cell?" }).waitFor();
    await page.getByRole("img", { name: "known marker of B cell" }).first().waitFor();
    await page.getByRole("button", { name: "Details of MS4A1" }).click();
    await page.getByRole("button", { name: "Attribution on map" }).click();
    await page.locator(".legend", { hasText: "MS4A1 (attribution)" }).waitFor();
    await page.getByRole("img", { name: /One cell: logit of B cell/ }).waitFor();

    // Sets of genes: the built-in ones, a file of one's own, and one that is none.
    await page.getByRole("button", { name: "Mitochondria", exact: true }).click();
    await page.getByRole("cell", { name: /mtDNA genes/ }).waitFor();
    const own = (text: string) =>
      page.getByLabel("Gene set file").setInputFiles({ name: "own.gmt", mimeType: "text/plain", buffer: Buffer.from(text) });
    await own(
      `B genes\tx\tMS4A1\tCD79A\tCD79B\tCD74\tBANK1\tTCL1A\tHLA-DRA\tHLA-DRB1\tCD37\tHLA-DPB1\nT ` +
        `genes\tx\t${"CD3D CD3E CD2 LCK IL7R CD27 CD3G CD7 LTB IL32 TRAT1 LAT".split(" ").join("\t")}\n`,
    );
    const row = page.getByRole("row", { name: /^B genes/ });
    await row.waitFor();
    expect(Number((await row.getByRole("cell").nth(2).innerText()).trim())).toBeGreaterThan(1);

    // The same sets in every cell: the B genes are highest in B cells, and on the map.
    await page.locator("label.field", { hasText: "Set size from" }).locator("input").fill("5");
    await page.keyboard.press("Tab");
    await row.waitFor();
    await page.getByRole("button", { name: "Score every cell" }).click();
    const scored = page.getByRole("button", { name: "Show B genes on the map" });
    await scored.waitFor({ timeout: 60_000 });
    expect(await page.locator("table", { hasText: "Highest group" }).locator("tr", { hasText: "B genes" }).innerText()).toMatch(/B cell/);
    await scored.click();
    await page.locator(".legend", { hasText: "B genes" }).waitFor();

    // Predictions from one set alone.
    await page.getByRole("button", { name: "Predict from this set" }).click();
    await page
      .getByText(/of the cells get the same prediction as from all genes; from random sets/)
      .first()
      .waitFor({ timeout: 60_000 });

    // Rankings of genes side by side, judged on the file's own labels.
    await page.getByRole("button", { name: "Compare rankings" }).click();
    await page.getByText("Overlap of the rankings").waitFor({ timeout: 180_000 });
    expect(await page.getByRole("img", { name: /Held-out accuracy by number of genes/ }).getAttribute("aria-label")).toMatch(
      /50 genes: best .+ \(\.[89]/,
    );

    // Genes deleted by attribution change the prediction more than random ones, and the rankings compared take part.
    await page.getByRole("button", { name: "Run deletion test" }).click();
    await page
      .getByText(/changes the prediction more than deleting random genes/)
      .first()
      .waitFor({ timeout: 120_000 });
    expect(await page.getByRole("img", { name: /Change in the probability as genes are deleted/ }).getAttribute("aria-label")).toMatch(
      /ANOVA F: \.\d+ with 50% of the genes deleted/,
    );

    await own("no sets here");
    await page.getByText("own.gmt, line 1: “no sets here” is no gene set").waitFor();
    expect(complaints).toEqual([]);
    expectSameOrigin(opened);
  });

  test("a class against another, some cells drawn on the map and another method are explained by the transformer", async () => {
    const { page, complaints } = await openPage(`${site}#model=polygene-mini`);
    await drop(page, await smallFile(240));
    await waitUntilDone(page);
    await goToStep(page, "Why");
    await page.getByText(/gradient × input, \d/).waitFor({ timeout: 60_000 });
    await page.getByLabel("Class to explain").selectOption({
      label: await page
        .getByLabel("Class to explain")
        .locator("option", { hasText: /^NK cell/ })
        .innerText(),
    });
    await page.getByLabel("Class to compare with").selectOption({
      label: await page.getByLabel("Class to compare with").locator("option", { hasText: "CD8 T cell" }).innerText(),
    });
    await page.getByRole("button", { name: "More options: cells, method, baseline…" }).click();
    await page.getByLabel("Method").selectOption("integrated-gradients");
    await page.getByLabel("Cells per group").selectOption("20");
    // What is shown is of the options before.
    await page.getByText("The options were changed since: click Explain").waitFor();
    expect(await page.locator(".answer.dimmed").count()).toBe(1);
    await page.getByRole("button", { name: "Explain", exact: true }).click();
    await page.getByRole("heading", { name: "Why NK cell compared with CD8 T cell?" }).waitFor({ timeout: 120_000 });
    await page.getByText(/integrated gradients, /).waitFor({ timeout: 120_000 });
    expect(await page.locator(".kpi", { hasText: "Completeness error" }).innerText()).toMatch(/%/);

    // One gene in many contexts.
    await page.getByPlaceholder("LYZ").fill("lyz");
    await page.getByRole("button", { name: "Compare contexts" }).click({ timeout: 120_000 });
    await page.getByRole("img", { name: /^LYZ in \d+ contexts: .*cells/ }).waitFor({ timeout: 120_000 });
    await page
      .getByText(/Of \d+ control genes read as often, the median spread is/)
      .first()
      .waitFor();

    // Cells of the legend's class are selected, and explained from the card.
    await page.locator(".legend button", { hasText: "B cell" }).first().click();
    await page.getByRole("button", { name: "Why?", exact: true }).click();
    await page.getByRole("heading", { name: "Why the predicted class?" }).waitFor({ timeout: 120_000 });
    await page
      .getByText(/^50 cells · integrated gradients/)
      .or(page.getByText(/^20 cells · integrated gradients/))
      .waitFor({ timeout: 120_000 });
    expect(complaints).toEqual([]);
  });
});
