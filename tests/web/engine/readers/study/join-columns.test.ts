import { expect, test } from "vitest";
import { joinColumn, joinColumns } from "../../../../../web/src/engine/readers/study/join-columns";

test("columns of one kind are joined silently, others as text with a sentence", () => {
  const joined = joinColumns([
    {
      name: "a.h5ad",
      columns: [
        { name: "type", kind: "category" },
        { name: "age", kind: "number" },
      ],
    },
    {
      name: "b.h5ad",
      columns: [
        { name: "type", kind: "text" },
        { name: "age", kind: "text" },
      ],
    },
  ]);
  expect(joined.map(({ info }) => info)).toEqual([
    { name: "type", kind: "text" },
    { name: "age", kind: "text" },
  ]);
  expect(joined.map(({ conflict }) => conflict)).toEqual([null, "obs/age holds numbers in a.h5ad, text in b.h5ad: all are read as text."]);
});

test("categories are merged by name, with the colours that every one has", () => {
  const column = joinColumn({ name: "type", kind: "category" }, [
    { cells: 2, column: { name: "type", kind: "category", codes: Int32Array.of(1, 0), categories: ["B", "T"], colors: ["#001", "#002"] } },
    { cells: 1, column: null },
    {
      cells: 3,
      column: { name: "type", kind: "category", codes: Int32Array.of(0, -1, 1), categories: ["T", "NK"], colors: ["#009", "#003"] },
    },
  ]);
  expect(column).toEqual({
    name: "type",
    kind: "category",
    codes: Int32Array.of(1, 0, -1, 1, -1, 2),
    categories: ["B", "T", "NK"],
    colors: ["#001", "#002", "#003"],
  });
});

test("numbers keep their width where all are single, and are missing where a file has none", () => {
  const single = joinColumn({ name: "age", kind: "number" }, [
    { cells: 1, column: { name: "age", kind: "number", values: Float32Array.of(1.5) } },
    { cells: 1, column: null },
  ]);
  expect(single).toEqual({ name: "age", kind: "number", values: Float32Array.of(1.5, NaN) });
  const wide = joinColumn({ name: "age", kind: "number" }, [
    { cells: 1, column: { name: "age", kind: "number", values: Float32Array.of(1.5) } },
    { cells: 1, column: { name: "age", kind: "number", values: Float64Array.of(0.1) } },
  ]);
  expect(wide).toEqual({ name: "age", kind: "number", values: Float64Array.of(1.5, 0.1) });
});

test("numbers beside words are words", () => {
  const column = joinColumn({ name: "age", kind: "text" }, [
    { cells: 2, column: { name: "age", kind: "number", values: Float64Array.of(64, NaN) } },
    { cells: 1, column: { name: "age", kind: "text", codes: Int32Array.of(0), categories: ["adult"] } },
  ]);
  expect(column).toEqual({ name: "age", kind: "text", codes: Int32Array.of(0, -1, 1), categories: ["64", "adult"] });
});
