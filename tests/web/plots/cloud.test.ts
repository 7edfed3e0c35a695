import { expect, test } from "vitest";
import { apart, reachOf } from "../../../web/src/plots/cloud";

const dot = (x: number, y: number, symbol: string) => ({ x, y, symbol });
// 300 by 200 pixels of 30 by 20 units: ten pixels a unit.
const corners = [dot(0, 0, ""), dot(30, 20, "")];
const named = (...dots: ReturnType<typeof dot>[]) => apart(dots, reachOf(corners, 300, 200), 20).map(({ symbol }) => symbol);

test("names that would lie on one another are left out, the first dots' ones stay", () => {
  expect(named(dot(1, 10, "GENE3760"), dot(5, 10, "GENE1990"))).toEqual(["GENE3760"]);
  expect(named(dot(1, 10, "GENE3760"), dot(5, 12, "GENE1990"))).toEqual(["GENE3760", "GENE1990"]);
  expect(named(dot(1, 10, "GENE3760"), dot(12, 10, "GENE1990"))).toEqual(["GENE3760", "GENE1990"]);
});

test("a longer name needs more room, and one left of its dot has it there", () => {
  expect(named(dot(1, 10, "ENSG00000244734"), dot(10, 10, "CD3E"))).toEqual(["ENSG00000244734"]);
  expect(named(dot(1, 10, "LYZ"), dot(10, 10, "CD3E"))).toEqual(["LYZ", "CD3E"]);
  // Beyond the middle names stand left: right of 12 and left of 22 they meet.
  expect(named(dot(12, 10, "GENE3760"), dot(22, 10, "GENE1990"))).toEqual(["GENE3760"]);
  expect(named(dot(29, 10, "GENE3760"), dot(12, 10, "CD3"))).toEqual(["GENE3760", "CD3"]);
});

test("no more than twelve are named", () => {
  expect(named(...Array.from({ length: 15 }, (_, i) => dot(0, i * 1.4, `G${i}`)))).toHaveLength(12);
});
