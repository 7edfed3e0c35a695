import { describe, expect, test } from "vitest";
import type { MarkerHits } from "../../../../../web/src/contract/groups";
import { judgedGroup, ratherOf } from "../../../../../web/src/engine/steps/groups/suspicion";

const hits = (label: string, found: number, all = 10): MarkerHits => ({
  label,
  found: Array.from({ length: found }, (_, i) => `${label[0]}${i}`),
  missing: Array.from({ length: all - found }, (_, i) => `${label[0]}${found + i}`),
});

const rival = (found: MarkerHits, expected: number | null = null) => ({ hits: found, expected });

const fine = {
  group: "3",
  cells: 100,
  donors: null,
  label: "B cell",
  ontologyId: "CL:0000236",
  share: 1,
  entropy: 0.1,
  probability: 1,
  agreement: 1,
  far: 0.05,
  topGenes: ["CD79A", "MS4A1", "CD79B", "IGHM", "CD74"],
  markers: hits("B cell", 6),
  rather: null,
};

describe("a group's suspicion", () => {
  test("none where everything agrees; only what was measured counts, and a model's own word is no check", () => {
    expect(judgedGroup(fine, 8)).toMatchObject({ suspicion: 0, color: "green", reasons: [] });
    expect(judgedGroup({ ...fine, agreement: null, far: null, markers: null }, 8)).toMatchObject({ suspicion: 0, color: "none" });
  });

  test("is one less the product of what each sign leaves standing", () => {
    const { suspicion, color, reasons } = judgedGroup({ ...fine, share: 0.7, agreement: 0.6, probability: 0.9 }, 8);
    expect(suspicion).toBeCloseTo(1 - 0.7 * 0.6 * 0.9, 12);
    expect(color).toBe("amber");
    expect(reasons).toEqual(["other models agree on 60% of its cells", "mixed: 70% of its cells have this label"]);
  });

  test("markers that are missing are red, and whose markers are there instead is said", () => {
    const own = hits("conventional dendritic cell", 1, 12);
    const plasma = hits("plasma cell", 8);
    const rather = ratherOf(own, [rival(hits("B cell", 3)), rival(plasma)]);
    expect(rather).toMatchObject({ ...plasma, surprise: 0.8 - 1 / 12 });
    const row = { ...fine, cells: 10, label: own.label, markers: own, rather, topGenes: ["IGKC", "JCHAIN"] };
    const { color, reasons } = judgedGroup(row, 8);
    expect(color).toBe("red");
    expect(reasons).toEqual([
      "only 1 of 12 known markers of conventional dendritic cell is among its top genes",
      "its top genes are rather those of plasma cell (8 of 10 markers: p0, p1, p2, p3, ...)",
      "10 cells only",
    ]);
    expect(judgedGroup({ ...row, markers: hits("conventional dendritic cell", 0), rather: null }, 8).reasons[0]).toBe(
      "none of the 10 known markers of conventional dendritic cell is among its top genes (IGKC, JCHAIN)",
    );
  });

  test("another class is named only where its markers fit clearly better than the label's", () => {
    expect(ratherOf(hits("B cell", 5), [rival(hits("plasma cell", 7))])).toBeNull();
    expect(ratherOf(hits("B cell", 4), [rival(hits("plasma cell", 8))])?.label).toBe("plasma cell");
    expect(ratherOf(null, [rival(hits("plasma cell", 10))])).toBeNull();
    expect(ratherOf(hits("B cell", 5), [])).toBeNull();
  });

  test("markers that cells of the label do not have are a surprise beside the label's own, those of kin are none", () => {
    const own = hits("conventional dendritic cell", 9);
    const plasmacytoid = hits("plasmacytoid dendritic cell", 8);
    expect(ratherOf(own, [rival(plasmacytoid, 0.1)])).toMatchObject(plasmacytoid);
    expect(ratherOf(own, [rival(plasmacytoid, 0.4)])).toBeNull();
    expect(ratherOf(own, [rival(hits("plasma cell", 5), 0)])).toBeNull();
    expect(ratherOf(own, [rival(hits("B cell", 7), 0.1), rival(plasmacytoid, 0.1)])).toMatchObject(plasmacytoid);
  });

  test("most cells beyond the limits are red, some amber; one donor of many is said", () => {
    expect(judgedGroup({ ...fine, far: 0.6 }, 8).color).toBe("red");
    expect(judgedGroup({ ...fine, far: 0.4 }, 8)).toMatchObject({
      color: "amber",
      reasons: ["40% of its cells are unlike the training cells"],
    });
    expect(judgedGroup({ ...fine, agreement: 0.4 }, 8).color).toBe("red");
    expect(judgedGroup({ ...fine, donors: 1 }, 8).reasons).toEqual(["all of one donor, of 8 in the file"]);
    expect(judgedGroup({ ...fine, donors: 1 }, 2).reasons).toEqual([]);
  });
});
