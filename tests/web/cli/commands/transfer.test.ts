import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { root } from "../../../../scripts/lib/run.mjs";
import { seeded } from "../../../../scripts/lib/random.mjs";
import { writeH5ad } from "../../../../scripts/lib/write-h5ad.mjs";
import { dataFile, hasData, listFiles, openReader, scratch } from "../../support/data";
import { runToEnd } from "../../support/command-line";
import { hasCore } from "../../support/engine";

vi.setConfig({ testTimeout: 400_000, hookTimeout: 120_000 });

/** Groups of orthologs; beyond them every species has genes of its own. */
const ROWS = 300;
const OWN = 40;
const CELLS = 200;
const CLASSES = ["spermatogonia", "spermatocytes", "round spermatids", "Sertoli cells"];
/** Row whose gene of the mouse another row has too. */
const REPEATED = 7;

const SPECIES = ["human", "mouse", "newt", "quoll"] as const;
type Species = (typeof SPECIES)[number];

const id: Record<Species, (row: number) => string> = {
  human: (row) => `ENSG${String(row + 1).padStart(11, "0")}`,
  mouse: (row) => `ENSMUSG${String(row === REPEATED + 1 ? REPEATED + 1 : row + 1).padStart(11, "0")}`,
  newt: (row) => `nwt_${row}`,
  quoll: (row) => `Q${row}.1`,
};

/** Genes of a species: rows it has an ortholog in, in an order of its own, then its own genes. The newt lacks every tenth. */
function genesOf(species: Species): (number | null)[] {
  const random = seeded(SPECIES.indexOf(species) + 50);
  const rows = Array.from({ length: ROWS }, (_, row) => row).filter(
    (row) => !(species === "newt" && row % 10 === 3) && !(species === "mouse" && row === REPEATED + 1),
  );
  for (let i = rows.length - 1; i > 0; i--) {
    const j = Math.floor(random.uniform() * (i + 1));
    [rows[i], rows[j]] = [rows[j]!, rows[i]!];
  }
  return [...rows, ...Array.from({ length: OWN }, () => null)];
}

interface Made {
  labels: (string | null)[];
  values: Float32Array;
  genes: (number | null)[];
}

/**
 * Cells of four classes, a few of a rare one, some without a label. The quoll's classes show in other genes; the newt
 * has no Sertoli cells and says the others in other words.
 */
