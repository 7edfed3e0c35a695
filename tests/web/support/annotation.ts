import { ANNOTATION_VERSION, type Annotation } from "../../../web/src/contract/annotation";
import { packCodes } from "../../../web/src/contract/packed-codes";

/** An annotation as it is begun: groups of a column `leiden`, one code a cell, none of them named. */
export function started(codes: number[], names = ["a", "b", "c"]): Annotation {
  const group = (id: string) => ({
    id,
    members: [id],
    name: "",
    ontologyId: "",
    mark: "named" as const,
    source: "",
    confidence: null,
    note: "",
    color: "",
    isAccepted: false,
  });
  return {
    version: ANNOTATION_VERSION,
    file: { name: "f.h5ad", fingerprint: "0", cells: codes.length, matrix: "X" },
    grouping: { kind: "column", by: "leiden", resolution: null, seed: null, modularity: null },
    start: names.map((name) => ({ name, color: "" })),
    codes: packCodes(Int32Array.from(codes)),
    splits: [],
    groups: names.map(group),
    reference: null,
    models: [],
    thresholds: {},
    markers: "",
    madeBy: "",
  };
}
