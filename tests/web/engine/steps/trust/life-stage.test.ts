import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lifeStages, parseLifeStage } from "../../../../../web/src/engine/steps/trust/life-stage";
import { dataFile, hasData } from "../../../support/data";

const years = (label: string) => parseLifeStage(label)?.years ?? null;
const near = (label: string, value: number) => expect([label, years(label)]).toEqual([label, expect.closeTo(value, 2)]);

test("ages of years, months, weeks and days, in CELLxGENE's words and in everyday ones", () => {
  near("34-year-old stage", 34.5);
  near("[34_year_old_human_stage]", 34.5);
  near("54 years", 54.5);
  near("8-month-old human stage", 8.5 / 12);
  near("20 month-old stage and over", 20.5 / 12);
  near("P20D", 20.5 / 365.25);
  near("P7", 7 / 365.25);
  near("3 weeks", (3.5 * 7) / 365.25);
  near("under-1-year-old human stage", 0.5);
  near("25-44 year-old human stage", 35);
  near("80 year-old and over human stage", 90);
  near("2-5 year-old child stage", 4);
  near("63yo", 63.5);
});

test("decades, and the words of life", () => {
  near("sixth decade human stage", 55);
  expect(years("fetal stage")).toBeLessThan(0);
  expect(parseLifeStage("adult stage")).toMatchObject({ isBroad: true });
  expect(parseLifeStage("human early adulthood stage")).toMatchObject({ from: 18, to: 40, isBroad: true });
  const order = [
    "Carnegie stage 13",
    "Carnegie stage 23",
    "9th week post-fertilization human stage",
    "25th week post-fertilization human stage",
    "newborn human stage",
    "infant stage",
    "child stage",
    "adolescent stage",
    "young adult stage",
    "human middle aged stage",
    "human aged stage",
  ].map(years);
  expect(order).toEqual([...order].sort((a, b) => a! - b!));
});

test("before birth: after fertilization, of pregnancy, of the mouse", () => {
  near("9th week post-fertilization human stage", (59.5 - 266) / 365.25);
  near("PCW 17", (119 - 266) / 365.25);
  near("17 pcw", (119 - 266) / 365.25);
  near("GW20", (126 - 266) / 365.25);
  near("prenatal 16-18 W", (105 - 266) / 365.25);
  near("E14.5", -5 / 365.25);
  near("Theiler stage 20", (12.75 + 13.5) / 2 / 365.25 - 19.5 / 365.25);
  near("ninth LMP month human stage", (8 * 28 - 14 + 14 - 266) / 365.25);
});

test("HsapDv's numbers", () => {
  near("HsapDv:0000128", 34.5);
  near("HsapDv:0000095", 1.5);
  expect(years("HsapDv:0000037")).toBeLessThan(0);
  expect(years("HsapDv:9999999")).toBeNull();
});

test("what is no age is none", () => {
  for (const label of ["unknown", "B cell", "control", "batch 3", "P1", "donor_12", "CD4 T", "300 years", "Carnegie stage 40", ""]) {
    expect([label, label === "P1" ? null : years(label)]).toEqual([label, null]);
  }
  expect(lifeStages("donor", ["d1", "d2", "45 years"])).toBeNull();
  expect(lifeStages("age", ["23", "45", "unknown"])?.map((stage) => stage?.years ?? null)).toEqual([23, 45, null]);
  expect(lifeStages("leiden", ["23", "45"])).toBeNull();
});

const tokensOf = () =>
  JSON.parse(readFileSync(dataFile("vocab/cellular_aging_map/cxg_phenotypic_tokens_map.json"), "utf8")) as Record<string, string[]>;

test.skipIf(!hasData)("all of CELLxGENE's development stages are understood, and none but 'unknown' is not", () => {
  const tokens = tokensOf();
  expect(tokens.development_stage!.length).toBeGreaterThan(150);
  expect(tokens.development_stage!.filter((label) => !parseLifeStage(label))).toEqual(["[unknown]"]);
  for (const label of tokens.development_stage!) {
    const year = /^\[(\d+)-year-old_human_stage\]$/.exec(label)?.[1];
    if (year) expect(years(label)).toBe(Number(year) + 0.5);
  }
});

test.skipIf(!hasData)("no cell type, tissue, sex or assay of CELLxGENE is taken for an age", () => {
  const tokens = tokensOf();
  for (const head of ["cell_type", "tissue", "sex", "assay", "disease"]) {
    expect([head, lifeStages(head, tokens[head]!)]).toEqual([head, null]);
  }
});
