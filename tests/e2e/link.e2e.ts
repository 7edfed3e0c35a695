import { describe, expect, inject, test } from "vitest";
import { closeBrowserAfterAll, drop, goToStep, openPage, waitUntilDone } from "./support/open-page";
import { smallFile } from "./support/small-file";

closeBrowserAfterAll();
const site = inject("linearSite");
const fixtures = inject("fixtures");

const current = (page: { locator(path: string): { innerText(): Promise<string> } }) =>
  page.locator('nav [aria-current="step"] b').innerText();
const linkOf = async (page: import("playwright-core").Page) => {
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const link = await page.getByLabel("Link to this view").inputValue();
  await page.keyboard.press("Escape");
  return link;
};

describe("a link is a view", () => {
  test("data, step, colour, classes explained and the selection come back on another computer", async () => {
    const { page } = await openPage(inject("site"));
    await page.getByRole("button", { name: "Try the demo" }).click();
    await waitUntilDone(page);
    await page.getByRole("group", { name: "Predictions of" }).first().getByRole("button", { name: "Linear" }).click();
    await page.locator(".legend li button").first().click();
    const selected = await page
      .getByText(/cells selected/)
      .first()
      .innerText();
    await goToStep(page, "Why");
    await page.getByRole("heading", { name: "Every gene" }).waitFor();
    await page
      .getByLabel("Class explained")
      .selectOption({ label: await page.getByLabel("Class explained").locator("option").nth(1).innerText() });
    await page.getByRole("button", { name: "Explain", exact: true }).click();
    await page.getByRole("heading", { name: "Every gene" }).waitFor();
    await page.locator(".genes tbody tr").first().click();
    await page.getByRole("button", { name: "Expression on the map" }).click();
    const title = await page.locator("aside h2").innerText();
    const link = await linkOf(page);
    expect(link).toMatch(/\?h5ad=demo\/demo\.h5ad#step=why&model=linear-atlas&color=gene:\w+&class=[^&]+&gene=\w+&select=[^&]+$/);
    expect(link).toMatch(/&select=predicted:linear-atlas:cell_type:[^&]+$/);
    const kpis = await page.locator(".kpis").innerText();

    const other = await openPage(link);
    await waitUntilDone(other.page);
    await other.page.getByRole("heading", { name: "Every gene" }).waitFor();
    expect(await other.page.locator("aside h2").innerText()).toBe(title);
    await other.page.getByText(selected).first().waitFor();
    expect(await other.page.locator(".kpis").innerText()).toBe(kpis);
    expect(await other.page.locator(".legend .head").innerText()).toBe(await page.locator(".legend .head").innerText());
    expect(await linkOf(other.page)).toBe(link);
    expect(other.complaints).toEqual([]);
  });

  test("going back and forward walks the steps and the data, and keeps what was computed", async () => {
    const { page } = await openPage(site);
    await page.getByRole("button", { name: "Try the demo" }).click();
    await waitUntilDone(page);
    await goToStep(page, "Predict");
    await goToStep(page, "Trust");
    await page.getByRole("button", { name: "Entropy", exact: true }).click();
    expect(page.url()).toMatch(/section=entropy/);
    await page.goBack();
    expect(await current(page)).toBe("Predict");
    await page.goForward();
    expect(await current(page)).toBe("Trust");
    expect(await page.getByRole("button", { name: "Entropy", exact: true }).getAttribute("aria-pressed")).toBe("true");
    await page.goBack();
    await page.goBack();
    expect(await current(page)).toBe("Data");
    expect(await page.getByText(/^Done in /).count()).toBe(1);
    await page.goBack();
    await page.getByRole("heading", { name: /What does a model see/ }).waitFor();
    await page.goForward();
    await waitUntilDone(page);
  });

  test("of a file without an address asks for that file, and says where another is dropped", async () => {
    const demo = await smallFile(96);
    const { page } = await openPage(site);
    await drop(page, demo);
    await waitUntilDone(page);
    await goToStep(page, "Survey");
    const link = await linkOf(page);
    expect(link).toMatch(/#step=survey&file=demo-96\.h5ad&print=[0-9a-f]{8}$/);

    const other = await openPage(link);
    await other.page.getByText("This link shows a view of demo-96.h5ad").waitFor();
    await drop(other.page, fixtures.csr!);
    await other.page.getByText("which is not this file").waitFor();
    const same = await openPage(link);
    await drop(same.page, demo);
    await waitUntilDone(same.page);
    expect(await current(same.page)).toBe("Survey");
    expect(await same.page.getByText("which is not this file").count()).toBe(0);
  });

  test("cells chosen one by one and columns chosen by hand come back", async () => {
    const { page } = await openPage(`${site}?h5ad=demo/demo.h5ad#step=trust&labels=cell_type:donor&donors=-&select=cells:AAIE`);
    await waitUntilDone(page);
    await page.getByText("3 cells selected").waitFor();
    expect(await page.locator("label.field", { hasText: "labels are in" }).locator("select").inputValue()).toBe("donor");
    expect(await page.locator("label.field", { hasText: "Donors are in" }).locator("select").inputValue()).toBe("");
    expect(await linkOf(page)).toMatch(/#step=trust&labels=cell_type:donor&donors=-&select=cells:AAIE$/);
  });

  test("limits of quality, and that cells beyond them are left out, come back", async () => {
    const hash = "#step=survey&limits=totals:1000_3000&filter=out";
    const { page } = await openPage(`${site}?h5ad=demo/demo.h5ad${hash}`);
    await waitUntilDone(page);
    await page.getByRole("button", { name: "Leave them out below", pressed: true }).waitFor();
    const told = await page.getByRole("heading", { name: /cells of 1,200 are beyond the limits/ }).innerText();
    expect(Number(/^(\d+) cells/.exec(told)![1])).toBeGreaterThan(100);
    expect(await linkOf(page)).toBe(`${site}?h5ad=demo/demo.h5ad${hash}`);
    // A step on and back leaves them as they are.
    await goToStep(page, "Predict");
    await page.goBack();
    expect(await page.getByRole("heading", { name: /cells of 1,200 are beyond the limits/ }).innerText()).toBe(told);
  });
});
