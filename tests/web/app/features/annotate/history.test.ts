import { expect, test } from "vitest";
import { begin, put, redone, undone } from "../../../../../web/src/app/features/annotate/history";

test("what was done is undone and done again, step by step", () => {
  let now = put(put(begin("a"), "b"), "c");
  now = undone(now);
  expect(now).toEqual({ past: ["a"], now: "b", future: ["c"] });
  now = undone(undone(now));
  expect(now.now).toBe("a");
  now = redone(redone(redone(now)));
  expect(now).toEqual({ past: ["a", "b"], now: "c", future: [] });
});

test("an edit after undoing ends what could be done again; no change is no step", () => {
  const now = put(undone(put(begin("a"), "b")), "d");
  expect(now).toEqual({ past: ["a"], now: "d", future: [] });
  expect(put(now, "d")).toBe(now);
});

test("a state that is null is one like others", () => {
  expect(undone(put(begin<string | null>(null), "a")).now).toBe(null);
  expect(redone(undone(put(begin<string | null>("a"), null))).now).toBe(null);
});

test("the steps kept are bounded", () => {
  let now = begin(0);
  for (let i = 1; i < 1000; i++) now = put(now, i);
  expect(now.past.length).toBe(100);
  expect(undone(now).now).toBe(998);
});
