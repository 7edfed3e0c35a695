import { expect, test } from "vitest";
import { guessColumn } from "../../../web/src/contract/guess-column";
import type { ColumnInfo } from "../../../web/src/contract/types";

const column = (name: string, kind: ColumnInfo["kind"] = "category"): ColumnInfo => ({ name, kind });

test("label columns are guessed by name, whatever their case and signs", () => {
  expect(guessColumn("cell_type", [column("n_genes", "number"), column("louvain"), column("Cell Type")])).toBe("Cell Type");
  expect(guessColumn("sex", [column("Gender")])).toBe("Gender");
  expect(guessColumn("cell_type", [column("my_cell_type_v2")])).toBe("my_cell_type_v2");
});

test("a number is never taken for labels, and nothing for something", () => {
  expect(guessColumn("cell_type", [column("cell_type", "number"), column("batch")])).toBe("");
});
