import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { seeded } from "../../../../../scripts/lib/random.mjs";
import { writeH5ad } from "../../../../../scripts/lib/write-h5ad.mjs";
import { scratch } from "../../../support/data";
import { runToEnd } from "../../../support/command-line";
import { hasCore, useEngine } from "../../../support/engine";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const DONORS = 8;
const EACH = 60;
const CELLS = DONORS * EACH;
const GENES = 300;
const donorOf = (cell: number) => Math.floor(cell / EACH);
const typeOf = (cell: number) => (cell % 3 === 0 ? "B" : "T");
const marks = (gene: number) => gene < 10;
/** Donors 0 to 3 against 4 to 7: nothing tells them apart but that every donor has expression of its own. */
const armOf = (cell: number) => (donorOf(cell) < 4 ? "case" : "control");

/** Counts of cells of two types, of donors whose genes differ by half; type B has ten genes of its own. */
async function made(path: string): Promise<Float32Array> {
  const random = seeded(11);
  const rate = Array.from({ length: GENES }, () => Math.exp(random.normal()));
  const own = Array.from({ length: DONORS * GENES }, () => Math.exp(0.5 * random.normal()));
  const values = new Float32Array(CELLS * GENES);
  for (let cell = 0; cell < CELLS; cell++)
    for (let gene = 0; gene < GENES; gene++)
      values[cell * GENES + gene] = random.poisson(
        rate[gene]! * own[donorOf(cell) * GENES + gene]! * (marks(gene) && typeOf(cell) === "B" ? 5 : 1),
      );
  const each = <T>(of: (cell: number) => T) => Array.from({ length: CELLS }, (_, cell) => of(cell));
  await writeH5ad(path, {
    X: { values },
    obs: {
      index: each((cell) => `cell-${cell}`),
      columns: {
        type: each(typeOf),
        arm: each(armOf),
        Donor: each((cell) => `d${donorOf(cell)}`),
        pair: each((cell) => (donorOf(cell) % 4 === 0 ? "one" : "two")),
      },
    },
    var: { index: Array.from({ length: GENES }, (_, gene) => `GENE${gene}`) },
  });
  return values;
}

