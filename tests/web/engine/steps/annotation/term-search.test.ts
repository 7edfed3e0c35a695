import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { root } from "../../../../../scripts/lib/run.mjs";
import { TermSearch } from "../../../../../web/src/engine/steps/annotation/term-search";
import { Ontology, TERMS } from "../../../../../web/src/engine/steps/trust/is-a";

describe("terms by what is typed", () => {
  let search: TermSearch;
  beforeAll(() => {
    search = new TermSearch(new Ontology(readFileSync(join(root, "web/public", TERMS), "utf8")));
  });
  const first = (words: string) => search.find(words, 5)[0];

  test("an id, a name, a synonym with the id it is of", () => {
    expect(first("CL:0000236")).toEqual({ id: "CL:0000236", name: "B cell", synonym: "", how: "id" });
    expect(first("cl:0000084")).toMatchObject({ name: "T cell", how: "id" });
    expect(first("b cells")).toMatchObject({ id: "CL:0000236", synonym: "", how: "exact" });
    expect(first("NK cell")).toMatchObject({ id: "CL:0000623", name: "natural killer cell", synonym: "NK cell", how: "exact" });
  });

  test("beginnings come before words within, and each term comes once", () => {
    const found = search.find("macro", 50);
    expect(found[0]).toMatchObject({ name: "macrophage", how: "prefix" });
    const hows = found.map(({ how }) => ["id", "exact", "beginning", "whole words", "prefix", "word prefix", "words"].indexOf(how));
    expect(hows).toEqual([...hows].sort((a, b) => a - b));
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    expect(search.find("cd4 t", 20).map(({ name }) => name)).toContain("CD4-positive, alpha-beta T cell");
  });

  test("whole words come before beginnings of words, and terms that models know before others", () => {
    const [cd8, cd4, beta] = ["CL:0000625", "CL:0000624", "CL:0000169"] as const;
    const known = new Set<string>([cd8, cd4, beta, "CL:0000789"]);
    expect(search.find("cd8 t", 1, known)[0]).toMatchObject({ id: cd8, how: "whole words" });
    expect(search.find("cd8 t", 3).some(({ name }) => name.includes("CD8aa"))).toBe(false);
    expect(search.find("cd4 t", 1, known)[0]!.id).toBe(cd4);
    expect(search.find("beta cell", 1, known)[0]!.id).toBe(beta);
    expect(search.find("nk", 1, new Set(["CL:0000623"]))[0]).toMatchObject({ id: "CL:0000623", synonym: "NK cell", how: "beginning" });
  });

  test("terms of tissues and diseases are no cell types, and nothing matches nothing", () => {
    expect(search.find("lung", 200).every(({ id }) => id.startsWith("CL:"))).toBe(true);
    expect(search.find("  ", 5)).toEqual([]);
    expect(search.find("zzqx", 5)).toEqual([]);
    expect(search.find("cell", 3)).toHaveLength(3);
  });
});
