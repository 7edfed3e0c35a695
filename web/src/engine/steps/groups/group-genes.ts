import { unwrap } from "../../base/core";
import { Kept } from "../../file/kept";
import type { OpenedFile } from "../../file/opened-file";
import type { Job } from "../../pool/job";
import { groupSums } from "../survey/group-pass";
import type { Groups, KeptGroups } from "../survey/state";

/** Genes that fewer of a group's cells express say nothing of the group. */
const EXPRESSED = 0.1;
/** A group's top genes: so many, and of a panel a tenth at most. */
const TOP = { genes: 200, share: 0.1 };
/** With fewer other cells there is nothing to compare a group with. */
const FEWEST_OTHERS = 20;

/** The survey's own sums stay as they are: those of these groups are kept with another object of the same file. */
const ASIDE = new Kept<OpenedFile>("No groups have been looked at yet.", (aside) => {
  for (const held of aside.kept.values()) held.free();
});

/** Sums of every gene over the cells of each group: a pass over the file, or none where the same groups were asked for last. */
export async function sumsOf(job: Job, groups: Groups): Promise<KeptGroups> {
  const { file, matrix } = job;
  const aside = ASIDE.find(file, matrix) ?? ASIDE.put(file, matrix, Object.create(file, { kept: { value: new Map() } }) as OpenedFile);
  const given = { kind: "given" as const, name: groups.by, names: groups.names, codes: groups.codes };
  return groupSums({ ...job, file: aside, mask: null }, given);
}

/**
 * Each group's top genes, as columns of the matrix: those with the largest difference of mean log-normalized expression to all other
 * cells, largest first; null where a group is empty or has no others. A pass over the file, or none where the same groups were asked
 * for last.
 */
export async function topGenes(job: Job, groups: Groups): Promise<(Int32Array | null)[]> {
  const { sums, sizes } = await sumsOf(job, groups);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const { mean, fraction } = unwrap(sums.group_means());
  const width = sizes.length;
  const genes = mean.length / width;
  const of = (gene: number, group: number) => (sizes[group]! > 0 ? sizes[group]! * mean[gene * width + group]! : 0);
  // Summed once: what a group's others have is the rest.
  const total = Float64Array.from({ length: genes }, (_, gene) => sizes.reduce((sum, _size, group) => sum + of(gene, group), 0));
  const most = Math.min(TOP.genes, Math.ceil(genes * TOP.share));
  return groups.names.map((_, group) => {
    const [size, others] = [sizes[group]!, all - sizes[group]!];
    if (size < 2 || others < FEWEST_OTHERS) return null;
    const more = Float64Array.from(total, (sum, gene) => mean[gene * width + group]! - (sum - of(gene, group)) / others);
    return Int32Array.from(total.keys())
      .filter((gene) => fraction[gene * width + group]! >= EXPRESSED && more[gene]! > 0)
      .sort((a, b) => more[b]! - more[a]! || a - b)
      .slice(0, most);
  });
}
