import { describe, expect, test } from "vitest";
import { Kept, type Held } from "../../../../web/src/engine/file/kept";

describe("what a step found", () => {
  test("is kept with its file and matrix, and freed where another takes its place or the file is closed", () => {
    const freed: string[] = [];
    const kept = new Kept<string>("Nothing has been found yet.", (value) => freed.push(value));
    const [one, two] = [{ kept: new Map<object, Held>() }, { kept: new Map<object, Held>() }];
    expect(() => kept.of(one, "X")).toThrow("Nothing has been found yet.");
    kept.put(one, "X", "first");
    expect(kept.of(one, "X")).toBe("first");
    expect(kept.find(two, "X")).toBeUndefined();
    expect(kept.find(one, "raw/X")).toBeUndefined();
    expect(() => kept.of(one, "raw/X")).toThrow("Nothing has been found yet. What is known is of X, not of raw/X.");
    kept.put(one, "raw/X", "second");
    expect(freed).toEqual(["first"]);
    expect(kept.last(one)).toBe("second");
    kept.forget(one);
    expect(freed).toEqual(["first", "second"]);
    expect(kept.last(one)).toBeUndefined();
  });
});
