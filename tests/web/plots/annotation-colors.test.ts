import { expect, test } from "vitest";
import { colorGroup, renameGroup } from "../../../web/src/contract/annotation-edits";
import { withPalette } from "../../../web/src/plots/annotation-colors";
import { ColorBook } from "../../../web/src/plots/palette";
import { started } from "../support/annotation";

test("a group keeps its own colour; others have that of their name, the same for the same name and as it is shown elsewhere", () => {
  let annotation = started([0, 1, 2]);
  for (const [id, name] of [
    ["a", "B cell"],
    ["b", "T cell"],
    ["c", "B cell"],
  ] as const)
    annotation = renameGroup(annotation, id, name);
  const book = new ColorBook();
  book.add(["T cell", "B cell"]);
  const colored = withPalette(colorGroup(annotation, "b", "#123456"), book);
  expect(colored.groups.map(({ color }) => color)).toEqual([book.color("B cell", false), "#123456", book.color("B cell", false)]);
  expect(new Set(colored.start.map(({ color }) => color)).size).toBe(3);
  expect(annotation.groups.every(({ color }) => color === "")).toBe(true);
});
