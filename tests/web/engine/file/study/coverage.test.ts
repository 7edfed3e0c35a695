import { expect, test } from "vitest";
import type { Coverage } from "../../../../../web/src/contract/types";
import { leastCoverage } from "../../../../../web/src/engine/file/study/coverage";

const of = (files: string[], found: number, verdict: Coverage["verdict"], reason = "") => ({
  files,
  coverage: [
    { model: "other", found: 1, vocabulary: 100, verdict: "ok" as const, reason: "" },
    { model: "linear", found, vocabulary: 100, verdict, reason },
  ],
});

test("a model covers a study as it does the file that it covers least", () => {
  const least = leastCoverage("linear", [of(["a"], 90, "ok"), of(["b", "c"], 30, "notice", "30 of 100 genes."), of(["d"], 80, "ok")]);
  expect(least).toMatchObject({ found: 30, verdict: "notice", reason: "In b and c: 30 of 100 genes." });
  expect(leastCoverage("linear", [of(["a"], 90, "ok"), of(["b"], 80, "ok")])).toMatchObject({ found: 80, verdict: "ok", reason: "" });
});

test("where some files are refused it is told which to leave out, and where all are it is not", () => {
  const few = of(["few.h5ad"], 3, "refused", "3 of 100 genes.");
  const none = of(["none.h5ad"], 0, "refused", "0 of 100 genes");
  expect(leastCoverage("linear", [of(["a"], 90, "ok"), few, none])).toMatchObject({
    found: 0,
    verdict: "refused",
    reason: "In none.h5ad: 0 of 100 genes. Leave out few.h5ad, none.h5ad to ask the model about the other files.",
  });
  expect(leastCoverage("linear", [few, none]).reason).toBe("In none.h5ad: 0 of 100 genes");
});
