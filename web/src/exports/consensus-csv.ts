import type { Consensus, ConsensusGroup } from "../contract/consensus";
import { number } from "./csv-fields";
import { perCell, type CellNames } from "./per-cell-csv";
import type { Table } from "./table-csv";

/** consensus.csv: the term that most models agree on for every cell, and the share of the models that do; empty where there is none. */
export function consensusCsv(names: CellNames, { terms, codes, share }: Consensus): AsyncGenerator<string> {
  return perCell(["consensus", "ontology_id", "share_of_models"], codes.length, names, (cell) => {
    const term = terms[codes[cell]!];
    return term ? [term.name, term.id, number(share[cell]!)] : ["", "", ""];
  });
}

/** A row per group: the term most of its cells go by, their share, and the mean share of the models that agree on it. */
export function consensusGroupsTable(groups: readonly ConsensusGroup[]): Table {
  return {
    columns: ["group", "cells", "consensus", "ontology_id", "share_of_cells", "share_of_models"],
    rows: groups.map(({ group, cells, name, id, share, models }) => [group, cells, name, id, share, models]),
  };
}
