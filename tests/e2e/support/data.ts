import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../../scripts/lib/run.mjs";

/**
 * A real file of ../shared/data (or PHENOLENS_DATA); null where it is absent.
 * With CI=true the absence is a failure: a check that silently tests nothing is worse than none.
 */
export function dataFile(name: string): string | null {
  const path = join(process.env.PHENOLENS_DATA ?? join(root, "../shared/data"), name);
  if (existsSync(path)) return path;
  if (process.env.CI === "true") throw new Error(`${path} is absent, and CI=true wants it.`);
  return null;
}
