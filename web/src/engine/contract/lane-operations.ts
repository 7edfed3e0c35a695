import type { Reading, Source, ValueKind } from "../../contract/types";
import type { ExplainLane } from "./attribution";
import type { GeneIds } from "./cells";
import type { DeletionLane } from "./deletion";
import type { EditLane } from "./edit";
import type { ExpressedLane, SetsLane, ChosenCellsLane } from "./gene-sets";
import type { GeneStatesLane } from "./gene-states";
import type { IntegrateLane } from "./integrate";
import type { LaneModel, MeasuredGenes } from "./model";
import type { PredictLane, SurveyLane } from "./predict";
import type { Scales } from "../readers/restored";
import type { NamesRead, StudyPlan } from "../readers/study/plan";
import type { GraphLane, RanksLane, SumsLane } from "./survey";
import type { TrainLane } from "./training";
import type { KnownPhenotypesLane } from "./trust";

/** What a lane opens: a file and how, with the scales of the matrices whose stored values are to be restored; or several read as one. */
export type FileToOpen = { source: Source; scales: Scales; reading: Reading } | { study: StudyPlan; name: string; reading: Reading };

export interface ToPrepare {
  matrix: string;
  genes: GeneIds;
  values: ValueKind;
  models: LaneModel[];
  byFile?: NamesRead;
}

/** What the genes of a study's files are to models. */
export interface MeasuredByFile {
  /** Of each file the place of its list of genes; empty where all cells are read by the same. */
  lists: number[];
  /** Of each list, and of each model. */
  measured: MeasuredGenes[][];
}

/** What is asked of a lane before any step's own operation. */
interface PrepareLane {
  /** Starts the core, whose code is compiled already, and loads the HDF5 library, so that opening is quick; says first that it runs. */
  warm: { request: { base: string; core: WebAssembly.Module }; reply: null; part: "runs" };
  open: { request: FileToOpen; reply: null; part: never };
  /**
   * Starts afresh with a matrix, its genes and models: whatever the lane was started on before is gone. `byFile`: of a study the cells of
   * each file are read by the genes that it measures, by its `own` names or by those of `genes`.
   */
  prepare: { request: ToPrepare; reply: MeasuredByFile; part: never };
  release: { request: Record<string, never>; reply: null; part: never };
}

/**
 * The table of what the conductor asks of a lane: name -> request, reply, part. A topic is a file of this folder,
 * answered by the `lane.ts` of
 * its step. A lane answers one call at a time, in order. `contract/protocol.ts` says how an operation is added.
 */
export interface LaneOperations
  extends
    PrepareLane,
    SurveyLane,
    PredictLane,
    KnownPhenotypesLane,
    ExplainLane,
    EditLane,
    TrainLane,
    SumsLane,
    RanksLane,
    GraphLane,
    IntegrateLane,
    DeletionLane,
    SetsLane,
    ExpressedLane,
    GeneStatesLane,
    ChosenCellsLane {}
