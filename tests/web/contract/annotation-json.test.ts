import { expect, test } from "vitest";
import type { Annotation } from "../../../web/src/contract/annotation";
import { renameGroup, splitGroupBy, withoutCells } from "../../../web/src/contract/annotation-edits";
import { looksLikeAnnotation, readAnnotation } from "../../../web/src/contract/annotation-json";
import { started } from "../support/annotation";

const whole = splitGroupBy(renameGroup(started([0, 0, 1, 1, 2]), "a", "B cell", "CL:0000236"), "b", Int32Array.of(-1, -1, 0, 1, -1), {
  kind: "lasso",
});
const read = (change: Partial<Record<keyof Annotation, unknown>>) => readAnnotation(JSON.stringify({ ...whole, ...change }), "names.json");

test("what was saved is read again as it was", () => {
  expect(readAnnotation(JSON.stringify(whole), "names.json")).toEqual(whole);
  // As in a link, without its cells.
  expect(read({ codes: "" })).toEqual(withoutCells(whole));
});

test.each([
  [{ version: 7 }, "names.json is an annotation of version 7; this version of Phenolens reads 1."],
  [{ file: null }, "names.json does not name its data file."],
  [{ grouping: { kind: "magic" } }, "names.json does not say what its groups were made of (grouping)."],
  [{ start: [{ name: "a" }] }, "names.json has no list of groups (start)."],
  [{ groups: [{ ...whole.groups[0], mark: "odd" }] }, "names.json has groups without name, members or mark."],
  [{ groups: [whole.groups[0], whole.groups[0]] }, "names.json has two groups of one id."],
  [
    { groups: [whole.groups[0], { ...whole.groups[1], members: whole.groups[0]!.members }] },
    "names.json has two groups that share a member.",
  ],
  [{ splits: [{ of: ["b"] }] }, "names.json has splits that are none."],
  [{ codes: "8:AAAA" }, "The annotation's groups are not of its 5 cells."],
  [{ thresholds: { far: "near" } }, "names.json has thresholds that are no numbers."],
])("%j is refused by what is wrong with it", (change, says) => {
  expect(() => read(change)).toThrow(says);
});

test("a session, a table or a torn file is no annotation", () => {
  expect(() => readAnnotation("{", "names.json")).toThrow("names.json is not JSON, so it is not an annotation.");
  expect(() => readAnnotation('{"format":"phenolens-session/1"}', "s.json")).toThrow("s.json is not an annotation of Phenolens.");
  expect(looksLikeAnnotation({ format: "phenolens-session/1", version: "0.1.0", groups: [], grouping: {} })).toBe(false);
  expect(looksLikeAnnotation(whole)).toBe(true);
});
