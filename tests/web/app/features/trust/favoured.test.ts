import { expect, test } from "vitest";
import { favouredOf } from "../../../../../web/src/app/features/trust/favoured";
import type { LightColor, TrustLights } from "../../../../../web/src/contract/trust";
import type { Comparison } from "../../../../../web/src/contract/types";

const model = (name: string, color: LightColor) => ({ model: name, lights: { color } as TrustLights });
const labelled = (models: [string, string], onlyFirst: number, onlySecond: number, pValue: number): Comparison =>
  ({ models, onlyFirst, onlySecond, pValue, cells: 100 }) as Comparison;
const favoured = (models: ReturnType<typeof model>[], comparisons: Comparison[] = []) => favouredOf(models, comparisons, (name) => name);

test("better checks decide, equal ones do not, and what could not be told speaks for nobody", () => {
  expect(favoured([model("a", "red"), model("b", "amber")])?.model).toBe("b");
  expect(favoured([model("a", "green"), model("b", "amber")])?.model).toBe("a");
  expect(favoured([model("a", "amber"), model("b", "amber")])).toBeNull();
  expect(favoured([model("a", "none"), model("b", "amber")])).toBeNull();
  expect(favoured([model("a", "green"), model("b", "green"), model("c", "red")])).toBeNull();
  expect(favoured([model("a", "green")])).toBeNull();
});

test("labels come before checks, where the difference is clear over donors", () => {
  const both = [model("a", "red"), model("b", "green")];
  expect(favoured(both, [labelled(["a", "b"], 30, 3, 0.01)])?.model).toBe("a");
  expect(favoured(both, [labelled(["a", "b"], 30, 3, 0.2)])?.model).toBe("b");
  // Without donors there is no p: chance cannot be told from a difference.
  expect(favoured(both, [labelled(["a", "b"], 30, 3, Number.NaN)])?.model).toBe("b");
  const three = [...both, model("c", "amber")];
  expect(favoured(three, [labelled(["a", "b"], 30, 3, 0.01)])?.model).toBe("b");
  expect(favoured(three, [labelled(["a", "b"], 30, 3, 0.01), labelled(["c", "a"], 1, 9, 0.04)])?.model).toBe("a");
});
