import { expect, test } from "vitest";
import { fileName } from "../../../web/src/exports/save";

test("file names hold nothing that a path could misread", () => {
  expect(fileName("../a b/c", "Größe: x")).toBe("..-a-b-c-Größe-x");
});
