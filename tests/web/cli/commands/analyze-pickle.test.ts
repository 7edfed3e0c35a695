import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { root } from "../../../../scripts/lib/run.mjs";
import { MODELS, dataFile, hasData, hasModels, listFiles, openReader, scratch } from "../../support/data";
import { runToEnd } from "../../support/command-line";
import { hasCore } from "../../support/engine";

vi.setConfig({ testTimeout: 240_000 });

const rowsOf = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => line.split(","));

describe.skipIf(!hasCore || !hasData || !hasModels)("analyze with a CellTypist pickle", () => {
  test("writes labels, all classes above a threshold and the clusters' vote, in the table and in the annotated file", async () => {
    const out = join(scratch(), "out");
    const ended = await runToEnd([
      ..."analyze --majority-voting --min-prop 0.3 --prob-match 0.9 --save-h5ad --all-columns --lanes 2".split(" "),
      "--model",
      join(MODELS, "celltypist/adams_Cheong_PBMC_full.pkl"),
      "--out",
      out,
      dataFile("labelled/kang_harmony_counts.h5ad"),
    ]);
    expect(ended.status).toBe(0);
    expect(ended.stdout + ended.stderr).toMatch(
      /\d+ clusters \(resolution 5\) voted on the labels of adams_Cheong_PBMC_full: [\d,]+ cells go by another one/,
    );
    const name = "adams_cheong_pbmc_full";
    expect(listFiles(join(out, name))).toContain("cells.csv");
    const [header, ...rows] = rowsOf(readFileSync(join(out, name, "cells.csv"), "utf8"));
    expect(header).toEqual(expect.arrayContaining(["cell_type_label", "cell_type_prob_match"]));
    expect(header).toEqual(expect.arrayContaining(["majority_voting", "over_clustering"]));
    const column = (title: string) => rows.map((row) => row[header!.indexOf(title)]!);
    expect(rows).toHaveLength(2000);
    const [votes, clusters, matched] = [column("majority_voting"), column("over_clustering"), column("cell_type_prob_match")];
    expect(new Set(clusters).size).toBeGreaterThan(10);
    // One label a cluster, and it is the commonest of its cells' own.
    for (const cluster of new Set(clusters)) {
      const inside = [...clusters.keys()].filter((cell) => clusters[cell] === cluster);
      expect(new Set(inside.map((cell) => votes[cell])).size).toBe(1);
      const counts = new Map<string, number>();
      for (const cell of inside) counts.set(matched[cell]!, (counts.get(matched[cell]!) ?? 0) + 1);
      const most = Math.max(...counts.values());
      const winner =
        most / inside.length < 0.3
          ? "Heterogeneous"
          : [...counts]
              .filter(([, count]) => count === most)
              .map(([label]) => label)
              .sort()[0];
      expect(votes[inside[0]!]).toBe(winner);
    }
    const reader = await openReader(join(out, "annotated.h5ad"));
    for (const [suffix, expected] of [
      ["majority_voting", votes],
      ["over_clustering", clusters],
      ["cell_type_prob_match", matched],
    ] as const) {
      const saved = await reader.column(`phenolens_${name.replaceAll(/\W/g, "_")}_${suffix}`);
      if (saved.kind === "number") return expect.unreachable();
      expect(Array.from(saved.codes, (code) => saved.categories[code])).toEqual(expected);
    }
    reader.close();
  });
});

describe.skipIf(!hasCore || !hasData)("a pickle that cannot be used", () => {
  test("is one sentence, and nothing is written", async () => {
    const out = join(scratch(), "out");
    const ended = await runToEnd([
      "analyze",
      "--model",
      join(root, "tests/fixtures/pickles/new-joblib-xz.pkl"),
      "--out",
      out,
      dataFile("labelled/kang_harmony_counts.h5ad"),
    ]);
    expect(ended.status).toBe(1);
    expect(ended.stderr).toMatch(/^phenolens: unsupported: new-joblib-xz\.pkl is compressed with xz; [^\n]+\n$/);
    expect(listFiles(out)).toEqual([]);
    const none = await runToEnd(["analyze", "--model", "nowhere.pkl", "--out", out, dataFile("labelled/kang_harmony_counts.h5ad")]);
    expect(none.stderr).toMatch(/^phenolens: bad-input: The model nowhere\.pkl cannot be read/);
  });
});
