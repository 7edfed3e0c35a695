import type { GroupsBy, GroupsReport, MarkerFile } from "../groups";
import type { Phenotype } from "../types";

/** What a model says of groups of cells. */
export interface GroupsOperations {
  /** Every group with its label and what speaks against it, the most suspicious first. Clusters are those that the survey found last. */
  labelledGroups: {
    request: {
      matrix: string;
      model: string;
      phenotype: Phenotype;
      by: GroupsBy;
      donors?: string;
      /** Markers of the user's own; the built-in ones without. */
      markers?: MarkerFile;
      lanes: number;
    };
    reply: GroupsReport;
    part: never;
  };
}
