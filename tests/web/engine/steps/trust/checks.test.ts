import { expect, test } from "vitest";
import { besideAgreement, unmeasured, type Judgement } from "../../../../../web/src/engine/steps/trust/checks";

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
