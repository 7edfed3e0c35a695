import { expect, test } from "vitest";
import { toCsv } from "../../../web/src/exports/table-csv";

test("fields with commas, quotes and line ends are quoted", () => {
  expect(
    toCsv({
      columns: ["a", "b"],
      rows: [
        ["x, y", 'say "hi"'],
        ["two\nlines", 1.5],
      ],
    }),
  ).toBe('a,b\n"x, y","say ""hi"""\n"two\nlines",1.5\n');
});

test("what is not a number is left empty", () => {
  expect(toCsv({ columns: ["a"], rows: [[Number.NaN]] })).toBe("a\n\n");
});

test("a label of a file that a spreadsheet would run is made plain text", () => {
  expect(toCsv({ columns: ["label"], rows: [["=1+1"], ["-5"]] })).toBe("label\n'=1+1\n-5\n");
});