function made(species: Species): Made {
  const random = seeded(SPECIES.indexOf(species) + 1);
  const genes = genesOf(species);
  const shuffled = Array.from({ length: ROWS }, (_, row) => row);
  if (species === "quoll")
    for (let i = ROWS - 1; i > 0; i--) {
      const j = Math.floor(random.uniform() * (i + 1));
      [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
    }
  const kinds = species === "newt" ? 3 : 4;
  const labels: (string | null)[] = [];
  const values = new Float32Array(CELLS * genes.length);
  for (let cell = 0; cell < CELLS; cell++) {
    const isRare = cell % 25 === 24;
    const code = isRare ? 4 : cell % kinds;
    const label = isRare ? "Leydig cells" : CLASSES[code]!;
    labels.push(cell % 20 === 19 ? null : species === "newt" ? label.toUpperCase() : label);
    genes.forEach((row, gene) => {
      const marked = row === null ? -1 : shuffled[row]! % 12;
      values[cell * genes.length + gene] = random.poisson(marked === code ? 2 : 0.6);
    });
  }
  return { labels, values, genes };
}

async function write(path: string, { labels, values }: Made, names: string[]): Promise<string> {
  await writeH5ad(path, {
    X: { values },
    obs: {
      index: labels.map((_, cell) => `c${cell}`),
      columns: {
        stage: labels,
        donor: labels.map((_, cell) => `d${cell % 7}`),
        word: labels.map((label) => (label === null ? null : `${names[0]} ${label}`)),
        same: labels.map(() => "one"),
        depth: Float32Array.from(labels, (_, cell) => cell),
      },
    },
    var: { index: names },
  });
  return path;
}

const TABLE = [
  ["human", "mouse", "frog", "newt", "quoll"].join("\t"),
  ...Array.from({ length: ROWS }, (_, row) =>
    [id.human(row), id.mouse(row), "frog1", row % 10 === 3 ? "" : id.newt(row), id.quoll(row)].join("\t"),
  ),
].join("\r\n");

let out: string;
let table: string;
const files = {} as Record<Species, string>;

const phenolens = (...words: string[]) => runToEnd(words);

/** Rows of a CSV by the names of its first row. */
function readCsv(path: string): Record<string, string>[] {
  const [names, ...rows] = readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  return rows.map((row) => Object.fromEntries(row.map((value, i) => [names![i]!, value])));
}

const pairOf = (rows: Record<string, string>[], trained: string, tested: string) =>
  rows.find((row) => row.train_species === trained && row.test_species === tested)!;

beforeAll(async () => {
  if (!hasCore) return;
  out = scratch();
  table = join(out, "orthologs.tsv");
  writeFileSync(table, TABLE);
  for (const species of SPECIES) {
    const one = made(species);
    files[species] = await write(
      join(out, `${species}-testis.h5ad`),
      one,
      one.genes.map((row, gene) => (row === null ? `own_${species}_${gene}` : id[species](row))),
    );
  }
});

describe.skipIf(!hasCore)("transfer", () => {
  const asked = (...more: string[]) => [
    "transfer",
    ...SPECIES.map((species) => files[species]),
    "--labels",
    "stage",
    "--least",
    "20",
    "--lanes",
    "2",
    ...more,
  ];

  /** The run of all species by scTOP, which two tests look at. */
  let whole: ReturnType<typeof phenolens> | undefined;
  const all = () => join(out, "all");
  const runAll = () => (whole ??= phenolens(...asked("--orthologs", table, "--out", all())));

  test("classes carry between species whose profiles are alike, and to shuffled ones as chance would", async () => {
    const folder = all();
    const { status, stdout, stderr } = await runAll();
    expect([status, stderr]).toEqual([
      0,
      expect.stringContaining("phenolens: note: newt-testis.h5ad is read by the column newt, which names 270 of its 310 genes.\n"),
    ]);
    expect(stderr).toContain("No class of human, for fewer than 20 cells or by name: Leydig cells (");
    expect(stderr).toContain("2 rows of the table are left out: in a column that is used, their gene is another row's too.");
    expect(listFiles(folder)).toEqual(["matrix.csv", "summary.json", "transfer.csv"]);
    const rows = readCsv(join(folder, "transfer.csv"));
    expect(rows.map((row) => `${row.train_species} ${row.test_species}`)).toEqual(
      SPECIES.flatMap((trained) => SPECIES.map((tested) => `${trained} ${tested}`)),
    );
    for (const [trained, tested] of SPECIES.flatMap((a) => SPECIES.map((b) => [a, b] as const))) {
      const { accuracy, accuracy_low: low, accuracy_high: high, macro_f1: f1, top3, majority } = pairOf(rows, trained, tested);
      expect(Number(low)).toBeLessThanOrEqual(Number(accuracy));
      expect(Number(high)).toBeGreaterThanOrEqual(Number(accuracy));
      expect(Number(top3)).toBeGreaterThanOrEqual(Number(accuracy));
      expect(Number(majority)).toBeLessThan(0.4);
      const isAlike = trained === tested || (trained !== "quoll" && tested !== "quoll");
      if (isAlike)
        expect([trained, tested, Number(accuracy) > 0.9, Number(f1) > (tested === "newt" && trained !== "newt" ? 0.6 : 0.9)]).toEqual([
          trained,
          tested,
          true,
          true,
        ]);
      else expect([trained, tested, Number(accuracy) < 0.6, Number(f1) < 0.6]).toEqual([trained, tested, true, true]);
    }
    // Genes: 298 rows are one to one, of which the newt lacks thirty. Classes: the newt has no Sertoli cells.
    expect(
      [pairOf(rows, "human", "human"), pairOf(rows, "human", "newt"), pairOf(rows, "newt", "mouse")].map(
        ({ genes_shared: genes, classes_shared: classes }) => [genes, classes],
      ),
    ).toEqual([
      ["298", "4"],
      ["268", "3"],
      ["268", "3"],
    ]);
    // Every cell is scored or counted as left out.
    expect(rows.every(({ cells, cells_left_out: left }) => Number(cells) + Number(left) === CELLS)).toBe(true);
    const own = made("mouse").labels;
    expect(Number(pairOf(rows, "newt", "mouse").cells)).toBe(
      own.filter((label) => label !== null && CLASSES.indexOf(label) >= 0 && CLASSES.indexOf(label) < 3).length,
    );
    // The matrix is the same macro F1, the means are of it.
    const matrix = readCsv(join(folder, "matrix.csv"));
    expect(matrix.flatMap((row) => SPECIES.map((tested) => row[tested]))).toEqual(rows.map(({ macro_f1: f1 }) => f1));
    const values = rows.map(({ macro_f1: f1 }) => Number(f1));
    const between = rows.filter((row) => row.train_species !== row.test_species).map(({ macro_f1: f1 }) => Number(f1));
    const mean = (list: number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
    expect(stdout).toContain(`Average macro F1 ${mean(values).toFixed(3)} with the diagonal, ${mean(between).toFixed(3)} without`);
    expect(stdout.split("\n")[1]).toMatch(/^\s+human\s+mouse\s+newt\s+quoll$/);
    const summary = JSON.parse(readFileSync(join(folder, "summary.json"), "utf8"));
    expect(summary).toMatchObject({
      options: { least: 20, folds: 10, preset: "sctop", orthologs: "orthologs.tsv", columns: [...SPECIES] },
    });
    expect(
      summary.files.map((file: { species: string; fingerprint: string; orthologs: object }) => [
        file.species,
        file.fingerprint.length,
        file.orthologs,
      ]),
    ).toEqual(
      SPECIES.map((species) => [
        species,
        64,
        {
          column: species,
          genes: { human: 300, mouse: 299, newt: 270, quoll: 300 }[species],
          used: species === "newt" ? 268 : 298,
          ambiguous: 2,
        },
      ]),
    );
    expect(summary.pairs).toHaveLength(16);
    expect(summary.averages.between.macroF1).toBeCloseTo(mean(between), 5);
    expect(summary.seconds).toBeGreaterThan(0);

    // One lane gives what two gave.
    expect((await phenolens(...asked("--orthologs", table, "--out", join(out, "one"), "--lanes", "1"))).status).toBe(0);
    expect(readFileSync(join(out, "one/transfer.csv"), "utf8")).toBe(readFileSync(join(folder, "transfer.csv"), "utf8"));
  });

  test.each(["sctop", "steady"])("is what train and analyze say of files renamed by hand: %s", async (preset) => {
    const given = join(out, `given-${preset}`);
    const isWhole = preset === "sctop";
    const { status } = isWhole ? await runAll() : await phenolens(...asked("--orthologs", table, "--preset", preset, "--out", given));
    expect(status).toBe(0);
    const folder = isWhole ? all() : given;
    const rows = readCsv(join(folder, "transfer.csv"));
    // Genes have the human's names; those without a one-to-one ortholog have none. Ranks need them no more: for presets
    // of ranks they are taken out. scTOP's class means are of shares of all counts.
    const renamed = {} as Record<Species, string>;
    for (const species of SPECIES) {
      const { labels, values, genes } = made(species);
      const hasOrtholog = (gene: number) => genes[gene] !== null && genes[gene] !== REPEATED && genes[gene] !== REPEATED + 1;
      const kept = [...genes.keys()].filter((gene) => preset === "sctop" || hasOrtholog(gene));
      const few = new Float32Array(CELLS * kept.length);
      for (let cell = 0; cell < CELLS; cell++)
        kept.forEach((gene, i) => (few[cell * kept.length + i] = values[cell * genes.length + gene]!));
      renamed[species] = await write(
        join(out, `renamed-${preset}-${species}.h5ad`),
        { labels, values: few, genes: [] },
        kept.map((gene) => (hasOrtholog(gene) ? id.human(genes[gene]!) : "")),
      );
    }
    // The newt says classes in other words and lacks genes: it is trained on once and asked about by both presets.
    const pairs: [Species, Species[]][] = [["human", preset === "sctop" ? ["mouse", "newt", "quoll"] : ["newt"]]];
    if (preset === "sctop") pairs.push(["newt", ["human"]]);
    for (const [trained, others] of pairs) {
      const rare = made(trained).labels.find((label) => label?.toLowerCase() === "leydig cells")!;
      const model = join(out, `model-${preset}-${trained}`);
      expect(
        (
          await phenolens(
            "train",
            renamed[trained],
            "--labels",
            "stage",
            "--ignore",
            rare,
            "--preset",
            preset,
            "--folds",
            "10",
            "--out",
            model,
          )
        ).status,
      ).toBe(0);
      const manifest = JSON.parse(readFileSync(join(model, "manifest.json"), "utf8"));
      const [head] = manifest.metrics.heads;
      const own = pairOf(rows, trained, trained);
      expect([Number(own.accuracy), Number(own.macro_f1), Number(own.top3)]).toEqual(
        [head.heldOut.accuracy.value, head.heldOut.macroF1.value, head.top3].map((value) => expect.closeTo(value, 6)),
      );
      for (const tested of others) {
        const results = join(out, `results-${preset}-${trained}-${tested}`);
        expect(
          (await phenolens("analyze", renamed[tested], "--model", model, "--labels", "stage", "--out", results, "--quiet")).status,
        ).toBe(0);
        const {
          evaluations: [{ metrics }],
        } = JSON.parse(readFileSync(join(results, manifest.name, "metrics.json"), "utf8"));
        const pair = pairOf(rows, trained, tested);
        expect([trained, tested, Number(pair.cells), Number(pair.accuracy), Number(pair.macro_f1)]).toEqual([
          trained,
          tested,
          metrics.cells,
          expect.closeTo(metrics.topK[0].value, 6),
          expect.closeTo(metrics.macroF1, 6),
        ]);
      }
    }
  });

  test("species can be named, donors held out, and files that share names need no table", async () => {
    const folder = join(out, "named");
    const given = await phenolens(
      "transfer",
      files.human,
      files.mouse,
      "--labels",
      "stage",
      "--least",
      "20",
      "--orthologs",
      table,
      "--species",
      "human,MOUSE",
      "--donors",
      "donor",
      "--folds",
      "3",
      "--out",
      folder,
      "--quiet",
    );
    expect([given.status, given.stderr]).toEqual([0, ""]);
    expect(readCsv(join(folder, "transfer.csv")).map((row) => row.test_species)).toEqual(["human", "MOUSE", "human", "MOUSE"]);
    const same = await write(
      join(out, "again.h5ad"),
      made("human"),
      made("human").genes.map((row, gene) => (row === null ? `own_${gene}` : id.human(row))),
    );
    const { status, stdout } = await phenolens(
      "transfer",
      files.human,
      same,
      "--labels",
      "stage",
      "--least",
      "20",
      "--out",
      join(out, "same"),
    );
    expect([status, stdout]).toEqual([0, expect.stringMatching(/human-testis\s+again/)]);
    expect(Number(pairOf(readCsv(join(out, "same/transfer.csv")), "again", "human-testis").accuracy)).toBeGreaterThan(0.9);
    // Two files of one species are told apart by their names.
    await phenolens("transfer", files.human, same, "--labels", "stage", "--least", "20", "--orthologs", table, "--out", join(out, "twins"));
    expect(readCsv(join(out, "twins/matrix.csv")).map((row) => row.train_species)).toEqual([
      "human (human-testis.h5ad)",
      "human (again.h5ad)",
    ]);
  });

  test("what cannot be done is told in a sentence, and nothing is written", async () => {
    const two = [files.human, files.mouse];
    const elsewhere = join(out, "elsewhere.tsv");
    writeFileSync(elsewhere, "newt\tquoll\nnwt_1\tQ1.1\n");
    const cases: [string[], number, RegExp][] = [
      [[files.human, "--labels", "stage"], 2, /transfer takes 2 FILEs or more, but 1 was given/],
      [[...two, files.human, "--labels", "stage"], 2, /human-testis\.h5ad is given twice/],
      [two, 2, /transfer needs --labels COLUMN/],
      [[...two, "--labels", "stage", "--species", "human"], 2, /--species names 1 species for 2 files/],
      [
        [...two, "--labels", "nothing", "--orthologs", table],
        1,
        /obs of human-testis\.h5ad has no column named nothing; it has stage, donor/,
      ],
      [[...two, "--labels", "depth", "--orthologs", table], 1, /obs\/depth of human-testis\.h5ad holds numbers, not labels/],
      [[...two, "--labels", "stage", "--donors", "nobody", "--orthologs", table], 1, /has no column named nobody/],
      [
        [...two, "--labels", "same", "--orthologs", table],
        1,
        /obs\/same of human-testis\.h5ad has one class \(one\) of at least 50 cells, and a model needs two/,
      ],
      [[...two, "--labels", "stage", "--least", "150", "--orthologs", table], 1, /has no class of at least 150 cells/],
      [
        [...two, "--labels", "stage", "--least", "20"],
        1,
        /The genes of human-testis\.h5ad are of human and those of mouse-testis\.h5ad of mouse: give their orthologs with --orth/,
      ],
      [
        [files.newt, files.quoll, "--labels", "stage", "--least", "20"],
        1,
        /cannot be asked about newt-testis\.h5ad: The file measures only 0 of .* Give files whose genes have the same names/,
      ],
      [
        [...two, "--labels", "stage", "--least", "20", "--orthologs", elsewhere],
        1,
        /None of the 340 genes of human-testis\.h5ad is in a column of the table of orthologs \(newt, quoll\)/,
      ],
      [
        [...two, "--labels", "stage", "--least", "20", "--orthologs", table, "--species", "human,dodo"],
        1,
        /The table of orthologs has no column for dodo; it has human, mouse, frog, newt, quoll/,
      ],
      [[...two, "--labels", "stage", "--least", "20", "--orthologs", join(out, "none.tsv")], 1, /The table of orthologs .* cannot be read/],
      [
        [...two, "--labels", "word", "--least", "20", "--orthologs", table],
        1,
        /No two files have a class in common: obs\/word of human-testis\.h5ad has .*Give the same class the same name/,
      ],
    ];
    for (const [words, code, sentence] of cases) {
      const { status, stderr } = await phenolens("transfer", ...words, "--out", join(out, "refused"), "--quiet");
      expect([words.slice(-3), status, stderr]).toEqual([words.slice(-3), code, expect.stringMatching(sentence)]);
      expect(stderr.trim().split("\n")).toHaveLength(1);
    }
    expect(existsSync(join(out, "refused"))).toBe(false);
  });

  test("analyze takes the table of many columns too", async () => {
    const model = join(out, "model-human");
    expect((await phenolens("train", files.human, "--labels", "stage", "--out", model)).status).toBe(0);
    const { status, stderr } = await phenolens(
      "analyze",
      files.quoll,
      "--model",
      model,
      "--orthologs",
      table,
      "--labels",
      "stage",
      "--out",
      join(out, "analyzed"),
    );
    expect([status, stderr]).toEqual([
      0,
      expect.stringContaining("300 genes are known by their orthologs, of 300 one-to-one pairs in " + table + ", columns quoll and human."),
    ]);
  });
});

/** The six classes that both studies have, by one name each. */
const BLOOD: Record<string, string> = {
  "B cells": "B",
  "CD14+ Monocytes": "CD14 Mono",
  "FCGR3A+ Monocytes": "FCGR3A Mono",
  "NK cells": "NK",
  "CD4 T cells": "CD4 T",
  "CD8 T cells": "CD8 T",
  B: "B",
  "CD14+ Mono": "CD14 Mono",
  "FCGR3A+ Mono": "FCGR3A Mono",
  NK: "NK",
  "Naive CD4 T": "CD4 T",
  "Memory CD4 T": "CD4 T",
};

/** A real file with its classes, and its genes, under other names. */
async function renamed(name: string, to: string, gene: (symbol: string) => string = (symbol) => symbol): Promise<string> {
  const reader = await openReader(dataFile(`labelled/${name}`));
  const [column, ids, block] = [await reader.column("cell_type"), await reader.geneIds("X"), await reader.block("X", 0, reader.cells)];
  if (column.kind === "number" || block.layout !== "csr") throw new Error("the file is another one");
  const labels = Array.from(column.codes, (code) => (code < 0 ? null : (BLOOD[column.categories[code]!] ?? column.categories[code]!)));
  await writeH5ad(to, {
    X: { values: { indptr: block.indptr, indices: block.indices, data: block.values } },
    obs: { index: await reader.cellIds(), columns: { class: labels } },
    var: { index: ids.ids.map(gene) },
  });
  reader.close();
  return to;
}

describe.skipIf(!hasCore || !hasData)("transfer between two studies of blood", () => {
  test("carries without a table, and as well with one study under the names of mouse genes", async () => {
    const mouse = new Map(
      readFileSync(join(root, "web/public/orthologs/mouse.tsv"), "utf8")
        .split("\n")
        .map((line) => line.split("\t") as [string, string]),
    );
    const kang = await renamed("kang_harmony_counts.h5ad", join(out, "kang.h5ad"));
    const pbmc = await renamed("pbmc3k_counts.h5ad", join(out, "pbmc.h5ad"));
    const asMouse = await renamed(
      "pbmc3k_counts.h5ad",
      join(out, "pbmc-mouse.h5ad"),
      (symbol) => mouse.get(symbol) || `${symbol[0]}${symbol.slice(1).toLowerCase()}-only-human`,
    );
    const asked = async (other: string, to: string, ...more: string[]) => {
      const { status, stderr } = await phenolens(
        "transfer",
        kang,
        other,
        "--labels",
        "class",
        "--preset",
        "steady",
        "--folds",
        "3",
        ...more,
        "--out",
        join(out, to),
      );
      expect([status, stderr]).toEqual([0, expect.stringContaining("unlabelled (987)")]);
      return readCsv(join(out, to, "transfer.csv"));
    };
    const plain = await asked(pbmc, "blood");
    const through = await asked(asMouse, "blood-mouse", "--orthologs", "mouse");
    const accuracies = (rows: Record<string, string>[]) => rows.map(({ accuracy }) => Number(accuracy));
    // Ten folds, seen once: .936 .841 .935 .968, and through the table .929 .818 .938 .966.
    accuracies(plain).forEach((accuracy, i) => expect([i, accuracy > [0.91, 0.81, 0.91, 0.95][i]!]).toEqual([i, true]));
    accuracies(through).forEach((accuracy, i) => expect([i, Math.abs(accuracy - accuracies(plain)[i]!) < 0.04]).toEqual([i, true]));
    expect(plain.map(({ genes_shared: genes }) => genes)).toEqual(["9015", "8940", "8940", "13714"]);
    expect(through.map(({ train_species: species }) => species)).toEqual(["human", "human", "mouse", "mouse"]);
  });
});
