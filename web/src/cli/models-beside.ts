import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { HeadInfo, ModelInfo, Phenotype } from "../contract/types";
import { besideTable, modelsBeside, type ModelsBeside } from "../exports/models-beside";
import { toCsv } from "../exports/table-csv";
import type { Engine } from "./engine";

interface Pair {
  phenotype: Phenotype;
  models: [string, string];
  found: ModelsBeside;
}

/** Writes models.csv where two models and more predict the same phenotype: class by class what each says, every pair. */
export async function writeModelsBeside(engine: Engine, models: ModelInfo[], folder: string): Promise<void> {
  const pairs: Pair[] = [];
  const phenotypes = new Set(models.flatMap(({ heads }) => heads.map(({ phenotype }) => phenotype)));
  for (const phenotype of phenotypes) {
    const able = models.flatMap(({ name, heads }): [string, HeadInfo][] => {
      const head = heads.find((one) => one.phenotype === phenotype);
      return head ? [[name, head]] : [];
    });
    for (const [at, [first, one]] of able.entries())
      for (const [second, other] of able.slice(at + 1)) {
        const codes = await engine.call("agreement", { phenotype, models: [first, second] });
        const scores = async (model: string) => engine.call("scores", { model, phenotype });
        const found = modelsBeside(
          [
            [await scores(first), one],
            [await scores(second), other],
          ],
          codes,
        );
        pairs.push({ phenotype, models: [first, second], found });
      }
  }
  if (pairs.length > 0) await writeFile(join(folder, "models.csv"), toCsv(besideTable(pairs)));
}
