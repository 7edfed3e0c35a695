import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { classInfo, knownClasses, learnedFrom, mostTissues, origins, originWords } from "../../../web/src/contract/known-classes";
import type { Manifest } from "../../../web/src/contract/manifest";

const head = (phenotype: string, classes: [string, string, number?][]) => ({
  phenotype,
  classes: classes.map(([label, ontology_id, cells]) => classInfo({ label, ontology_id, ...(cells === undefined ? {} : { cells }) })),
});

const first = {
  species: "human",
  heads: [
    head("cell_type", [
      ["B cell", "CL:0000236", 0],
      ["mystery", "", 5],
    ]),
    head("tissue", [
      ["liver", "UBERON:0002107", 0],
      ["blood", "UBERON:0000178", 20],
      ["brain", "UBERON:0000955", 30],
      ["breast", "UBERON:0000310", 10],
    ]),
  ],
};
const second = {
  species: "human",
  heads: [
    head("cell_type", [
      ["B lymphocyte", "CL:0000236", 7],
      ["Mystery", ""],
      ["mast cell", "CL:0000097"],
    ]),
  ],
};

test("classes of several models are joined by ontology id, else by name, with the most real cells", () => {
  const known = knownClasses([first, second], "cell_type");
  expect(known).toEqual([
    { label: "B cell", ontologyId: "CL:0000236", cells: 7 },
    { label: "mystery", ontologyId: "", cells: 5 },
    { label: "mast cell", ontologyId: "CL:0000097" },
  ]);
  expect(known.map(learnedFrom)).toEqual(["7 real cells", "5 real cells", ""]);
  expect(learnedFrom({ cells: 0 })).toBe("profiles only");
  expect(learnedFrom({ cells: 1 })).toBe("1 real cell");
});

test("what classes were learned from is said in words; a model that does not state it says nothing", () => {
  const known = knownClasses([first], "cell_type");
  expect(origins(known)).toEqual({ cells: 1, profiles: 1, unstated: 0 });
  expect(mostTissues([first])).toEqual(["brain", "blood"]);
  expect(originWords(known)).toBe("1 learned from real cells, 1 from profiles only");
  expect(originWords(known, mostTissues([first]))).toBe("1 learned from real cells, mostly of brain and blood; 1 from profiles only");
  expect(originWords(knownClasses([second], "cell_type").slice(1))).toBe("");
  expect(mostTissues([second])).toEqual([]);
});

test.each(["linear-atlas", "polygene-mini", "projection-atlas"])("%s states of every class what it was learned from", (name) => {
  const { heads } = JSON.parse(readFileSync(`models/released/${name}/manifest.json`, "utf8")) as Manifest;
  const [types] = heads.map(({ classes }) => classes.map(classInfo));
  const { cells, profiles, unstated } = origins(types!);
  expect(unstated).toBe(0);
  expect(cells).toBeGreaterThan(0);
  expect(profiles).toBeGreaterThan(0);
});
