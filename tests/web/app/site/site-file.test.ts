import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../../../scripts/lib/run.mjs";
import { contrast, readSite } from "../../../../web/src/app/site/site-file";
import { ColorBook, paintClasses, slotColor, slotTable } from "../../../../web/src/plots/palette";

const site = (fields: Record<string, unknown>) => JSON.stringify({ format: "phenolens-site/1", ...fields });

describe("site.json", () => {
  test("that comes with the page is read", () => {
    const shipped = readSite(readFileSync(join(root, "web/public/site.json"), "utf8"));
    expect(shipped.data?.[0]).toMatchObject({ url: "demo/demo.h5ad", isSimulated: true });
  });

  test("may say everything it can say", () => {
    const all = {
      title: "Our page",
      text: "Words",
      data: [
        {
          title: "A",
          text: "b",
          url: "https://data.org/a.h5ad",
          result: "data/a.result.json",
          stored: "data/a.results",
          isSimulated: false,
        },
      ],
      models: ["linear-atlas"],
      lessons: [{ title: "One", url: "lessons/one.md", minutes: 8 }],
      colors: { accent: "#2b5fd9", accentDark: "#7ea2ff", classes: { "B cell": "#ff0000" } },
      steps: ["data", "predict"],
      hide: ["rail", "theme"],
      open: 0,
    };
    expect(readSite(site(all))).toEqual({ format: "phenolens-site/1", ...all });
  });

  test.each<[string, string, RegExp]>([
    ["no JSON", "{", /is not JSON/],
    ["no format", "{}", /format is missing/],
    ["another format", site({ format: "phenolens-site/9" }), /format must be one of phenolens-site\/1/],
    ["an unknown field", site({ logo: "x.png" }), /logo is no field of phenolens-site\/1; there are format, title/],
    ["an unknown field inside", site({ data: [{ title: "a", url: "a.h5ad", color: 1 }] }), /data\[0\]\.color is no field/],
    ["data without an address", site({ data: [{ title: "a" }] }), /data\[0\]\.url is missing/],
    [
      "an address of another kind",
      site({ data: [{ title: "a", url: "javascript:alert(1)" }] }),
      /data\[0\]\.url must be a path below the page or an https/,
    ],
    [
      "a lesson of another origin",
      site({ lessons: [{ title: "x", url: "https://evil.org/x.md" }] }),
      /lessons\[0\]\.url must be a path below the page/,
    ],
    ["a path that climbs", site({ lessons: [{ title: "x", url: "../x.md" }] }), /lessons\[0\]\.url must be a path below/],
    ["a step there is not", site({ steps: ["think"] }), /steps\[0\] must be one of data, survey/],
    ["no step", site({ steps: [] }), /at least one step/],
    ["a part there is not", site({ hide: ["everything"] }), /hide\[0\] must be one of rail/],
    ["a colour that is none", site({ colors: { classes: { a: "red" } } }), /colors\.classes\.a must be a colour/],
    ["an accent too pale to read", site({ colors: { accent: "#aaccff" } }), /colors\.accent is too pale/],
    ["an accent too dark for the dark page", site({ colors: { accentDark: "#102030" } }), /colors\.accentDark is too dark/],
    ["a place beyond its data", site({ open: 2 }), /open must be the place of one of the 0 data sets/],
    ["a model's path", site({ models: ["../x"] }), /models\[0\] must be the name of a folder/],
  ])("with %s is refused in a sentence", (_, words, message) => {
    expect(() => readSite(words)).toThrow(message);
    expect(() => readSite(words)).toThrow(/^site\.json/);
  });

  test("contrast is WCAG's: 21 for black on white, 4.54 for #767676 on white, either way round", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#ffffff", "#767676")).toBeCloseTo(4.54, 2);
  });

  test("its colours are those of the classes, everywhere a class is drawn, and others keep theirs", () => {
    const before = new ColorBook();
    before.add(["T cell", "B cell", "NK cell"]);
    const usual = before.color("NK cell", false);
    paintClasses({ "B cell": "#ff0000" });
    const book = new ColorBook();
    book.add(["T cell", "B cell", "NK cell"]);
    expect(book.color("B cell", false)).toBe("#ff0000");
    expect(slotTable(true).slice(book.slot("B cell") * 4, book.slot("B cell") * 4 + 4)).toEqual(Uint8Array.of(255, 0, 0, 255));
    expect(book.color("T cell", false)).toBe(slotColor(0, false));
    expect(book.color("NK cell", false)).not.toBe("#ff0000");
    paintClasses({});
    expect(before.color("NK cell", false)).toBe(usual);
  });
});
