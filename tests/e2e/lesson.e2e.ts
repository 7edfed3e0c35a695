import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { root } from "../../scripts/lib/run.mjs";
import { parseLesson } from "../../web/src/app/lessons/parse";
import { shortClass } from "../../web/src/plots/class-names";
import { readSite } from "../../web/src/app/site/site-file";
import { closeBrowserAfterAll, goToStep, openPage, waitUntilDone, type Opened } from "./support/open-page";

closeBrowserAfterAll();
const site = inject("site");
const folder = join(root, "web/public");
const lessons = readSite(readFileSync(join(folder, "site.json"), "utf8")).lessons!.map(({ url, title }) => ({
  title,
  url,
  name: url.replace(/^.*\/|\.md$/g, ""),
  read: parseLesson(readFileSync(join(folder, url), "utf8")),
}));

describe("lessons", () => {
  // The first is opened from the first screen, the others where it left: the data stay open, as in front of a class.
  let opened: Promise<Opened> | undefined;

  test.each(lessons)("“$title” shows every step with its view, without a complaint", async ({ title, name, read }) => {
    const isFirst = !opened;
    const { page, complaints } = await (opened ??= openPage(site));
    if (isFirst) await page.getByRole("link", { name: title }).click();
    else
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `lesson=${name}`);
    const lesson = page.getByRole("region", { name: "Lesson" });
    for (const [i, step] of read.steps.entries()) {
      await lesson.getByRole("heading", { name: step.title, exact: true }).waitFor();
      await lesson.getByText(`${i + 1} of ${read.steps.length}`).waitFor();
      if (i === 0) await waitUntilDone(page);
      const hash = new URLSearchParams(new URL(page.url()).hash.slice(1));
      expect(hash.get("lesson")).toBe(name);
      for (const [key, value] of new URLSearchParams(step.view)) expect([key, hash.get(key)]).toEqual([key, value]);
      if (hash.get("step") === "why") await page.getByRole("heading", { name: "All genes" }).waitFor({ timeout: 120_000 });
      const group = hash.get("group");
      if (group) await page.getByRole("heading", { name: `Why ${shortClass(group)}?` }).waitFor();
      expect(await page.getByRole("alert").count()).toBe(0);
      expect(await page.locator("nav[aria-label=Steps]").isVisible()).toBe(false);
      if (i + 1 < read.steps.length) await lesson.getByRole("button", { name: "Next", exact: true }).click();
    }
    await lesson.getByRole("button", { name: "Done" }).click();
    await page.locator("nav[aria-label=Steps]").waitFor();
    expect(await lesson.count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test("go back with the browser, open their answers, and are left where a link leads", async () => {
    const { page } = await openPage(`${site}#lesson=probability&at=2&step=trust&model=linear-atlas`);
    await waitUntilDone(page);
    const lesson = page.getByRole("region", { name: "Lesson" });
    await lesson.getByRole("heading", { name: "The top predictions" }).waitFor();
    await lesson.getByText("Top-1 is .85 and top-3 is .98").click();
    await lesson.getByText("13 of 100 cells").waitFor();
    await lesson.getByRole("button", { name: "Next", exact: true }).click();
    await lesson.getByText("3 of 5").waitFor();
    await page.goBack();
    await lesson.getByText("2 of 5").waitFor();
    await page.getByRole("button", { name: "Close the lesson" }).click();
    await goToStep(page, "Why");
    expect(page.url()).not.toContain("lesson");
  });

  test("that a page does not have is one sentence", async () => {
    const { page } = await openPage(`${site}#lesson=nosuch`);
    await page.getByText(/This page has no lesson named nosuch/).waitFor();
    await page.getByRole("heading", { name: /What does a model see/ }).waitFor();
  });
});

describe("editing a gene", () => {
  test("shows the new prediction, beside what its gradient predicted, for both models", async () => {
    const { page, complaints } = await openPage(`${site}?h5ad=demo/demo.h5ad#step=why&model=linear-atlas&group=B+cell`);
    await waitUntilDone(page);
    const card = page.locator("section.card", { hasText: "Edit a gene" });
    await card.getByLabel("Gene to edit").fill("CD79A");
    await card.getByRole("button", { name: "Set to zero" }).click();
    await card.getByText(/^Change of the logit/).waitFor();
    const words = await card.innerText();
    expect(words).toMatch(/mean CD79A [\d.]+ before, 0 after/);
    const [, predicted, observed] = /predicted by the gradient ([−-][\d.]+), observed ([−-][\d.]+)/.exec(words)!;
    expect(predicted).toBeTruthy();
    expect(observed).toBeTruthy();
    // Without CD79A, cells are less probably B cells.
    const row = () =>
      card
        .getByRole("row", { name: /^B cell/ })
        .getByRole("cell")
        .allInnerTexts();
    const [, , before, after] = await row();
    expect(Number(after)).toBeLessThanOrEqual(Number(before));

    await page.getByRole("group", { name: "Predictions of" }).last().getByRole("button", { name: "Transformer" }).click();
    await page.getByText(/gradient × input, [\d,]+ gradients/).waitFor({ timeout: 120_000 });
    await card.getByLabel("Gene to edit").fill("CD79A");
    await card.getByLabel("Cells to edit").selectOption("one");
    await card.getByRole("button", { name: "Double" }).click();
    await card.getByText(/the predicted class changes in/).waitFor({ timeout: 60_000 });
    await card.getByRole("button", { name: "Replace with the value from" }).click();
    await card.getByText(/^1 cell;/).waitFor({ timeout: 60_000 });
    await card.getByLabel("Gene to edit").fill("NOSUCHGENE");
    await card.getByRole("button", { name: "Set to zero" }).click();
    await card.getByText("demo.h5ad has no gene named NOSUCHGENE.").waitFor({ timeout: 60_000 });
    expect(complaints).toEqual([]);
  });
});
