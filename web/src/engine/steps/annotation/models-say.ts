import type { GivenGroups, LevelCount, ModelSays } from "../../../contract/annotation";
import type { MajorityVote } from "../../../contract/votes";
import { toWire } from "../../../contract/errors";
import type { Job } from "../../pool/job";
import { talliesOf } from "../groups/labelled-groups";
import { donorsOf } from "../../file/donors";

const HEAD = "cell_type";

/** What every model says of every group: by group, then by model, with the share of cells on which the others agree with it. */
export interface Spoken {
  models: string[];
  /** Groups, then models. */
  says: (ModelSays & { agreement: number | null })[][];
  notes: string[];
}

const SILENT = { label: "", ontologyId: "", share: NaN, labelled: 0, probability: NaN, entropy: NaN, far: null, agreement: null };

/** The commonest label of a vote's cells in each group. */
function votesOf({ labels, codes }: MajorityVote, groups: GivenGroups): ModelSays["voted"][] {
  const counts = groups.names.map(() => new Map<number, number>());
  groups.codes.forEach((group, cell) => {
    const code = codes[cell]!;
    if (group >= 0 && code >= 0) counts[group]!.set(code, (counts[group]!.get(code) ?? 0) + 1);
  });
  return counts.map((one) => {
    const all = [...one.values()].reduce((sum, count) => sum + count, 0);
    const [best] = [...one].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    return best ? { label: labels[best[0]]!, share: best[1] / all } : null;
  });
}

/** Asks each model that predicts cell types; one that labels no cell of any group is left out, and said so. */
export async function modelsSay(job: Job, models: readonly string[], groups: GivenGroups): Promise<Spoken> {
  const { file, matrix } = job;
  const sizes = new Float64Array(groups.names.length);
  for (const code of groups.codes) if (code >= 0) sizes[code]!++;
  const [able, notes]: [string[], string[]] = [[], []];
  const says: Spoken["says"] = groups.names.map(() => []);
  for (const model of models) {
    const result = file.result(model, matrix);
    if (!result.head(HEAD)) {
      notes.push(`${model} predicts no cell types, and names no group.`);
      continue;
    }
    let tallies: Awaited<ReturnType<typeof talliesOf>>;
    try {
      tallies = await talliesOf(job, { model, phenotype: HEAD }, groups, null);
    } catch (error) {
      if (toWire(error).code !== "bad-input") throw error;
      notes.push(`${model}: ${toWire(error).message}`);
      continue;
    }
    able.push(model);
    const vote = result.votes.get(HEAD);
    const voted = vote && votesOf(vote, groups);
    tallies.forEach((one, group) => {
      says[group]!.push({
        model,
        ...(one
          ? {
              label: one.label,
              ontologyId: one.ontologyId,
              share: one.share,
              labelled: one.cells / sizes[group]!,
              probability: one.probability,
              entropy: one.entropy,
              far: one.far,
              agreement: one.agreement,
            }
          : SILENT),
        voted: voted?.[group] ?? null,
      });
    });
  }
  return { models: able, says, notes };
}

/** Cells of each level of a column in every group, largest first; cells without one are counted in none. */
export async function levelsOf(
  file: Job["file"],
  column: string | undefined,
  { names, codes }: GivenGroups,
): Promise<{ groups: LevelCount[][]; levels: number } | null> {
  if (column === undefined) return null;
  const known = await donorsOf(file, column);
  const counts = names.map(() => new Map<number, number>());
  const sizes = new Float64Array(names.length);
  const used = new Set<number>();
  codes.forEach((group, cell) => {
    const level = known.codes[cell]!;
    if (level >= 0) used.add(level);
    if (group < 0) return;
    sizes[group]!++;
    if (level >= 0) counts[group]!.set(level, (counts[group]!.get(level) ?? 0) + 1);
  });
  const groups = counts.map((one, group) =>
    [...one]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .map(([level, cells]) => ({ level: known.categories[level]!, cells, share: cells / sizes[group]! })),
  );
  return { groups, levels: used.size };
}
