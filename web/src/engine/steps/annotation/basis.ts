import type { Annotation } from "../../../contract/annotation";
import { Kept } from "../../file/kept";
import type { OpenedFile } from "../../file/opened-file";
import type { Models } from "../../model/models";
import { COVERED } from "./suggestion";

/** What suggested names of the open file rest on. */
export type Basis = Pick<Annotation, "models" | "thresholds" | "markers">;

const BASIS = new Kept<Basis>("No name has been suggested yet.");

/** Keeps what the rows asked for last rest on. */
export function keepBasis(file: OpenedFile, matrix: string, models: Models, names: readonly string[], markers: string): void {
  BASIS.put(file, matrix, {
    models: names.map((name) => {
      const { title, version, hashes, kind } = models.folder(name).info;
      return { name, title, version, sha256: hashes?.[kind === "onnx" ? "predict" : "weights"] ?? "" };
    }),
    thresholds: { covered: COVERED },
    markers,
  });
}

/** The annotation with what its names rest on: what it says itself, and what they were suggested by here. */
export function withBasis(file: OpenedFile, annotation: Annotation): Annotation {
  const basis = BASIS.find(file, annotation.file.matrix);
  if (!basis) return annotation;
  const known = new Set(annotation.models.map(({ name, sha256 }) => `${name} ${sha256}`));
  return {
    ...annotation,
    models: [...annotation.models, ...basis.models.filter(({ name, sha256 }) => !known.has(`${name} ${sha256}`))],
    thresholds: { ...basis.thresholds, ...annotation.thresholds },
    markers: annotation.markers || basis.markers,
  };
}
