import { HETEROGENEOUS, type MajorityVote } from "../../../contract/votes";
import { count, many, percent } from "../../../plots/format";
import * as state from "../../store";
import { Card, CsvButton, Note } from "../../ui/parts";
import { SortableTable, type SortColumn } from "../../ui/sortable";
import { currentVote, isCounting, isVoting, minProp, over, setVoting } from "./vote-state";

interface Row {
  label: string;
  cells: number;
  clusters: number;
}

const COLUMNS: SortColumn<Row>[] = [
  { key: "label", title: "Voted", by: ({ label }) => label, cell: ({ label }) => label },
  { key: "cells", title: "Cells", by: ({ cells }) => cells, cell: ({ cells }) => count(cells) },
  { key: "clusters", title: "Clusters", by: ({ clusters }) => clusters, cell: ({ clusters }) => count(clusters) },
];

/** Cells and clusters of each label that won. */
function rowsOf({ labels, codes, clusterCodes }: MajorityVote): Row[] {
  const cells = new Map<number, number>();
  const clusters = new Map<number, Set<number>>();
  codes.forEach((code, cell) => {
    if (code < 0) return;
    cells.set(code, (cells.get(code) ?? 0) + 1);
    (clusters.get(code) ?? clusters.set(code, new Set()).get(code)!).add(clusterCodes[cell]!);
  });
  return [...cells].map(([code, size]) => ({ label: labels[code]!, cells: size, clusters: clusters.get(code)!.size }));
}

function Controls() {
  const columns = (state.info.value?.columns ?? []).filter(({ kind }) => kind === "category");
  const chosen = over.value.kind === "column" ? over.value.column : "";
  return (
    <div class="controls">
      <label class="field">
        <span>Clusters</span>
        <select
          value={chosen}
          onChange={({ currentTarget: { value } }) => {
            over.value = value ? { kind: "column", column: value } : { kind: "leiden" };
          }}
        >
          <option value="">many small ones (Leiden)</option>
          {columns.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>Least share {percent(minProp.value)}</span>
        <input
          type="range"
          min="0"
          max="1"
          step="0.05"
          value={minProp.value}
          onChange={(event) => {
            minProp.value = Number(event.currentTarget.value);
          }}
        />
      </label>
    </div>
  );
}

function Found({ vote }: { vote: MajorityVote }) {
  const rows = rowsOf(vote);
  return (
    <>
      <p>
        {many(vote.clusters.length, "cluster")}
        {vote.resolution === null ? "" : ` (resolution ${vote.resolution})`} voted: {many(vote.changed, "cell")} (
        {percent(vote.changed / Math.max(vote.codes.length, 1))}) go by another label than their own
        {vote.heterogeneous > 0 ? `, ${many(vote.heterogeneous, "cell")} lie in clusters without a clear majority (${HETEROGENEOUS})` : ""}.
        The map shows the vote; cells.csv and the annotated .h5ad have it beside the cells’ own labels.
      </p>
      <SortableTable
        caption="Cells and clusters by label voted for"
        columns={COLUMNS}
        rows={rows}
        keyOf={({ label }) => label}
        first="cells"
      />
    </>
  );
}

/** Labels settled cluster by cluster, by a switch. */
export function VoteCard() {
  const now = currentVote();
  const found = now?.found ?? null;
  return (
    <Card
      title="Majority voting"
      lead={
        "Each of many small clusters of like cells takes the label that most of its cells have, as CellTypist does: " +
        "single cells’ slips are outvoted, and so are rare types."
      }
      actions={
        found && (
          <CsvButton
            name="majority-voting"
            table={() => ({
              columns: ["label", "cells", "clusters"],
              rows: rowsOf(found).map((row) => [row.label, row.cells, row.clusters]),
            })}
          />
        )
      }
    >
      <label class="radio">
        <input type="checkbox" checked={isVoting.value} onChange={(event) => setVoting(event.currentTarget.checked)} /> Let clusters vote
      </label>
      {isVoting.value && <Controls />}
      {isVoting.value && isCounting.value && <p class="lead">The cells are being clustered.</p>}
      {now?.why && <Note kind="bad">{now.why}</Note>}
      {found && !isCounting.value && <Found vote={found} />}
    </Card>
  );
}
