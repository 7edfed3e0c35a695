import { analyze, type AnalyzeCommand } from "./commands/analyze";
import { attribute, type AttributeCommand } from "./commands/attribute";
import { compare, type CompareCommand } from "./commands/compare";
import { evaluate, type EvaluateCommand } from "./commands/evaluate";
import { survey, type SurveyCommand } from "./commands/survey";

/** Commands that parts of the cells can be done of, by name. */
export const SWEPT = { analyze, evaluate, compare, attribute, survey } as const;
export type SweptCommand = AnalyzeCommand | EvaluateCommand | CompareCommand | AttributeCommand | SurveyCommand;
