import type { Handlers, Operations } from "../pipeline/protocol";
import { Desk } from "./desk";
import type { Environment } from "./environment";
import type { Models } from "./models";
import { analysisOperations } from "./operations/analysis";
import { attributionOperations } from "./operations/attribution";
import { editOperations } from "./operations/edit";
import { fileOperations } from "./operations/file";
import { geneContextOperations } from "./operations/gene-context";
import { geneSetOperations } from "./operations/gene-sets";
import { resultOperations } from "./operations/results";
import { selectionOperations } from "./operations/selection";
import { surveyOperations } from "./operations/survey";
import { trainOperations } from "./operations/train";
import { trustOperations } from "./operations/trust";

export interface Conductor {
  handlers: Handlers<Operations>;
  models: Models;
  /** Ends the lanes: nothing of the engine keeps running. */
  terminate(): Promise<void>;
}

/** Answers the page (or the command line): keeps the file and its results, and has the lanes work. */
export function startConductor(environment: Environment): Conductor {
  const desk = new Desk(environment);
  const handlers: Handlers<Operations> = {
    ...fileOperations(desk),
    ...analysisOperations(desk),
    ...resultOperations(desk),
    ...trustOperations(desk),
    ...attributionOperations(desk),
    ...editOperations(desk),
    ...trainOperations(desk),
    ...geneSetOperations(desk),
    ...geneContextOperations(desk),
    ...selectionOperations(desk),
    ...surveyOperations(desk),
  };
  return { handlers, models: desk.models, terminate: () => desk.terminate() };
}

/** The conductor where nobody ends it but its worker's own end. */
export const conductorHandlers = (environment: Environment): Handlers<Operations> => startConductor(environment).handlers;
