import type { Consensus, ConsensusGroup } from "../../../contract/consensus";
import { consensusGroupsTable } from "../../../exports/consensus-csv";
import { shortClass } from "../../../plots/class-names";
import { count, many, percent } from "../../../plots/format";
import { showValues } from "../map/state";
import * as state from "../../store";
import { Card, CsvButton, Note } from "../../ui/parts";
import { SortableTable, type SortColumn } from "../../ui/sortable";
import { agreeing, consensus, consensusGroups } from "./consensus-state";

type Term = Consensus["terms"][number];

const named = ({ id, name }: { id: string; name: string }) => <span title={`${name} (${id})`}>{shortClass(name)}</span>;

const TERMS: SortColumn<Term>[] = [
  { key: "name", title: "Agreed cell type", by: ({ name }) => name, cell: named },
  { key: "cells", title: "Cells", by: ({ cells }) => cells, cell: ({ cells }) => count(cells) },
];

const GROUPS: SortColumn<ConsensusGroup>[] = [
  { key: "group", title: "Cluster", by: ({ group }) => -Number(group), cell: ({ group }) => group },
  { key: "name", title: "Agreed cell type", by: ({ name }) => name, cell: (row) => (row.id ? named(row) : "none") },
  { key: "share", title: "Cells", by: ({ share }) => share, cell: ({ share }) => percent(share) },
  { key: "models", title: "Models", by: ({ models }) => models, cell: ({ models }) => percent(models) },
];

function Found({ found }: { found: Consensus }) {
  const titles = (names: string[]) => names.map((name) => state.modelByName.value.get(name)?.title ?? name).join(", ");
  const without = found.codes.length - found.terms.reduce((sum, { cells }) => sum + cells, 0);
  return (
    <>
      <p>
        {titles(found.models)}: all give the same type to {percent(found.all)} of {many(found.cells, "cell")}
        {without > 0 ? `; most agree on nothing for ${count(without)}` : ""}.
        {found.leftOut.length > 0 && ` Left out, as their classes have no terms: ${titles(found.leftOut)}.`}
      </p>
      <p>
        <button type="button" class="link" onClick={() => state.choose({ colorBy: { kind: "consensus" } })}>
          Show the types on the map
        </button>{" "}
        <button
          type="button"
          class="link"
          onClick={() => showValues({ title: "Share of models that agree", values: found.share, isShare: true })}
        >
          Show the share of models
        </button>
      </p>
      <SortableTable caption="Cells by agreed type" columns={TERMS} rows={found.terms} keyOf={({ id }) => id} first="cells" />
      {consensusGroups.value && (
        <SortableTable caption="Agreed type by cluster" columns={GROUPS} rows={consensusGroups.value} keyOf={({ group }) => group} />
      )}
    </>
  );
}

/** What the models that are on agree on, where two have seen every cell. */
export function ConsensusCard() {
  const found = consensus.value;
  const failure = agreeing.failure.value;
  if (!found && !failure) return null;
  return (
    <Card
      title="Consensus of the models"
      lead={
        "The finest type of the Cell Ontology that more than half of the models agree on. Labels are compared, probabilities are " +
        "not averaged. Which term each class is stands under Models on the Data step."
      }
      actions={
        consensusGroups.value && <CsvButton name="consensus-clusters" table={() => consensusGroupsTable(consensusGroups.value ?? [])} />
      }
    >
      {found ? <Found found={found} /> : <Note>{failure!.message}</Note>}
    </Card>
  );
}
