import { join } from "node:path";
import { loadCore, unwrap, type CoreModule } from "../../../web/src/engine/base/core";
import { describe as describeFile } from "../../../web/src/engine/file/describe";
import { nodeEnvironment } from "../../../web/src/engine/platform/environment.node";
import { Models } from "../../../web/src/engine/model/models";
import { ANALYZED, Analyzed } from "../../../web/src/engine/file/analyzed";
import { OpenedFile } from "../../../web/src/engine/file/opened-file";
import { ModelResults } from "../../../web/src/engine/file/scores";
import type { HeadInfo } from "../../../web/src/contract/types";
import { seeded } from "../../../scripts/lib/random.mjs";
import { writeH5ad } from "../../../scripts/lib/write-h5ad.mjs";
import { openReader, scratch } from "./data";

const environment = nodeEnvironment(() => {
  throw new Error("This test starts no lanes.");
});
/** Bytes of the tool's own files. */
export const asset = (path: string) => environment.asset(path);

export interface Planted {
  core: CoreModule;
  file: OpenedFile;
}

/** A real file of columns alone (its matrix one gene), to which results are added that are known to be so. */
export async function plantedFile(columns: Record<string, string[] | Float32Array>, depth?: Float32Array): Promise<Planted> {
  const core = await loadCore(environment);
  const cells = Object.values(columns)[0]!.length;
  const path = join(scratch(), "planted.h5ad");
  await writeH5ad(path, {
    X: { values: new Float32Array(cells).fill(1) },
    obs: { index: Array.from({ length: cells }, (_, i) => `c${i}`), columns },
    var: { index: ["CD3E"] },
  });
  const reader = await openReader(path);
  const file = new OpenedFile(reader, await describeFile(core, reader, new Models(environment)), asset);
  const analyzed = ANALYZED.put(file, "X", new Analyzed("X", await file.geneIds("X"), cells, 0));
  analyzed.quality.totals.set(depth ?? new Float32Array(cells).fill(1000));
  return { core, file };
}

/** Adds a model whose logits are these, cells x classes of one head, through the core that scores every model. */
export function addModel(
  { core, file }: Planted,
  name: string,
  head: HeadInfo,
  logits: Float32Array,
  embedding = new Float32Array(file.info.cells),
): void {
  const analysis = new core.Analysis();
  unwrap(analysis.set_genes({ ids: "CD3E", alternatives: [], values: "counts" }));
  const { handle } = unwrap(
    analysis.add_encoder({
      genes_tsv: "symbol\tensembl_id\taliases\tscale\nCD3E\tENSG00000198851\t\t1\n",
      name: "gene-values",
      target_sum: 1e4,
      max_genes: 1,
      heads: [head.classes.length],
      temperatures: [1],
    }),
  );
  const results = new ModelResults(name, [head], file.info.cells);
  const scores = unwrap(analysis.score(handle, { head: 0, logits }));
  results.put(core, { first: 0, count: file.info.cells }, { heads: [scores], embedding, dims: embedding.length / file.info.cells });
  file.analyzed.results.set(name, results);
  analysis.delete();
}

export const randomness = (seed: number) => seeded(seed);
