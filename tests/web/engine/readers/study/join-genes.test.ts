import { expect, test } from "vitest";
import { joinGenes } from "../../../../../web/src/engine/readers/study/join-genes";

const ID = (n: number) => `ENSG${String(n).padStart(11, "0")}`;
const none = new Map<string, string[]>();
const named = (symbols: string[], ids?: string[]) => ({ ids: symbols, alternatives: ids ? [{ name: "gene_ids", values: ids }] : [] });

test("the same names in the same order stay where they are", () => {
  const { genes, places, files } = joinGenes([named(["CD3D", "MS4A1"]), named(["CD3D", "MS4A1"])], none);
  expect(genes.ids).toEqual(["CD3D", "MS4A1"]);
  expect(places.map((own) => [...own])).toEqual([
    [0, 1],
    [0, 1],
  ]);
  expect([...files]).toEqual([2, 2]);
});

test("ids come before symbols: a file of ids and one of symbols meet in one that has both", () => {
  const symbols = named(["CD3D", "MS4A1", "LYZ"]);
  const ids = named([`${ID(2)}.4`, ID(1)]);
  const both = named(["MS4A1", "CD3D"], [ID(1), ID(2)]);
  const { genes, places, files } = joinGenes([symbols, ids, both], none);
  const at = (file: number, gene: number) => genes.ids[places[file]![gene]!];
  expect([at(0, 0), at(1, 0), at(2, 1)]).toEqual(["CD3D", "CD3D", "CD3D"]);
  expect([at(0, 1), at(1, 1), at(2, 0)]).toEqual(["MS4A1", "MS4A1", "MS4A1"]);
  expect(files[places[0]![2]!]).toBe(1);
  expect(genes.ids).toHaveLength(3);
});

test("genes of one symbol and different ids are different genes", () => {
  const { genes, files } = joinGenes([named(["TBCE"], [ID(1)]), named(["TBCE"], [ID(2)])], none);
  expect(genes.ids).toHaveLength(2);
  expect([...files]).toEqual([1, 1]);
});

test("a symbol written otherwise, or an alias, is found after what is written alike", () => {
  const aliases = new Map([
    ["ms4a1", ["", ID(1)].filter(Boolean)],
    ["cd20", ["MS4A1", ID(1)]],
  ]);
  const { places } = joinGenes([named(["MS4A1", "GAPDH"]), named(["CD20", "Gapdh"])], aliases);
  expect([...places[1]!]).toEqual([0, 1]);
  // Where the symbol itself is there the alias is another gene.
  const both = joinGenes([named(["MS4A1"]), named(["CD20", "MS4A1"])], aliases);
  expect(both.places[1]![1]).toBe(both.places[0]![0]);
  expect(both.genes.ids).toHaveLength(2);
});

test("a name that a file repeats joins the other file's by its turn, and no column is counted twice", () => {
  const { places, files } = joinGenes([named(["A", "A", "B"]), named(["B", "A", "A", "A"])], none);
  expect([...places[1]!]).toEqual([2, 0, 1, 3]);
  expect([...files]).toEqual([2, 2, 2, 1]);
});
