import { AnalysisError } from "../../contract/errors";
import type { Manifest } from "../../contract/manifest";
import { MANIFEST_SCHEMA } from "./manifest-schema";
import { violation } from "./schema";

/** A manifest that has been checked, or an error naming its first wrong field. */
export function checkManifest(value: unknown): Manifest {
  const wrong = violation(MANIFEST_SCHEMA, value);
  if (wrong !== null) throw new AnalysisError("model", `manifest.json: ${wrong}.`);
  return value as Manifest;
}
