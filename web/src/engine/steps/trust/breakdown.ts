import type { GroupTopK, LabelQuestion } from "../../../contract/trust";
import { unwrap, type CoreModule } from "../../base/core";
import type { OpenedFile } from "../../file/opened-file";
import { judged } from "./judged";
import { codesOf } from "./labels";

/** Groups told at most, the largest first. */
const MOST_GROUPS = 200;

/** Right answers among the first k, group by group of a column, per model. */
export async function breakdown(
  core: CoreModule,
  file: OpenedFile,
  request: LabelQuestion & { models: string[]; by: string },
): Promise<{ by: string; models: { model: string; groups: GroupTopK[] }[] }> {
  const { by, models, phenotype } = request;
  const { codes, categories } = await codesOf(file, by, "groups");
  const out: { model: string; groups: GroupTopK[] }[] = [];
  for (const model of models.filter((name) => file.result(name).head(phenotype))) {
    const one = await judged(core, file, model, request);
    const { ranked: k } = one.store;
    // Counts of cells by place of their label; the last is beyond the kept.
    const places = new Float64Array(categories.length * (k + 1));
    for (let cell = 0; cell < codes.length; cell++) {
      if (codes[cell]! >= 0 && one.codes[cell]! >= 0) places[codes[cell]! * (k + 1) + Math.min(one.rank[cell]!, k)]!++;
    }
    const groups: GroupTopK[] = [];
    for (const [code, group] of categories.entries()) {
      const row = places.subarray(code * (k + 1), (code + 1) * (k + 1));
      const cells = row.reduce((sum, count) => sum + count, 0);
      if (cells === 0) continue;
      let hits = 0;
      groups.push({ group, cells, topK: Array.from({ length: k }, (_, i) => unwrap(core.wilson((hits += row[i]!), cells))) });
    }
    out.push({ model, groups: groups.sort((a, b) => b.cells - a.cells).slice(0, MOST_GROUPS) });
  }
  return { by, models: out };
}
