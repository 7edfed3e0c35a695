import type { Handlers, Operations } from "../contract/protocol";
import { Desk } from "./desk";
import type { Environment } from "./base/environment";
import type { Models } from "./model/models";
import { annotationOperations } from "./steps/annotation/operations";
import { analysisOperations } from "./steps/predict/operations";
import { attributionOperations } from "./steps/attribution/operations";
import { editOperations } from "./steps/edit/operations";
import { fileOperations } from "./file/operations";
import { geneStatesOperations } from "./steps/gene-states/operations";
import { geneSetOperations } from "./steps/gene-sets/operations";
import { groupsOperations } from "./steps/groups/operations";
import { pruningOperations } from "./steps/deletion/operations";
import { resultOperations } from "./results/operations";
import { doubletOperations } from "./steps/doublets/operations";
import { geneRankingOperations } from "./steps/gene-ranking/operations";
import { sexOperations } from "./steps/sex/operations";
import { integrateOperations } from "./steps/integrate/operations";
import { surveyOperations } from "./steps/survey/operations";
import { referenceOperations } from "./steps/reference/operations";
import { trainOperations } from "./steps/training/operations";
import { trustOperations } from "./steps/trust/operations";
import { compareOperations } from "./steps/compare/operations";
import { consensusOperations } from "./steps/consensus/operations";
import { voteOperations } from "./steps/vote/operations";

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
    ...groupsOperations(desk),
    ...attributionOperations(desk),
    ...pruningOperations(desk),
    ...editOperations(desk),
    ...trainOperations(desk),
    ...referenceOperations(desk),
    ...geneSetOperations(desk),
    ...geneStatesOperations(desk),
    ...geneRankingOperations(desk),
    ...sexOperations(desk),
    ...surveyOperations(desk),
    ...integrateOperations(desk),
    ...doubletOperations(desk),
    ...voteOperations(desk),
    ...consensusOperations(desk),
    ...annotationOperations(desk),
    ...compareOperations(desk),
  };
  return { handlers, models: desk.models, terminate: () => desk.terminate() };
}

/** The conductor where nobody ends it but its worker's own end. */
export const conductorHandlers = (environment: Environment): Handlers<Operations> => startConductor(environment).handlers;
