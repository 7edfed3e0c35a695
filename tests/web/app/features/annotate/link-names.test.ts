import { describe, expect, test } from "vitest";
import type { Annotation } from "../../../../../web/src/contract/annotation";
import { markGroup, mergeGroups, noteGroup, renameGroup, takeOut } from "../../../../../web/src/contract/annotation-edits";
import { namesCodec, namesForLink, withNames } from "../../../../../web/src/app/features/annotate/link-names";
import { fromHash, toHash } from "../../../../../web/src/app/share/link";
import { started } from "../../../support/annotation";

const fresh = (codes = [0, 0, 1, 1, 2, 3]) => started(codes, ["0", "1", "2", "3"]);
const edited = (): Annotation => {
  const named = renameGroup(renameGroup(fresh(), "0", "T cell, CD4: naive~", "CL:0000895"), "2", "my own");
  return noteGroup(mergeGroups(markGroup(named, "3", "doublet"), ["0", "1"]), "2", "CD3+, look again");
};
const meant = ({ groups }: Annotation) => groups.map((group) => ({ ...group, id: "" }));

describe("names in a link", () => {
  test("are those of the annotation where the groups are found again", () => {
    const names = namesForLink(edited())!;
    const { names: read } = fromHash(toHash({ names }));
    expect(read).toEqual(names);
    expect(meant(withNames(fresh(), read!)!)).toEqual(meant(edited()));
  });

  test("are not put on groups of other cells", () => {
    const names = namesForLink(edited())!;
    expect(withNames(fresh([0, 0, 0, 1, 2, 3]), names)).toBeNull();
    expect(withNames(started([0, 0, 1, 1, 2], ["0", "1", "2"]), names)).toBeNull();
  });

  test("are left out where there are none, or where a link has no room for the cells", () => {
    expect(namesForLink(fresh())).toBeNull();
    expect(namesForLink(takeOut(edited(), Uint32Array.of(0)))).toBeNull();
    expect(namesForLink({ ...edited(), grouping: { ...fresh().grouping, kind: "cells" } })).toBeNull();
    const long = noteGroup(edited(), "2", "again and again ".repeat(300));
    expect(namesCodec.write(namesForLink(long)!)).toBeNull();
  });

  test("of clusters carry their resolution", () => {
    const clusters = { ...edited(), grouping: { kind: "clusters" as const, by: "clusters", resolution: 0.8, seed: 1, modularity: 0.7 } };
    expect(fromHash(toHash({ names: namesForLink(clusters)! })).names?.by).toEqual({ kind: "clusters", resolution: 0.8 });
  });

  test.each(["", "clusters", "clusters:2:x:1", "clusters:1:x:1,0:a", "clusters:2:x:1,0:a:::::,0:b:::::", "magic:1:x:1,0:a::::::"])(
    "%j is none",
    (words) => expect(namesCodec.read(words)).toBeUndefined(),
  );
});
