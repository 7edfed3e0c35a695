import { expect, test } from "vitest";
import { sharedLabelNotices } from "../../../../../web/src/engine/file/study/shared-labels";

const file = (name: string, labels: Record<string, string[]>) => ({
  info: { name, columns: [] },
  labels: new Map(Object.entries(labels)),
});

test("donors that several files name are told as taken for the same, numbers of clusters as not the same", () => {
  const found = sharedLabelNotices([
    file("a.h5ad", { donor: ["1", "2", "3", "4", "5"], leiden: ["0", "1"], cluster: ["T", "B"] }),
    file("b.h5ad", { donor: ["1", "2", "3", "4", "6"], leiden: ["0", "1", "2"], cluster: ["T"] }),
    file("c.h5ad", {}),
  ]);
  expect(found.map(({ code }) => code)).toEqual(["study-donors", "study-clusters"]);
  expect(found[0]!.message).toBe(
    "obs/donor has 1, 2, 3 and 1 more in more than one of a.h5ad and b.h5ad: they are taken for the same donors. Where they are other " +
      "people, rename them in the files before donors are compared.",
  );
  expect(found[1]!.message).toContain("obs/leiden holds numbers of clusters in a.h5ad and b.h5ad");
});

test("where no label is in two files there is nothing to tell", () => {
  expect(sharedLabelNotices([file("a", { donor: ["1"], leiden: ["0"] }), file("b", { donor: ["2"], louvain: ["0"] })])).toEqual([]);
});
