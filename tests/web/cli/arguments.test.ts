import { expect, test } from "vitest";
import { parseCommand, UsageError } from "../../../web/src/cli/arguments";

test("analyze takes models, labels and groups as often as wanted", () => {
  const words =
    "analyze a.h5ad --model x --model ./y --labels cell_type --labels tissue=organ --group donor --save-h5ad --out d --lanes 3 " +
    "--backend wasm --seed 7 --quiet";
  expect(parseCommand(words.split(" "))).toEqual({
    command: "analyze",
    file: "a.h5ad",
    models: ["x", "./y"],
    matrix: undefined,
    groups: ["donor"],
    isSaved: true,
    hasTable: false,
    hasFigures: false,
    hasReport: false,
    obs: { hasAll: false, least: 0.5 },
    doublets: null,
    isProjected: false,
    vote: null,
    perGroup: { by: undefined, resolution: 1, markers: undefined },
    out: "d",
    lanes: 3,
    backend: "wasm",
    seed: 7,
    quiet: true,
    reading: {},
    labels: [
      { head: "cell_type", column: "cell_type" },
      { head: "tissue", column: "organ" },
    ],
  });
});

test("part takes a run of cells, and the options of its command alone", () => {
  const part = (words: string) => parseCommand(`part ${words} --out d`.split(" "));
  const cells = { first: 5, count: 7 };
  expect(part("a.h5ad --cells 5:12")).toMatchObject({ command: "part", file: "a.h5ad", cells, of: { command: "analyze", file: "a.h5ad" } });
  expect(part("evaluate a.h5ad b.h5ad --labels l --cells 5:12")).toMatchObject({ cells, of: { command: "evaluate", study: {} } });
  expect(part("compare a.h5ad --cells 5:12 --pairing paired")).toMatchObject({ cells, of: { command: "compare", pairing: "paired" } });
  expect(part("attribute a.h5ad --model m --cells 9 --cells 5:12")).toMatchObject({ cells, of: { command: "attribute", cells: 9 } });
  for (const wrong of ["a.h5ad", "a.h5ad --cells 5", "a.h5ad --cells 5:5", "a.h5ad --cells 0:5 --cells 5:9", "evaluate a.h5ad --cells 0:1"])
    expect(() => part(wrong)).toThrow(UsageError);
  expect(() => part("evaluate a.h5ad --labels l --cells 0:1 --prob-match 0.5")).toThrow(/--prob-match/);
});

test("analyze looks at labels per clusters, labels, a column, or not at all", () => {
  const perGroup = (words: string) => parseCommand(`analyze a.h5ad --out d ${words}`.trim().split(" "));
  expect(perGroup("--per-group clusters --resolution 2")).toMatchObject({ perGroup: { by: { kind: "clusters" }, resolution: 2 } });
  expect(perGroup("--per-group labels --markers own.gmt")).toMatchObject({ perGroup: { by: { kind: "classes" }, markers: "own.gmt" } });
  expect(perGroup("--per-group louvain")).toMatchObject({ perGroup: { by: { kind: "column", column: "louvain" } } });
  expect(perGroup("--per-group none")).toMatchObject({ perGroup: { by: "none" } });
  expect(() => perGroup("--resolution 0")).toThrow("--resolution takes a number above 0");
});

test("analyze takes a threshold, and a vote with its clusters and least share", () => {
  const words = "analyze a.h5ad --model Blood.pkl --prob-match 0.5 --majority-voting --over-clustering louvain --min-prop 0.3 --out d";
  expect(parseCommand(words.split(" "))).toMatchObject({
    models: ["Blood.pkl"],
    threshold: 0.5,
    vote: { over: { kind: "column", column: "louvain" }, minProp: 0.3 },
  });
  expect(parseCommand("analyze a.h5ad --majority-voting --out d".split(" "))).toMatchObject({
    vote: { over: { kind: "leiden" }, minProp: 0 },
  });
});

