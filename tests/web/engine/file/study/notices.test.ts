import { expect, test } from "vitest";
import { sameFileNotices } from "../../../../../web/src/engine/file/study/notices";

test("a file that is there twice is told by its samples", () => {
  const file = (sample: string, fingerprint: string) => ({ sample, info: { fingerprint } });
  expect(sameFileNotices([file("a", "1"), file("b", "2")])).toEqual([]);
  expect(sameFileNotices([file("a", "1"), file("b", "2"), file("a-2", "1")])).toEqual([
    { code: "study-same-file", message: "a and a-2 are the same file: each of its cells is counted 2 times. Remove all but one." },
  ]);
});