describe.skipIf(!hasCore)("markers over donors", () => {
  const { start } = useEngine();
  let file: string;
  let values: Float32Array;
  beforeAll(async () => {
    file = join(scratch(), "donors.h5ad");
    values = await made(file);
  });
  const markers = async (column: string, donors: string | null, mask: Uint8Array | null = null) => {
    const engine = start();
    await engine.call("models", { base: "" });
    await engine.call("open", { source: { kind: "path", path: file } });
    const by = { kind: "column", column } as const;
    const report = await engine.call("surveyMarkers", {
      matrix: "X",
      mask,
      lanes: 2,
      by,
      donors,
      ranks: true,
      most: 0,
      seed: 1,
      order: "donorT",
    });
    const rows = await Promise.all(
      report.groups.map(async (_, group) => (await engine.call("markerRows", { group, order: "donorT", first: 0, count: GENES })).rows),
    );
    return { report, rows };
  };

  test("4 donors against 4 by chance: cells call genes different, donors none; a type's own genes are found within donors", async () => {
    const chance = await markers("arm", "Donor");
    expect(chance.report.groups[0]).toMatchObject({ name: "case", design: "independent", donors: 4, donorsRest: 4, whyNot: null });
    expect(chance.rows[0]!.filter(({ donorQ }) => donorQ < 0.05)).toHaveLength(0);
    expect(chance.rows[0]!.filter(({ zQ }) => zQ < 0.05).length).toBeGreaterThan(100);
    const { report, rows } = await markers("type", "Donor");
    const place = report.groups.findIndex(({ name }) => name === "B");
    expect(report.groups[place]).toMatchObject({ design: "paired", donors: 8, donorsRest: 8 });
    expect(report.notes[0]).toBe(
      "Donors (Donor, 8) are the units: moderated t (limma-trend) of counts summed over each donor's cells, " +
        "within donors for 2 of 2 groups.",
    );
    const found = rows[place]!.filter(({ donorQ, donorT }) => donorQ < 0.05 && donorT > 0).map(({ gene }) => gene);
    expect(found.filter(marks)).toHaveLength(10);
    expect(rows[place]!.slice(0, 10).every(({ gene }) => marks(gene))).toBe(true);
    // The fold change is the naive one of the summed counts.
    const sums = (isOwn: boolean, donor: number, gene: number | null) => {
      let sum = 0;
      for (let cell = donor * EACH; cell < (donor + 1) * EACH; cell++) {
        if ((typeOf(cell) === "B") !== isOwn) continue;
        if (gene !== null) sum += values[cell * GENES + gene]!;
        else for (let g = 0; g < GENES; g++) sum += values[cell * GENES + g]!;
      }
      return sum;
    };
    const level = (isOwn: boolean, donor: number, gene: number) =>
      Math.log2(((sums(isOwn, donor, gene) + 0.5) / (sums(isOwn, donor, null) + 1)) * 1e6);
    for (const { gene, donorLogFoldChange } of rows[place]!.slice(0, 20)) {
      const naive = Array.from({ length: DONORS }, (_, donor) => level(true, donor, gene) - level(false, donor, gene));
      expect(donorLogFoldChange).toBeCloseTo(naive.reduce((sum, one) => sum + one) / DONORS, 9);
    }
  });

  test("too few donors, none named, or cells left out: the p is told to be of cells", async () => {
    const few = await markers("pair", "Donor");
    const place = few.report.groups.findIndex(({ name }) => name === "one");
    const why = "2 donors with ten cells in the group, 6 with ten in the rest; both need three";
    expect(few.report.groups[place]).toMatchObject({ design: null, whyNot: why });
    expect(few.report.notes[0]).toContain(`describe these cells, not patients: one (${why})`);
    expect(few.rows[place]![0]!.donorQ).toBeNaN();
    // Ordered by what there is: rank sums.
    expect(few.rows[place]!.every(({ z }, i, all) => i === 0 || z <= all[i - 1]!.z)).toBe(true);
    const none = await markers("type", null);
    expect(none.report).toMatchObject({ donors: null, groups: [{ design: null }, { design: null }] });
    expect(none.report.notes).toEqual([
      "p and q are over cells: they describe these cells, not patients. Tests over donors need a column that names them.",
    ]);
    const masked = await markers(
      "arm",
      "Donor",
      Uint8Array.from({ length: CELLS }, (_, cell) => Number(donorOf(cell) > 0)),
    );
    expect(masked.report.groups[0]).toMatchObject({ design: "independent", donors: 3, donorsRest: 4 });
  });

  test("phenolens survey finds the column of donors by its name, or takes the one named, or none", async () => {
    const run = async (...words: string[]) => {
      const out = join(scratch(), `out${words.length}`);
      expect(
        await runToEnd(["survey", file, "--group", "type", "--lanes", "2", "--components", "5", ...words, "--out", out]),
      ).toMatchObject({
        status: 0,
      });
      const [head, ...rows] = readFileSync(join(out, "markers.csv"), "utf8")
        .trimEnd()
        .split("\n")
        .map((line) => line.split(","));
      const at = head!.indexOf("donor_q");
      return { donors: JSON.parse(readFileSync(join(out, "summary.json"), "utf8")).markers.donors, q: rows.map((row) => row[at]) };
    };
    const found = await run();
    expect(found.donors).toBe("Donor");
    expect(found.q.some((q) => Number(q) < 1e-4)).toBe(true);
    const none = await run("--donors", "none");
    expect([none.donors, new Set(none.q)]).toEqual([null, new Set([""])]);
    expect(await runToEnd(["survey", file, "--donors", "nobody", "--out", join(scratch(), "no")])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("no column named nobody"),
    });
  });
});
