import type { Annotation, AnnotationReference, GivenGroups } from "../../../contract/annotation";
import { groupsOfAnnotation } from "../../../contract/annotation-cells";
import { fromBase64, toBase64 } from "../../../contract/packed-codes";
import { AnalysisError } from "../../../contract/errors";
import { unwrap } from "../../base/core";
import type { Job } from "../../pool/job";
import { sumsOf, topGenes } from "../groups/group-genes";
import { barcodeHash } from "../trust/seen";

/** Top genes of each group that others are told apart by. */
const GENES = 50;

const floats = (text: string) => new Float32Array(fromBase64(text).buffer);

/** FNV-1a hashes of the barcodes of the open file's cells. */
export const barcodesOf = async (file: Job["file"]): Promise<Uint32Array<ArrayBuffer>> =>
  Uint32Array.from(await file.cellIds(), barcodeHash);

export const readBarcodes = ({ barcodes }: AnnotationReference): Uint32Array => new Uint32Array(fromBase64(barcodes).buffer);

/**
 * Mean log-normalized expression of genes (columns of the matrix) in each group, row-major groups x genes; NaN for groups of fewer than two
 * cells, or with fewer than two beside them: these are like no other.
 */
async function meansOf(job: Job, groups: GivenGroups, genes: readonly number[]): Promise<Float32Array<ArrayBuffer>> {
  const { sums, sizes } = await sumsOf(job, groups);
  const cells = sizes.reduce((sum, size) => sum + size, 0);
  const means = new Float32Array(groups.names.length * genes.length).fill(NaN);
  groups.names.forEach((_, group) => {
    if (sizes[group]! < 2 || cells - sizes[group]! < 2) return;
    const { mean } = unwrap(sums.tests({ group }));
    genes.forEach((gene, i) => {
      means[group * genes.length + i] = mean[gene]!;
    });
  });
  return means;
}

/** The annotation with what another file is matched by: its cells' barcodes, and the expression of its groups. */
export async function withReference(job: Job, annotation: Annotation): Promise<Annotation> {
  const { file, matrix } = job;
  if (annotation.file.cells !== file.info.cells)
    throw new AnalysisError("bad-input", `The annotation is of ${annotation.file.name}, which is not the open file.`);
  const groups = groupsOfAnnotation(annotation);
  const tops = await topGenes(job, groups);
  const { symbols } = await file.geneNames(matrix);
  const genes = [...new Set(tops.flatMap((top) => [...(top?.subarray(0, GENES) ?? [])]))].sort((a, b) => a - b);
  const means = await meansOf(job, groups, genes);
  const reference: AnnotationReference = {
    barcodes: toBase64(new Uint8Array((await barcodesOf(file)).buffer)),
    genes: genes.map((gene) => symbols[gene]!),
    groups: groups.names,
    means: toBase64(new Uint8Array(means.buffer)),
  };
  return { ...annotation, reference };
}

/** Pearson's correlation of two rows, over places where both are numbers; NaN for fewer than ten. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const at = Array.from({ length: a.length }, (_, i) => i).filter((i) => !Number.isNaN(a[i]!) && !Number.isNaN(b[i]!));
  if (at.length < 10) return NaN;
  const mean = (row: ArrayLike<number>) => at.reduce((sum, i) => sum + row[i]!, 0) / at.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  let [both, ofA, ofB] = [0, 0, 0];
  for (const i of at) {
    const [x, y] = [a[i]! - meanA, b[i]! - meanB];
    both += x * y;
    ofA += x * x;
    ofB += y * y;
  }
  return both / Math.sqrt(ofA * ofB);
}

/** Rows less the mean of all rows, gene by gene: what a file's groups share says nothing of which is which. */
function centered(rows: Float32Array, genes: number): Float32Array[] {
  const groups = rows.length / genes;
  const out = Array.from({ length: groups }, (_, group) => rows.slice(group * genes, (group + 1) * genes));
  for (let gene = 0; gene < genes; gene++) {
    const known = out.map((row) => row[gene]!).filter((value) => !Number.isNaN(value));
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    for (const row of out) row[gene]! -= mean;
  }
  return out;
}

/** Each group's correlation with every group of a reference: groups x reference groups, over the genes that both files have. */
export async function likeness(
  job: Job,
  groups: GivenGroups,
  reference: AnnotationReference,
): Promise<{ values: number[][]; genes: number }> {
  const names = await job.file.geneNames(job.matrix);
  const found = reference.genes.flatMap((symbol, i) => {
    const [gene] = [names.findListed(symbol) ?? []].flat();
    return gene === undefined ? [] : [{ gene, i }];
  });
  const own = centered(
    await meansOf(
      job,
      groups,
      found.map(({ gene }) => gene),
    ),
    found.length,
  );
  const all = floats(reference.means);
  const width = reference.genes.length;
  const theirs = centered(
    Float32Array.from(reference.groups.flatMap((_, group) => found.map(({ i }) => all[group * width + i]!))),
    found.length,
  );
  return { values: own.map((row) => theirs.map((other) => correlation(row, other))), genes: found.length };
}
