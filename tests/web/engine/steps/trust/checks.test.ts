import { expect, test } from "vitest";
import { besideAgreement, genes, unmeasured, type Judgement } from "../../../../../web/src/engine/steps/trust/checks";

const judged = (color: Judgement["color"], says = "."): Judgement => ({ color, figure: 0.5, limits: [0.1, 0.3], says });

test("far cells are red unless other models agree on their labels", () => {
  const far = judged("red", "50% of the cells are far.");
  expect(besideAgreement(far, judged("green"))).toEqual({
    ...far,
    color: "amber",
    says: "50% of the cells are far. Models agree on their labels, so the protocol may be what is new.",
  });
  for (const other of [judged("amber"), judged("red"), unmeasured("One model alone.")]) expect(besideAgreement(far, other)).toBe(far);
});

test("what is not red stays as it is", () => {
  for (const far of [judged("green"), judged("amber"), unmeasured("No profiles.")]) expect(besideAgreement(far, judged("green"))).toBe(far);
});

test("of several files the genes that carry least are told for what they are", () => {
  const coverage = { model: "m", found: 100, vocabulary: 1000, verdict: "notice" as const, reason: "" };
  const says = (least: boolean) => genes(coverage, { isFitted: true, carried: [0.54], leastFitted: [least] }, 0);
  expect(says(true).says).toBe(
    "Every file that is read measures 100 of 1,000 genes (10%) or more. Where they carry least, the model was fitted to them by its " +
      "composite cells: they give 54% of the variance of its scores.",
  );
  expect(says(false)).toMatchObject({
    color: "green",
    says:
      "Every file that is read measures 100 of 1,000 genes (10%) or more. Where they carry least, they carry 54% of the weight that " +
      "tells its classes apart.",
  });
});
