import { describe, expect, it } from "vitest";
import type { Annotation } from "../../../web/src/contract/annotation";
import { groupsOfAnnotation, leafCodes, writtenNames } from "../../../web/src/contract/annotation-cells";
import {
  acceptName,
  draftNames,
  markGroup,
  mergeGroups,
  noteGroup,
  renameGroup,
  splitGroupBy,
  takeOut,
  withCells,
  withoutCells,
} from "../../../web/src/contract/annotation-edits";
import { packCodes, unpackCodes } from "../../../web/src/contract/packed-codes";
import { started } from "../support/annotation";

/** A small generator of whole numbers below `most`, the same for a seed on every machine. */
function draws(seed: number): (most: number) => number {
  let state = seed >>> 0;
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
}

/** Which cells go together, and under what id: what an edit must say the same of as a naive list does. */
const cellsById = (annotation: Annotation): Map<string, number[]> => {
  const { names, codes } = groupsOfAnnotation(annotation);
  return new Map(names.map((id, group) => [id, [...codes.keys()].filter((cell) => codes[cell] === group)]));
};

const SUGGESTED = { name: "T cell", ontologyId: "CL:0000084", source: "consensus", confidence: 0.9, mark: "named" as const };

describe("edits of an annotation", () => {
  it("names, marks and notes", () => {
    const first = started([0, 1, 2, -1]);
    const second = acceptName(first, "a", SUGGESTED);
    expect(second.groups[0]).toMatchObject({ ...SUGGESTED, isAccepted: true });
    expect(first.groups[0]!.name).toBe("");
    const third = noteGroup(markGroup(renameGroup(second, "b", " B cell ", "CL:0000236"), "c", "doublet"), "c", "two types");
    expect(writtenNames(third)).toEqual({
      names: ["T cell", "B cell", "doublet"],
      ontologyIds: ["CL:0000084", "CL:0000236", ""],
      colors: ["", "", ""],
      of: [0, 1, 2],
    });
    expect(third.groups[2]!.note).toBe("two types");
    expect(() => renameGroup(first, "d", "x")).toThrow(/no group d/);
    expect(() => renameGroup(first, "a", " ")).toThrow(/letter/);
  });

  it("keeps what the user settled when names are drafted", () => {
    const mine = renameGroup(started([0, 1, 2]), "a", "mine");
    const drafted = draftNames(
      mine,
      new Map([
        ["a", SUGGESTED],
        ["b", SUGGESTED],
      ]),
    );
    expect(drafted.groups.map(({ name }) => name)).toEqual(["mine", "T cell", ""]);
  });

  it("merges at the place of the first group and calls it as the one named first", () => {
    const named = renameGroup(started([0, 1, 2, 0]), "c", "late");
    const merged = mergeGroups(named, ["c", "a"]);
    expect(merged.groups.map(({ id, name }) => [id, name])).toEqual([
      ["a + c", "late"],
      ["b", ""],
    ]);
    expect(cellsById(merged)).toEqual(
      new Map([
        ["a + c", [0, 2, 3]],
        ["b", [1]],
      ]),
    );
    expect(() => mergeGroups(named, ["a"])).toThrow(/two groups/);
  });

  it("splits a group, and what has no part stays with its name", () => {
    const named = renameGroup(started([0, 0, 0, 1]), "a", "A");
    const split = splitGroupBy(named, "a", Int32Array.from([0, 1, -1, -1]), { kind: "leiden", resolution: 2, seed: 1 });
    expect(cellsById(split)).toEqual(
      new Map([
        ["a.0", [0]],
        ["a.1", [1]],
        ["a", [2]],
        ["b", [3]],
        ["c", []],
      ]),
    );
    expect(split.groups[2]!.name).toBe("A");
    expect(() => splitGroupBy(named, "a", Int32Array.from([0, 0, 0, -1]), { kind: "lasso" })).toThrow(/stays whole/);
  });

  it("takes a selection out of several groups, and drops the one left empty", () => {
    const out = takeOut(started([0, 0, 1, 2]), Uint32Array.from([1, 2]));
    expect(cellsById(out)).toEqual(
      new Map([
        ["a", [0]],
        ["c", [3]],
        ["selection", [1, 2]],
      ]),
    );
    expect(() => takeOut(out, Uint32Array.from([1, 2]))).toThrow(/stays as it is/);
    expect(() => takeOut(started([-1]), Uint32Array.from([0]))).toThrow(/None/);
  });

  it("says the same of every cell as a naive list after many edits, and after a trip through JSON", () => {
    for (let seed = 1; seed <= 60; seed++) {
      const draw = draws(seed);
      const cells = 1 + draw(300);
      let annotation = started(Array.from({ length: cells }, () => draw(4) - 1));
      let naive = cellsById(annotation);
      const past: [string, Map<string, number[]>][] = [];
      for (let edit = 0; edit < 12; edit++) {
        past.push([JSON.stringify(annotation), naive]);
        const ids = annotation.groups.map(({ id }) => id);
        const id = ids[draw(ids.length)]!;
        const own = naive.get(id)!;
        const kind = draw(3);
        try {
          if (kind === 0) {
            const other = ids[draw(ids.length)]!;
            annotation = mergeGroups(annotation, [...new Set([id, other])]);
            const merged = annotation.groups.find((group) => !ids.includes(group.id))!.id;
            const both = [...own, ...naive.get(other)!].sort((a, b) => a - b);
            naive = new Map([...naive].filter(([name]) => name !== id && name !== other)).set(merged, both);
          } else if (kind === 1) {
            const parts = Int32Array.from({ length: cells }, () => draw(4) - 1);
            annotation = splitGroupBy(annotation, id, parts, { kind: "leiden", resolution: 1, seed });
            const fresh = annotation.groups.map((group) => group.id).filter((one) => !ids.includes(one));
            const used = [...new Set(own.map((cell) => parts[cell]!))].filter((part) => part >= 0).sort((a, b) => a - b);
            naive = new Map(naive);
            const stay = own.filter((cell) => parts[cell]! < 0);
            if (stay.length > 0) naive.set(id, stay);
            else naive.delete(id);
            used.forEach((part, i) =>
              naive.set(
                fresh[i]!,
                own.filter((cell) => parts[cell] === part),
              ),
            );
          } else {
            const chosen = new Set(Array.from({ length: draw(cells) }, () => draw(cells)));
            annotation = takeOut(annotation, Uint32Array.from(chosen));
            const fresh = annotation.groups.at(-1)!.id;
            const grouped = new Set([...naive.values()].flat());
            naive = new Map(
              [...naive].flatMap(([name, list]) => {
                const left = list.filter((cell) => !chosen.has(cell));
                return left.length > 0 ? [[name, left] as const] : [];
              }),
            ).set(
              fresh,
              [...chosen].filter((cell) => grouped.has(cell)).sort((a, b) => a - b),
            );
          }
        } catch (error) {
          // What cannot be done says so, and changes nothing.
          expect((error as { code: string }).code).toBe("bad-input");
        }
        const found = cellsById(JSON.parse(JSON.stringify(annotation)) as Annotation);
        expect(new Map([...found].filter(([, list]) => list.length > 0)), `seed ${seed}, edit ${edit}`).toEqual(
          new Map([...naive].filter(([, list]) => list.length > 0)),
        );
      }
      // To undo is to go back to an older one, which no edit has changed.
      for (const [json, known] of past) expect(cellsById(JSON.parse(json) as Annotation)).toEqual(known);
      const { codes } = unpackedStart(annotation);
      expect(withCells(withoutCells(annotation), codes)).toEqual(annotation);
    }
  });

  it("refuses an annotation whose codes are of other cells", () => {
    const annotation = started([0, 1]);
    expect(() => leafCodes({ ...annotation, codes: packCodes(Int32Array.from([0])) })).toThrow(/not of its 2 cells/);
    expect(() => leafCodes({ ...annotation, codes: "8:*" })).toThrow(/cannot be read/);
    const split = splitGroupBy(started([0, 0]), "a", Int32Array.from([0, 1]), { kind: "lasso" });
    expect(() => leafCodes({ ...split, splits: [{ ...split.splits[0]!, codes: packCodes(Int32Array.from([0])) }] })).toThrow(/split of a/);
  });
});

const unpackedStart = ({ codes }: Annotation) => ({ codes: unpackCodes(codes) });
