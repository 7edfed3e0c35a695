import { expect, test } from "vitest";
import type { Coverage } from "../../../../../web/src/contract/types";
import { joinedCoverage } from "../../../../../web/src/engine/file/study/coverage";

const of = (files: string[], found: number, verdict: Coverage["verdict"], reason = "") => ({
  files: files.map((file) => ({ sample: file.replace(".h5ad", ""), file })),
  coverage: [
    { model: "other", found: 1, vocabulary: 100, verdict: "ok" as const, reason: "" },
    { model: "linear", found, vocabulary: 100, verdict, reason },
  ],
});

test("a model covers a study as it does the file that it covers least", () => {
  const least = joinedCoverage("linear", [of(["a"], 90, "ok"), of(["b", "c"], 30, "notice", "30 of 100 genes."), of(["d"], 80, "ok")]);
  expect(least).toEqual({ model: "linear", vocabulary: 100, found: 30, verdict: "notice", reason: "In b and c: 30 of 100 genes." });
  expect(joinedCoverage("linear", [of(["a"], 90, "ok"), of(["b"], 80, "ok")])).toMatchObject({ found: 80, verdict: "ok", reason: "" });
});

test("files that a model cannot read are named with the reason, and the others are read; where it reads none it is refused", () => {
  const few = of(["few.h5ad"], 3, "refused", "3 of 100 genes.");
  const none = of(["none.h5ad"], 0, "refused", "0 of 100 genes.");
  expect(joinedCoverage("linear", [of(["a"], 90, "ok"), few, none])).toEqual({
    model: "linear",
    vocabulary: 100,
    found: 90,
    verdict: "notice",
    reason: "Not read by this model: few.h5ad. 3 of 100 genes. Not read by this model: none.h5ad. 0 of 100 genes.",
    unread: [
      { sample: "few", file: "few.h5ad", reason: "3 of 100 genes." },
      { sample: "none", file: "none.h5ad", reason: "0 of 100 genes." },
    ],
  });
  const refused = joinedCoverage("linear", [few, none]);
  expect(refused).toMatchObject({ verdict: "refused", reason: "In none.h5ad: 0 of 100 genes." });
  expect(refused.unread).toBeUndefined();
});
