import { COMPARE } from "./examples/compare";
import type { Example } from "./examples/example";
import { MAP } from "./examples/map";
import { SURVEY } from "./examples/survey";
import { TRAIN } from "./examples/train";
import { TRUST } from "./examples/trust";
import { WHY } from "./examples/why";

/** One picture of every plot, a file a step. */
export const EXAMPLES: Record<string, Example> = { ...MAP, ...SURVEY, ...TRUST, ...TRAIN, ...COMPARE, ...WHY };
