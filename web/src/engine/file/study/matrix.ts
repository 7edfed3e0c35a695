import type { MatrixInfo, ValueKind, ValueLook } from "../../../contract/types";
import type { MatrixShape } from "../../readers/read-plan";
import { SHARED_GENES } from "../../readers/study/plan";
import { holds } from "../matrix-words";
import type { UsableFile } from "./usable";

const matrixOf = ({ info, matrix }: UsableFile): MatrixInfo => info.matrices.find(({ path }) => path === matrix)!;

/** What the values of all files can be read as: counts where all hold them, else logarithms. */
export function joinedValues(files: readonly UsableFile[]): ValueKind {
  const kinds = new Set(files.map((file) => matrixOf(file).values));
  if (kinds.has("log1p")) return "log1p";
  return kinds.has("fractional-counts") ? "fractional-counts" : "counts";
}

/** What is told of a matrix of the study. */
export function joinedMatrix(shape: MatrixShape, files: readonly UsableFile[], values: ValueKind): MatrixInfo {
  const infos = files.map(matrixOf);
  const stored = values === "log1p" ? "log1p" : values === "counts" ? "counts" : "fractional-counts";
  const count = (n: number) => n.toLocaleString("en");
  const of = shape.path === SHARED_GENES ? "genes that every file measures" : "genes that any file measures";
  const own = new Map<string, number>();
  for (const { path, scale } of infos) own.set(`${path} (${holds(scale)})`, (own.get(`${path} (${holds(scale)})`) ?? 0) + 1);
  const from = [...own].map(([what, times]) => (own.size === 1 ? what : `${what} of ${times}`)).join(", ");
  return {
    ...shape,
    values,
    scale: { stored, log_base: Math.E, target: stored === "log1p" ? 1e4 : 0 },
    look: joinedLook(infos),
    why: `${count(shape.genes)} ${of}, of ${files.length} ${files.length === 1 ? "file" : "files"}: ${from}.`,
  };
}

/** Weighted by cells, what was seen in the files' samples. */
function joinedLook(infos: readonly MatrixInfo[]): ValueLook {
  const cells = infos.reduce((sum, info) => sum + info.cells, 0);
  const mean = (key: "total" | "detected" | "ones") =>
    infos.reduce((sum, { look, cells: own }) => sum + look[key] * own, 0) / Math.max(1, cells);
  return {
    total: mean("total"),
    detected: mean("detected"),
    ones: mean("ones"),
    largest: Math.max(...infos.map(({ look }) => look.largest)),
  };
}
