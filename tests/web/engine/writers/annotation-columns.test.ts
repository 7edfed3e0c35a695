import { expect, test } from "vitest";
import { markGroup, renameGroup } from "../../../../web/src/contract/annotation-edits";
import type { OpenedFile } from "../../../../web/src/engine/file/opened-file";
import { annotationColumns } from "../../../../web/src/engine/writers/annotation-columns";
import type { NewColumn } from "../../../../web/src/engine/writers/new-column";
import { started } from "../../support/annotation";

const file = (cells: number) => ({ info: { name: "f.h5ad", cells }, reader: { columns: [] } }) as unknown as OpenedFile;
const words = (columns: readonly NewColumn[], name: string) => {
  const found = columns.find((column) => column.name === name);
  if (found?.kind !== "category") throw new Error(`${name} is no column of categories.`);
  return Array.from(found.codes, (code) => found.categories[code] ?? "");
};

test("CELLxGENE's columns have a term or `unknown` for every cell; names of the user's own are kept beside them", () => {
  let mine = renameGroup(started([0, 1, 2, 3, -1], ["a", "b", "c", "d"]), "a", "B cell", "CL:0000236");
  mine = markGroup(renameGroup(mine, "b", "my favourite cell"), "c", "doublet");
  const { columns, facts } = annotationColumns(file(5), mine, { name: "mine", isCellxgene: true });
  expect(words(columns, "mine")).toEqual(["B cell", "my favourite cell", "doublet", "", ""]);
  expect(words(columns, "cell_type")).toEqual(["B cell", "unknown", "unknown", "unknown", "unknown"]);
  expect(words(columns, "cell_type_ontology_term_id")).toEqual(["CL:0000236", "unknown", "unknown", "unknown", "unknown"]);
  expect(facts).toMatchObject({ column: "mine", groups_of: "leiden" });
  expect(JSON.parse(facts.annotation!)).toMatchObject({ codes: "", groups: mine.groups });
});

test("an annotation of other cells is refused", () => {
  expect(() => annotationColumns(file(4), started([0, 1, 2]), { name: "mine", isCellxgene: false })).toThrow(
    "The annotation is of 3 cells, but f.h5ad has 4.",
  );
});
