import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { makeFixtures } from "../../../fixtures/make.mjs";
import { runToEnd } from "../../support/command-line";
import { scratch } from "../../support/data";
import { hasCore } from "../../support/engine";

vi.setConfig({ testTimeout: 120_000 });

interface SummaryOfSample {
  options: { sample?: number };
  models: {
    run: { cells: number; asked: number };
    sampled?: { read: number; of: number; order: string; shares: Record<string, { share: number; low: number; high: number }[]> };
  }[];
}

test.skipIf(!hasCore)(
  "--sample-cells writes the very lines of the cells that are read, nothing of the others, and shares of all",
  async () => {
    const folder = scratch();
    const { csr } = await makeFixtures(folder);
    const asked = [csr!, "--model", "tiny-random", "--table", "--quiet", "--lanes", "1"];
    const of = (name: string) => join(folder, name);
    const ended = await Promise.all([
      runToEnd(["analyze", ...asked, "--out", of("all")]),
      runToEnd(["analyze", ...asked, "--sample-cells", "20", "--out", of("some")]),
      runToEnd(["analyze", ...asked, "--sample-cells", "0", "--out", of("none")]),
      runToEnd(["part", ...asked, "--sample-cells", "20", "--cells", "0:60", "--out", of("part")]),
    ]);
    expect(ended.map(({ status }) => status)).toEqual([0, 0, 2, 2]);
    expect(ended[2]!.stderr).toContain("--sample-cells takes a number of cells, at least 1, not 0.");
    expect(ended[3]!.stderr).toContain("A part is of all its cells");

    const lines = (name: string) => readFileSync(join(of(name), "tiny-random/cells.csv"), "utf8").split("\n");
    const [all, some] = [lines("all"), lines("some")];
    expect(some).toHaveLength(all.length);
    expect(some[0]).toBe(all[0]);
    const heading = all[0]!.split(",");
    const entropy = heading.indexOf("cell_type_entropy");
    let read = 0;
    for (let i = 1; i < all.length - 1; i++) {
      const fields = some[i]!.split(",");
      if (fields[entropy] === "") {
        const said = fields.filter((field, at) => field !== "" && !/^(cell_id|sex|sex_of_cell|xist_counts|y_counts)$/.test(heading[at]!));
        expect(said).toEqual([]);
        continue;
      }
      read++;
      expect(some[i]).toBe(all[i]);
    }
    expect(read).toBe(20);

    const summary = JSON.parse(readFileSync(join(of("some"), "summary.json"), "utf8")) as SummaryOfSample;
    const [model] = summary.models;
    expect(summary.options.sample).toBe(20);
    expect(model!.run).toMatchObject({ cells: 20, asked: 20 });
    expect(model!.sampled).toMatchObject({ read: 20, of: 60, order: "drawn from strata" });
    for (const { share, low, high } of Object.values(model!.sampled!.shares).flat()) {
      expect(low).toBeLessThanOrEqual(share);
      expect(share).toBeLessThanOrEqual(high);
      expect(high - low).toBeGreaterThan(0);
    }
    const whole = JSON.parse(readFileSync(join(of("all"), "summary.json"), "utf8")) as SummaryOfSample;
    expect(whole.models[0]).not.toHaveProperty("sampled");
  },
);
