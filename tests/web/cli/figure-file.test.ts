import { expect, test } from "vitest";
import { drawnFigures, type Figure, LOOK } from "../../../web/src/cli/figure-file";
import { EXAMPLES } from "../../../scripts/gallery/examples";

const drawn = async (figures: Figure[]) => {
  const found: { name: string; text: string }[] = [];
  for await (const one of drawnFigures(figures)) found.push(one);
  return found;
};
const box = (text: string) => /viewBox="([^"]+)"/.exec(text)![1]!.split(" ").map(Number);

test("every plot is drawn without a browser, into a file of a size in print that any program reads", async () => {
  const names = Object.keys(EXAMPLES);
  const files = await drawn(names.map((name) => ({ name, title: EXAMPLES[name]!.title, draw: EXAMPLES[name]!.draw })));
  expect(files.map(({ name }) => name)).toEqual(names.map((name) => `${name}.svg`));
  for (const { name, text } of files) {
    expect(text, name).not.toMatch(/currentColor|var\(|<style|[\d.]em"|undefined|NaN|Infinity/);
    expect(text, name).toMatch(new RegExp(`^<\\?xml .*\\n<svg [^>]*width="${LOOK.width}mm"`));
    expect(text, name).toMatch(/<svg [^>]*font-family="Arial, /);
    // Every element that is opened is closed.
    const open: string[] = [];
    for (const [, close, tag] of text.matchAll(/<(\/?)([a-zA-Z]+)[^>]*>/g))
      if (close) expect(open.pop(), name).toBe(tag);
      else open.push(tag!);
    expect(open, name).toEqual([]);
  }
});

test("a title takes its lines above the picture, and what no file may be called is replaced", async () => {
  const draw = EXAMPLES["top-k"]!.draw;
  const [plain, titled, long] = await drawn([
    { name: "a", title: "", draw },
    { name: "CD4+ T cell / naive", title: "Short", draw },
    { name: "c", title: "A title that is so long that it does not fit into one line of a column of a journal", draw },
  ]);
  expect(titled!.name).toBe("CD4+-T-cell-naive.svg");
  const [heights, tops] = [plain!, titled!, long!]
    .map(({ text }) => [box(text)[3]!, box(text)[1]!])
    .reduce<[number[], number[]]>(
      ([all, up], [height, top]) => [
        [...all, height!],
        [...up, top!],
      ],
      [[], []],
    );
  expect(tops[0]).toBe(0);
  expect(tops[1]).toBe(-25);
  expect(tops[2]).toBe(-42);
  expect(heights[1]! - heights[0]!).toBeCloseTo(25, 6);
  expect(heights[2]! - heights[0]!).toBeCloseTo(42, 6);
  expect(titled!.text).toMatch(/text-anchor="start"[^>]*>Short</);
});
