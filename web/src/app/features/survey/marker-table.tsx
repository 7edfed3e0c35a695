import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { STABLE, type MarkerGroup, type MarkerOrder, type MarkerRow } from "../../../contract/survey";
import { count, many, percent, qValue, score, value } from "../../../plots/format";
import { exportMarkers } from "./files";
import { showGene } from "./run";
import * as survey from "./state";
import { call, fail } from "../../engine-client";
import { Card, Segments } from "../../ui/parts";
import { SortableTable, type SortColumn } from "../../ui/sortable";
import { HousekeepingSwitch } from "./parts";
import { Term } from "../../ui/tip";
import { SearchField } from "../../ui/search-field";

const ROWS = 25;
const ORDERS: { value: MarkerOrder; title: string; hint?: string }[] = [
  { value: "effect", title: "Effect", hint: "(2 AUC − 1) × size of the log₂ fold change" },
  { value: "donorT", title: "Donors" },
  { value: "z", title: "Wilcoxon" },
  { value: "t", title: "t-test" },
  { value: "auc", title: "AUC" },
  { value: "logFoldChange", title: "Fold change" },
];

const GENE: SortColumn<MarkerRow> = {
  key: "gene",
  title: "Gene",
  by: ({ symbol }) => symbol,
  cell: ({ symbol }) => <i class="gene">{symbol}</i>,
};

const SHARES: SortColumn<MarkerRow>[] = [
  { key: "auc", title: <Term word="aucGene">AUC</Term>, by: (row) => row.auc, cell: (row) => score(row.auc) },
  { key: "in", title: <Term word="expressing">% in</Term>, by: (row) => row.fraction, cell: (row) => percent(row.fraction) },
  { key: "out", title: <Term word="expressing">% out</Term>, by: (row) => row.fractionRest, cell: (row) => percent(row.fractionRest) },
];

/** Of a group tested over donors. */
const DONOR_COLUMNS: SortColumn<MarkerRow>[] = [
  GENE,
  {
    key: "lfc",
    title: <Term word="pseudobulkFoldChange">log₂ FC</Term>,
    by: (row) => row.donorLogFoldChange,
    cell: (row) => value(row.donorLogFoldChange),
  },
  { key: "t", title: <Term word="moderatedT">t (donors)</Term>, by: (row) => row.donorT, cell: (row) => value(row.donorT) },
  { key: "q", title: <Term word="donorQ">q (donors)</Term>, by: (row) => -row.donorQ, cell: (row) => qValue(row.donorQ) },
  ...SHARES,
];

/** Of a group whose cells are the units. */
const CELL_COLUMNS: SortColumn<MarkerRow>[] = [
  GENE,
  {
    key: "lfc",
    title: <Term word="logFoldChange">log₂ FC</Term>,
    by: (row) => row.logFoldChange,
    cell: (row) => value(row.logFoldChange),
  },
  {
    key: "z",
    title: <Term word="rankSum">z</Term>,
    by: (row) => row.z,
    cell: (row) => (Number.isNaN(row.z) ? value(row.t) : value(row.z)),
  },
  {
    key: "q",
    title: <Term word="cellsQ">q (cells)</Term>,
    by: (row) => -row.zQ,
    cell: (row) => qValue(Number.isNaN(row.zQ) ? row.tQ : row.zQ),
  },
  ...SHARES,
];

/** Of clusters tested by count splitting. */
const SPLIT_COLUMN: SortColumn<MarkerRow> = {
  key: "split",
  title: <Term word="splitQ">q (split)</Term>,
  by: (row) => -row.splitQ,
  cell: (row) => qValue(row.splitQ),
};

function columnsOf(isOverDonors: boolean, isSplit: boolean): SortColumn<MarkerRow>[] {
  const columns = isOverDonors ? DONOR_COLUMNS : CELL_COLUMNS;
  const after = columns.length - SHARES.length;
  return isSplit ? [...columns.slice(0, after), SPLIT_COLUMN, ...SHARES] : columns;
}