test("transfer takes files in plenty, and a species for each", () => {
  expect(
    parseCommand(
      "transfer a.h5ad b.h5ad c.h5ad --labels stage --orthologs t.tsv --species human,mouse --species newt --ignore x --out d".split(" "),
    ),
  ).toEqual({
    command: "transfer",
    files: ["a.h5ad", "b.h5ad", "c.h5ad"],
    labels: "stage",
    orthologs: "t.tsv",
    species: ["human", "mouse", "newt"],
    ignore: ["x"],
    donors: null,
    preset: "sctop",
    least: 50,
    folds: 10,
    out: "d",
    lanes: 0,
    seed: 1,
    quiet: false,
    reading: {},
  });
});

test.each([
  ["predict a.h5ad", "There is no command predict."],
  ["analyze a.h5ad --prob-match high --out d", "--prob-match takes a number from 0 to 1, not high."],
  ["analyze a.h5ad --majority-voting --min-prop 2 --out d", "--min-prop takes a number from 0 to 1, not 2."],
  ["analyze a.h5ad --min-prop 0.5 --out d", "--over-clustering and --min-prop go with --majority-voting."],
  ["inspect", "inspect takes one FILE or several, but 0 were given."],
  ["enrich a b", "enrich takes one FILE, but 2 were given."],
  ["analyze a.h5ad", "analyze needs --out FOLDER."],
  ["analyze a.h5ad --out d --lanes none", "--lanes takes a whole number from 1 to 64, not none."],
  ["analyze a.h5ad --out d --backend gpu", "--backend takes wasm, webgpu or native, not gpu."],
  ["analyze a.h5ad --out d --labels cell_type=", "--labels takes COLUMN or HEAD=COLUMN, not cell_type=."],
  ["inspect a --nothing", "--nothing"],
  ["transfer a.h5ad --labels x --out d", "transfer takes 2 FILEs or more, but 1 was given."],
  ["transfer a.h5ad ./a.h5ad --labels x --out d", "./a.h5ad is given twice."],
  ["transfer a b --out d", "transfer needs --labels COLUMN."],
  ["transfer a b --labels x", "transfer needs --out FOLDER."],
  [
    "transfer a b --labels x --preset none --out d",
    "--preset takes steady, anova-pca-lr, sctop, clusterwise-lr, log1p-lr or centroid, not none.",
  ],
  ["transfer a b --labels x --species human --out d", "--species names 1 species for 2 files; give one for each, in their order."],
  ["transfer a b --labels x --least 1 --out d", "--least takes a whole number from 2 to 1000000000, not 1."],
])("wrong usage is refused in words: %s", (line, words) => {
  expect(() => parseCommand(line.split(" "))).toThrow(UsageError);
  expect(() => parseCommand(line.split(" "))).toThrow(words);
});

test("a reference's labels are named, and its profiles projected on, where asked", () => {
  expect(parseCommand("analyze a.h5ad --model ref.h5ad --reference-labels type --sctop --out d".split(" "))).toMatchObject({
    models: ["ref.h5ad"],
    referenceLabels: "type",
    isProjected: true,
  });
});

test("several files are one study, their samples named in order, a matrix of theirs read of each", () => {
  const study = (words: string) => parseCommand(`survey ${words} --out d`.split(" "));
  expect(study("a.h5ad b.h5")).toMatchObject({ file: "a.h5ad", study: { files: ["a.h5ad", "b.h5"] }, matrix: undefined });
  expect(study("a.h5ad")).not.toHaveProperty("study");
  expect(study("a.h5ad b.h5 --sample x --sample y --matrix layers/counts")).toMatchObject({
    study: { files: ["a.h5ad", "b.h5"], samples: ["x", "y"], matrix: "layers/counts" },
    matrix: undefined,
  });
  expect(study("a.h5ad b.h5 --matrix X")).toMatchObject({ study: { files: ["a.h5ad", "b.h5"] }, matrix: "X" });
  expect(() => study("a.h5ad b.h5 --sample x")).toThrow("--sample names each FILE once");
  expect(() => study("a.h5ad b.h5 --sample x --sample x")).toThrow("a name of its own");
  expect(parseCommand("python a.h5ad b.h5ad".split(" "))).toMatchObject({ study: { files: ["a.h5ad", "b.h5ad"] } });
});
