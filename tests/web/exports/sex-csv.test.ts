import { expect, test } from "vitest";
import { sexCsv } from "../../../web/src/exports/sex-csv";

test("sex.csv has a row a donor with what the verdict rests on", () => {
  const unit = {
    name: "ann, 1",
    verdict: "maybe-mixed" as const,
    cells: 3,
    x: 1,
    y: 20,
    total: NaN,
    xOnly: 1,
    yOnly: 2,
    both: 0,
    expectedBoth: 0.5,
    pExclusive: 0.25,
    says: "Because.",
  };
  const [head, row] = sexCsv({ units: [unit] }).split("\n");
  expect(head).toContain("donor,sex,why,cells,xist_counts,y_counts,all_counts");
  expect(row).toBe('"ann, 1",cannot tell: may be cells of both sexes,Because.,3,1,20,,1,2,0,0.5,0.25');
});
