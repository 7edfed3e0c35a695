import { analyze, type AnalyzeCommand } from "./commands/analyze";
import { attribute, type AttributeCommand } from "./commands/attribute";
import { compare, type CompareCommand } from "./commands/compare";
import { evaluate, type EvaluateCommand } from "./commands/evaluate";

/** Commands that parts of the cells can be done of, by name. */
export const SWEPT = { analyze, evaluate, compare, attribute } as const;
export type SweptCommand = AnalyzeCommand | EvaluateCommand | CompareCommand | AttributeCommand;