/** Whether a cluster is found again in subsamples of the cells. */
function Stability({ stability }: MarkerGroup) {
  if (stability === null || Number.isNaN(stability)) return null;
  const word = stability >= STABLE.from ? "stable" : stability >= STABLE.least ? "doubtful" : "unstable: do not rely on it";
  return (
    <p class="after">
      <Term word="clusterStability">Cluster stability</Term> {score(stability)} ({word}).
    </p>
  );
}

/** Who is compared in a group. */
const unitsOf = ({ design, donors, donorsRest }: MarkerGroup): string =>
  design === "paired" ? `within ${many(donors, "donor")}` : design ? `${many(donors, "donor")} and ${donorsRest} others` : "over cells";

/** Markers of one group, as they are sorted and chosen. */
export function MarkerTable() {
  const found = survey.markers.value!;
  const group = Math.min(survey.focus.value, found.groups.length - 1);
  const order = survey.order.value;
  const find = useSignal("");
  const shown = useSignal<{ key: string; rows: MarkerRow[]; total: number } | null>(null);
  const list = survey.markerList.value;
  const key = `${found.by} ${group} ${JSON.stringify(list)} ${find.value}`;
  useEffect(() => {
    let isCurrent = true;
    call("markerRows", { group, ...list, first: 0, count: ROWS, ...(find.value.trim() ? { find: find.value.trim() } : {}) }).then(
      ({ rows, total }) => {
        if (isCurrent) shown.value = { key, rows, total };
      },
      fail,
    );
    return () => {
      isCurrent = false;
    };
  }, [found, key]);
  const one = found.groups[group]!;
  return (
    <Card
      title={<>Markers of {one.name}</>}
      lead={
        `${many(one.cells, "cell")} compared with ${count(one.rest)} others, ${unitsOf(one)}` +
        `${one.whyNot ? ` (${one.whyNot})` : ""}. Click a gene for details.`
      }
      actions={
        <button type="button" class="tool" onClick={() => void exportMarkers().catch(fail)}>
          CSV (all groups)
        </button>
      }
    >
      <div class="controls">
        <label class="field">
          <span>Group</span>
          <select
            value={String(group)}
            onChange={(event) => {
              survey.focus.value = Number(event.currentTarget.value);
            }}
          >
            {found.groups.map(({ name, cells }, i) => (
              <option key={name} value={String(i)}>
                {name} ({count(cells)})
              </option>
            ))}
          </select>
        </label>
        <Segments
          label="Sort by"
          value={order === "donorT" && !one.design ? "z" : order}
          choices={one.design ? ORDERS : ORDERS.filter((choice) => choice.value !== "donorT")}
          onChoose={(chosen) => {
            survey.order.value = chosen as MarkerOrder;
          }}
        />
        <label class="field">
          <span>Least log₂ FC</span>
          <input
            type="number"
            class="short"
            step="0.5"
            placeholder="any"
            value={survey.leastChange.value ?? ""}
            onChange={(event) => {
              const { value: typed } = event.currentTarget;
              survey.leastChange.value = typed === "" || !Number.isFinite(Number(typed)) ? null : Number(typed);
            }}
          />
        </label>
        <HousekeepingSwitch />
        <SearchField label="Find a gene" placeholder="Find a gene" search={find} />
      </div>
      <Stability {...one} />
      {shown.value && (
        <SortableTable
          caption={`Markers of ${one.name}`}
          columns={columnsOf(one.design !== null, found.splitClusters !== null)}
          rows={shown.value.rows}
          keyOf={(row) => row.gene}
          onRow={(row) => showGene(row.symbol)}
          rowLabel={(row) => `Show ${row.symbol}`}
        />
      )}
      {shown.value && (
        <p class="after">
          {shown.value.rows.length === 0
            ? "No gene with this name or fold change."
            : `${count(shown.value.rows.length)} of ${many(shown.value.total, "gene")}.`}
        </p>
      )}
    </Card>
  );
}
