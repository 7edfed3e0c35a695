import { join } from "node:path";
import { root } from "../../../scripts/lib/run.mjs";

/** Where the one bundle of a run lies (global-setup.ts makes it): lane.node.mjs, phenolens.mjs, trial.worker.mjs. */
export const BUNDLE = join(root, "build/tests");
