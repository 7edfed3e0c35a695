import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../../../scripts/lib/run.mjs";
import { parseLesson, spansOf } from "../../../../web/src/app/lessons/parse";
import { fromHash, toHash } from "../../../../web/src/app/share/link";
import { readSite } from "../../../../web/src/app/site/site-file";

const folder = join(root, "web/public");
const shipped = readSite(readFileSync(join(folder, "site.json"), "utf8"));

const TEXT = `# A title

minutes: 5
data: demo/demo.h5ad
hide: rail, nonsense

## First
[view](#step=trust&sure=0.9)

Words with **bold**, *LYZ* and \`code\`,
on two lines.

- one
- two
  and more

> Click it.

? Why? => Because.

## Second

Last.
`;

describe("a lesson", () => {
  test("is read: title, data, what it hides, steps with their views and blocks", () => {
    const lesson = parseLesson(TEXT);
    expect(lesson).toMatchObject({ title: "A title", minutes: 5, data: "demo/demo.h5ad", hide: ["rail"] });
    expect(lesson.steps.map(({ title, view }) => [title, view])).toEqual([
      ["First", "step=trust&sure=0.9"],
      ["Second", ""],
    ]);
    expect(lesson.steps[0]!.blocks.map(({ kind }) => kind)).toEqual(["paragraph", "list", "try", "question"]);
    expect(lesson.steps[0]!.blocks[1]).toEqual({
      kind: "list",
      items: [[{ kind: "text", text: "one" }], [{ kind: "text", text: "two and more" }]],
    });
    expect(lesson.steps[0]!.blocks[3]).toEqual({
      kind: "question",
      question: [{ kind: "text", text: "Why?" }],
      answer: [{ kind: "text", text: "Because." }],
    });
  });

  test("has words with looks, and only links that lead to a view or an https address; anything else stays words", () => {
    expect(spansOf("a **b** *c* `d` [e](#step=why) [f](https://x.org/y)")).toEqual([
      { kind: "text", text: "a " },
      { kind: "bold", text: "b" },
      { kind: "text", text: " " },
      { kind: "italic", text: "c" },
      { kind: "text", text: " " },
      { kind: "code", text: "d" },
      { kind: "text", text: " " },
      { kind: "link", text: "e", to: "#step=why" },
      { kind: "text", text: " " },
      { kind: "link", text: "f", to: "https://x.org/y" },
    ]);
    expect(spansOf("[x](javascript:alert(1)) <b>y</b>").every(({ kind }) => kind === "text")).toBe(true);
    expect(
      spansOf("[x](javascript:alert(1)) <b>y</b>")
        .map(({ text }) => text)
        .join(""),
    ).toBe("[x](javascript:alert(1)) <b>y</b>");
  });

  test.each([
    ["no title", "data: a\n## S\nx", /has no title/],
    ["no data", "# T\n## S\nx", /does not name its data/],
    ["no steps", "# T\ndata: a", /has no steps/],
    ["stray words", "# T\nhello\n## S", /line 2, has a line other than minutes, data or hide before its first step/],
    ["a late view", "# T\ndata: a\n## S\nwords\n\n[view](#step=why)", /line 6, has a \[view\]\(#\.\.\.\) that is not the first line/],
  ])("with %s is refused in a sentence", (_, text, message) => expect(() => parseLesson(text, "x.md")).toThrow(message));
});

describe.each(shipped.lessons!)("the lesson “$title”", ({ title, url, minutes }) => {
  const text = readFileSync(join(folder, url), "utf8");
  const lesson = parseLesson(text, url);

  test("is the one that site.json names, on the demo, under ten minutes", () => {
    expect(lesson.title).toBe(title);
    expect(lesson.minutes).toBe(minutes);
    expect(lesson.data).toBe("demo/demo.h5ad");
    expect(minutes).toBeLessThanOrEqual(10);
    // At a hundred words a minute, looking included.
    expect(text.split(/\s+/).length / 100).toBeLessThan(minutes!);
  });

  test("has views that this page can show, every word of them", () => {
    for (const { view } of lesson.steps) expect(toHash(fromHash(view)).split("&").toSorted()).toEqual(view.split("&").toSorted());
  });
});

test("there are six of them", () => expect(shipped.lessons).toHaveLength(6));
