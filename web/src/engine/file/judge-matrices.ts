import { AnalysisError } from "../../contract/errors";
import type { MatrixInfo, UnusableMatrix } from "../../contract/types";
import { named, unwrap, type CoreModule } from "../base/core";
import type { Reader, Sample } from "../readers/reader";

/** A matrix judged, and the cells it was judged by. */
export interface Judged {
  info: MatrixInfo;
  sample: Sample;
}

/** What every matrix of a file holds, judged on samples. Those whose values cannot be used are told apart, with the reason. */
export async function judgeMatrices(core: CoreModule, reader: Reader): Promise<{ judged: Judged[]; unusable: UnusableMatrix[] }> {
  const judged: Judged[] = [];
  const unusable = [...reader.unusable];
  for (const shape of reader.matrices) {
    try {
      const sample =
        shape.stored === 0
          ? { values: new Float32Array(0), indptr: Int32Array.of(0), genes: shape.genes }
          : await reader.sample(shape.path);
      // X is what scanpy notes the base of; raw and layers are written before it.
      const declared = shape.path === "X" && reader.declaredBase ? { declared_base: reader.declaredBase } : {};
      const { kind, scale, why, look } = unwrap(named(core.judge_values({ ...sample, ...declared }), shape.path, reader));
      judged.push({ info: { ...shape, values: kind, scale, look, why: shape.stored === 0 ? "No value is stored." : why }, sample });
    } catch (error) {
      if (!(error instanceof AnalysisError) || error.code === "network" || error.code === "cancelled") throw error;
      unusable.push({ path: shape.path, code: error.code, why: error.message });
    }
  }
  return { judged, unusable };
}

/** Share of the sampled cells in which two matrices hold the same expression up to a factor per cell; NaN where they cannot be compared. */
export function proportional(core: CoreModule, first: Judged, second: Judged): number {
  const [a, b] = [first.sample, second.sample];
  // Sparse samples without indices are of no whole cells.
  const isWhole = ({ indptr, indices }: Sample) => !indptr || indices !== undefined;
  if (first.info.genes !== second.info.genes || !isWhole(a) || !isWhole(b) || a.values.length === 0 || b.values.length === 0) return NaN;
  const cells = ({ indptr, values, genes }: Sample) => (indptr ? indptr.length - 1 : values.length / genes);
  if (cells(a) !== cells(b)) return NaN;
  return unwrap(core.share_proportional({ first: a, first_scale: first.info.scale, second: b, second_scale: second.info.scale }));
}
