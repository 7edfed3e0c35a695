import { expect, test } from "vitest";
import type { Mixing } from "../../../../../web/src/contract/integrate";
import { sentence } from "../../../../../web/src/engine/steps/integrate/sentence";

const mixing = (given: Partial<Mixing>): Mixing => ({
  batchLisi: 0.1,
  kbet: 0.1,
  labelLisi: 0.98,
  labelSilhouette: 0.6,
  batchSilhouette: 0.8,
  ari: 0.7,
  nmi: 0.7,
  ownLabel: [
    { batch: "a", cells: 100, share: 0.9, expected: 0.3 },
    { batch: "b", cells: 100, share: 0.9, expected: 0.3 },
  ],
  ...given,
});
const about = { method: "harmony" as const, column: "sample", labels: "cell_type" };

test("what was mixed and what stayed apart", () => {
  const says = sentence(about, mixing({}), mixing({ batchLisi: 0.6, labelLisi: 0.975, ari: 0.72 }));
  expect(says).toContain("Harmony mixed the batches of sample (iLISI .10 to .60)");
  expect(says).toContain("stayed apart (cLISI .98 to .97, ARI .70 to .72)");
});

test("types that lie closer are told, and the batch that lost most", () => {
  const worse = sentence(about, mixing({}), mixing({ batchLisi: 0.6, labelLisi: 0.9, ari: 0.5 }));
  expect(worse).toContain("it may have removed differences between them");
  const one = sentence(
    about,
    mixing({}),
    mixing({
      batchLisi: 0.6,
      ownLabel: [
        { batch: "a", cells: 100, share: 0.89, expected: 0.3 },
        { batch: "b", cells: 100, share: 0.6, expected: 0.3 },
      ],
    }),
  );
  expect(one).toContain("less so in b (.90 to .60");
});

test("without labels nothing is said to be safe, and no change is called none", () => {
  const bare = { labelLisi: null, ari: null, ownLabel: null };
  const says = sentence({ ...about, method: "mnn", labels: null }, mixing(bare), mixing({ ...bare, batchLisi: 0.11 }));
  expect(says).toBe(
    "MNN changed the mixing of sample little (iLISI .10 to .11); without labels nothing tells how much biology went with it.",
  );
});
