import { loadCore, unwrap, type CoreModule } from "../../web/src/engine/base/core";
import { nodeEnvironment } from "../../web/src/engine/platform/environment.node";
import type { OpenedFile } from "../../web/src/engine/file/opened-file";
import { ModelResults } from "../../web/src/engine/file/scores";
import { breakdown } from "../../web/src/engine/steps/trust/breakdown";
import { confused } from "../../web/src/engine/steps/trust/cells";
import { evaluate } from "../../web/src/engine/steps/trust/evaluate";
import { landscape } from "../../web/src/engine/steps/trust/landscape";
import { withhold } from "../../web/src/engine/steps/trust/withhold";
import type { Column, HeadInfo } from "../../web/src/contract/types";
import { seeded } from "../../scripts/lib/random.mjs";
import type { Options } from "./main";
import { peer, pythonWith } from "./peer";
import { median, row, type Row } from "./table";

const CELLS = 1_000_000;
const CLASSES = 63;
const BLOCK = 20_000;
const DONORS = 40;
/** What an answer to a press may take. */
const PROMPT = 100;

const HEAD: HeadInfo = {
  phenotype: "cell_type",
  temperature: 1,
  classes: Array.from({ length: CLASSES }, (_, i) => ({ label: `type ${i}`, ontologyId: "" })),
};

const column = (name: string, categories: string[], codeOf: (cell: number) => number): Column => ({
  name,
  kind: "category",
  categories,
  codes: Int32Array.from({ length: CELLS }, (_, cell) => codeOf(cell)),
});

/** Predictions of a million cells, as the engine keeps them, and their columns: no matrix, for none is read here. */
async function million(): Promise<{ core: CoreModule; file: OpenedFile }> {
  const core = await loadCore(
    nodeEnvironment(() => {
      throw new Error("No lanes here.");
    }),
  );
  const random = seeded(11);
  const truth = Int32Array.from({ length: CELLS }, () => Math.floor(random.uniform() ** 2 * CLASSES));
  const columns: Column[] = [
    column(
      "cell_type",
      HEAD.classes.map(({ label }) => label),
      (cell) => truth[cell]!,
    ),
    column(
      "donor",
      Array.from({ length: DONORS }, (_, i) => `donor ${i}`),
      (cell) => cell % DONORS,
    ),
    column(
      "development_stage",
      Array.from({ length: DONORS }, (_, i) => `${20 + i}-year-old stage`),
      (cell) => cell % DONORS,
    ),
  ];
  const results = new Map<string, ModelResults>();
  for (const name of ["first", "second"]) {
    const analysis = new core.Analysis();
    unwrap(analysis.set_genes({ ids: "CD3E", alternatives: [], values: "counts" }));
    const { handle } = unwrap(
      analysis.add_encoder({
        genes_tsv: "symbol\tensembl_id\taliases\tscale\nCD3E\tENSG00000198851\t\t1\n",
        name: "gene-values",
        target_sum: 1e4,
        max_genes: 1,
        heads: [CLASSES],
        temperatures: [1],
      }),
    );
    const one = new ModelResults(name, [HEAD], CELLS);
    for (let first = 0; first < CELLS; first += BLOCK) {
      const logits = Float32Array.from(
        { length: BLOCK * CLASSES },
        (_, i) => 4 * random.uniform() + (truth[first + Math.floor(i / CLASSES)] === i % CLASSES ? 2 : 0),
      );
      one.put(
        core,
        { first, count: BLOCK },
        { heads: [unwrap(analysis.score(handle, { head: 0, logits }))], embedding: new Float32Array(BLOCK * 32), dims: 32 },
      );
    }
    analysis.delete();
    results.set(name, one);
  }
  const totals = Float32Array.from({ length: CELLS }, () => 500 + 9000 * random.uniform());
  const file = {
    results,
    quality: { totals },
    measured: CELLS,
    info: { name: "million", cells: CELLS, columns: columns.map(({ name, kind }) => ({ name, kind })) },
    result: (name: string) => results.get(name)!,
    column: async (name: string) => columns.find((one) => one.name === name)!,
  };
  return { core, file: file as unknown as OpenedFile };
}

/**
 * Every answer of the Trust step on a million cells of 63 types: the first one, which judges each cell, and those that
 * a press asks for.
 */
export async function trust({ repeats }: Options): Promise<Row[]> {
  const { core, file } = await million();
  const ask = { phenotype: "cell_type", column: "cell_type", donors: "donor" };
  const both = { ...ask, models: ["first", "second"] };
  const seconds = async (work: () => Promise<unknown>) => {
    const begun = performance.now();
    await work();
    return (performance.now() - begun) / 1000;
  };
  const timed = async (work: () => Promise<unknown>) => {
    await work();
    const times: number[] = [];
    for (let i = 0; i < repeats; i++) times.push(1000 * (await seconds(work)));
    return median(times);
  };
  const limit = { name: "the limit", value: PROMPT };
  const rows: Row[] = [];
  let seed = 1;
  const first = await seconds(() => evaluate(core, file, { ...ask, models: ["first"] }));
  rows.push(row("a million cells: labels judged and every metric, first time", 1000 * first, "ms"));
  rows.push(
    row("the same again, two models with paired differences", await timed(() => evaluate(core, file, { ...both, seed: ++seed })), "ms"),
  );
  rows.push(row("top-k by donor, two models", await timed(() => breakdown(core, file, { ...both, by: "donor" })), "ms", limit));
  rows.push(
    row(
      "cells of one field of the confusion matrix",
      await timed(() => confused(core, file, { ...ask, model: "first", label: "type 3", predicted: "" })),
      "ms",
      limit,
    ),
  );
  rows.push(
    row(
      "entropy over 40 ages, donors, depth, trend, permutations",
      await timed(() =>
        landscape(core, file, { model: "first", phenotype: "cell_type", by: "development_stage", donors: "donor", seed: ++seed }),
      ),
      "ms",
      limit,
    ),
  );
  rows.push(row("a class withheld", await timed(() => withhold(core, file, { ...ask, model: "first", label: "type 3" })), "ms", limit));
  const python = await pythonWith("sklearn");
  const theirs =
    python &&
    (await peer<{ seconds: number[] }>(python, ["tests/bench/peers/sklearn_metrics.py", String(CELLS), String(CLASSES), "1"])).seconds;
  rows.push(
    row(
      "every metric of one model, with intervals by donor",
      await timed(() => evaluate(core, file, { ...ask, models: ["first"], seed: ++seed })),
      "ms",
      theirs ? { name: "scikit-learn: the metrics it has, no interval", value: 1000 * median(theirs) } : null,
    ),
  );
  return rows;
}
