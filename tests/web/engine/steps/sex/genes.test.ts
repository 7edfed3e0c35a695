import { expect, test } from "vitest";
import { GeneNames } from "../../../../../web/src/engine/genes/names";
import { cannotTellSex, sexGenes } from "../../../../../web/src/engine/steps/sex/genes";

const found = (ids: string[]) => sexGenes(new GeneNames({ ids, alternatives: [] }), ids.length);

test("genes of sex are found by human and mouse symbols and by Ensembl ids", () => {
  expect(found(["CD3E", "XIST", "UTY", "TMSB4Y"])).toMatchObject({ x: ["XIST"], y: ["UTY"], marks: Uint8Array.of(0, 1, 2, 0) });
  expect(found(["Xist", "Eif2s3y", "Cd3e"])).toMatchObject({ x: ["Xist"], y: ["Eif2s3y"], marks: Uint8Array.of(1, 2, 0) });
  const ids = ["ENSG00000229807.5", "ENSG00000129824.16", "ENSG00000198851.9"];
  expect(found(ids).marks).toEqual(Uint8Array.of(1, 2, 0));
});

test("sex cannot be told without genes of both kinds", () => {
  expect(cannotTellSex(found(["XIST", "UTY"]))).toBeNull();
  expect(cannotTellSex(found(["CD3E"]))).toContain("neither XIST nor");
  expect(cannotTellSex(found(["XIST"]))).toContain("no gene of the Y chromosome");
  expect(cannotTellSex(found(["UTY"]))).toContain("XIST is not measured");
});
