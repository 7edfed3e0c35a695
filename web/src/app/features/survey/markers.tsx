import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { STABLE, type MarkerGroup, type MarkerOrder, type MarkerRow } from "../../../contract/survey";
import { count, duration, many, percent, qValue, score, value } from "../../../plots/format";
import { geneGroupsTable, violinTable } from "../../../exports/survey-csv";
import { exportMarkers } from "./files";
import { showGene, runMarkers, showGenes } from "./run";
import * as survey from "./state";
import { call, fail, refuse } from "../../engine-client";
import * as state from "../../store";
import { loadColumn } from "../data/run";
import { slotsOf } from "../map/state";
import { baseName } from "../export/base-name";
import { donors } from "../trust/state";
import { ColumnSelect } from "../../ui/column-select";
import { Figure } from "../../ui/figure";
import { Card, Note, Segments } from "../../ui/parts";
import { SortableTable, type SortColumn } from "../../ui/sortable";
import { HousekeepingSwitch, RunButton, SurveyFailure } from "./parts";
import { Term } from "../../ui/tip";

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

function MarkerTable() {
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
        <input
          type="search"
          aria-label="Find a gene"
          placeholder="Find a gene"
          value={find.value}
          onInput={(event) => {
            find.value = event.currentTarget.value;
          }}
        />
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

/** Asks for genes by name and adds what is found. */
function AddGenes() {
  const text = useSignal("");
  const found = useSignal<string[]>([]);
  const matrix = state.info.value?.matrix ?? "";
  const suggest = async (typed: string) => {
    const last = typed.split(/[\s,;]+/).at(-1) ?? "";
    found.value = last ? (await call("findGenes", { matrix, text: last, limit: 8 })).map(({ symbol }) => symbol) : [];
  };
  const add = async () => {
    const names = text.value.split(/[\s,;]+/).filter(Boolean);
    const genes: string[] = [];
    const missing: string[] = [];
    for (const name of names) {
      const [best] = await call("findGenes", { matrix, text: name, limit: 1 });
      if (best && best.how !== "part" && best.how !== "prefix") genes.push(best.symbol);
      else missing.push(name);
    }
    if (missing.length > 0) refuse(`The file has no gene named ${missing.join(", ")}.`);
    if (genes.length === 0) return;
    text.value = "";
    showGenes([...new Set([...survey.wanted.value, ...genes])]);
  };
  return (
    <form
      class="controls"
      onSubmit={(event) => {
        event.preventDefault();
        void add().catch(fail);
      }}
    >
      <input
        type="text"
        class="gene"
        list="survey-genes"
        aria-label="Add genes"
        placeholder="Add genes, e.g. CD3E NKG7"
        spellcheck={false}
        autocomplete="off"
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value;
          void suggest(text.value).catch(() => {});
        }}
      />
      <datalist id="survey-genes">
        {found.value.map((name) => (
          <option key={name} value={[...text.value.split(/[\s,;]+/).slice(0, -1), name].join(" ")} />
        ))}
      </datalist>
      <button type="submit" class="btn" disabled={!text.value.trim()}>
        Add
      </button>
      {survey.wanted.value.length > 0 && (
        <button type="button" class="link" onClick={() => showGenes([])}>
          Remove all
        </button>
      )}
    </form>
  );
}

/** How the plot was last drawn: kept while the page is open. */
const look = { as: "dots" as "dots" | "tiles", isScaled: true };

function ChosenGenes() {
  const found = survey.groups.value;
  const as = useSignal(look.as);
  const isScaled = useSignal(look.isScaled);
  const data = useMemo(() => found && { found, as: as.value, isScaled: isScaled.value }, [found, as.value, isScaled.value]);
  return (
    <>
      <Card
        title="Gene expression by group"
        lead="Initially the top markers of each group. Colour: mean log1p expression; dot size: fraction of cells expressing the gene."
      >
        <AddGenes />
        <div class="controls">
          <Segments
            label="Plot type"
            value={as.value}
            onChoose={(value) => {
              as.value = look.as = value as typeof as.value;
            }}
            choices={[
              { value: "dots", title: "Dot plot" },
              { value: "tiles", title: "Heat map" },
            ]}
          />
          <Segments
            label="Colour scale"
            value={isScaled.value ? "gene" : "all"}
            onChoose={(value) => {
              isScaled.value = look.isScaled = value === "gene";
            }}
            choices={[
              { value: "gene", title: "Scale per gene" },
              { value: "all", title: "Common scale" },
            ]}
          />
        </div>
        {found && found.missing.length > 0 && <p class="after">Not in the file: {found.missing.join(", ")}.</p>}
      </Card>
      {data && data.found.genes.length > 0 && (
        <Figure
          title={as.value === "dots" ? "Dot plot" : "Heat map"}
          name={`${baseName()}-genes-by-group`}
          data={data}
          draw={(plots, ...rest) => plots.dotPlot(...rest)}
          table={() => geneGroupsTable(data.found)}
          after={
            <p class="after genes">
              {data.found.genes.map(({ symbol, gene }) => (
                <button type="button" class="link gene" key={gene} onClick={() => showGene(symbol)}>
                  {symbol}
                </button>
              ))}
            </p>
          }
        />
      )}
    </>
  );
}

function Violin() {
  const found = survey.violin.value;
  const slots = found ? slotsOf(found.by) : null;
  useEffect(() => {
    if (found && found.by !== "clusters") void loadColumn(found.by).catch(fail);
  }, [found]);
  const data = useMemo(() => found && { found, slots: found.groups.map(({ name }) => slots?.get(name) ?? -1) }, [found, slots?.size]);
  if (!data) return null;
  return (
    <Figure
      title={
        <>
          <i class="gene">{data.found.symbol}</i> by group
        </>
      }
      name={`${baseName()}-${data.found.symbol}`}
      data={data}
      draw={(plots, ...rest) => plots.violin(...rest)}
      table={() => violinTable(data.found)}
      lead="Log1p expression. Shape: density of cells, bar: interquartile range, ring: median, diamond: mean."
    />
  );
}

/** Genes that distinguish each group from the other cells. */
export function MarkersSection() {
  const found = survey.markers.value;
  const isCurrent = found && survey.markersOf.value && survey.groupingKey.value === survey.keyOfGroups(survey.markersOf.value);
  return (
    <>
      <div class="controls">
        <label class="field">
          <span>Groups</span>
          <select
            value={survey.groupingKey.value}
            onChange={(event) => {
              survey.groupsBy.value = event.currentTarget.value;
            }}
          >
            {survey.grouping.value === null && <option value="">none yet</option>}
            {survey.ownGroups.value && <option value="given">{survey.ownGroups.value.name}</option>}
            {survey.clusters.value && <option value="clusters">clusters</option>}
            {survey.columns.value.map(({ name }) => (
              <option key={name} value={`column:${name}`}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <ColumnSelect
          label="Donors"
          value={donors.value}
          none="no column"
          hasNumbers
          onChoose={(name) => {
            donors.value = name;
          }}
        />
        {survey.grouping.value?.kind === "clusters" && (
          <label class="radio">
            <input
              type="checkbox"
              checked={survey.isSplit.value}
              onChange={(event) => {
                survey.isSplit.value = event.currentTarget.checked;
              }}
            />{" "}
            Test on the other half of the counts (<Term word="countSplitting">count splitting</Term>)
          </label>
        )}
        <RunButton
          title={isCurrent ? "Re-run" : "Find markers"}
          disabled={state.isRunning.value || survey.grouping.value === null}
          onRun={() => void runMarkers()}
        />
      </div>
      <SurveyFailure section="markers" />
      {survey.grouping.value === null && (
        <Note>The file has no column of groups. Cluster the cells first (Map and clusters), then find the markers of the clusters.</Note>
      )}
      {!found && survey.grouping.value !== null && !survey.busy.value && (
        <p class="lead">
          Compares every gene in each group with all other cells. With a column of donors the units are donors: counts are summed over each
          donor's cells and tested by limma's moderated t. Without one, Wilcoxon's rank-sum test and Welch's t-test are over cells: they
          describe these cells, not patients. AUC and log fold change either way; p values are adjusted by Benjamini–Hochberg.
        </p>
      )}
      {found && (
        <>
          <p class="lead">
            {`${many(found.groups.length, "group")} of ${found.by}, ${many(found.cells, "cell")}, ${duration(found.seconds)}.`}
            {found.rankedCells > 0 && found.rankedCells < found.cells
              ? ` Rank tests use ${count(found.rankedCells)} cells, balanced over groups.`
              : ""}
          </p>
          {found.notes.map((note) => (
            <Note key={note}>{note}</Note>
          ))}
          <MarkerTable />
        </>
      )}
      <Violin />
      {survey.grouping.value !== null && (found || survey.wanted.value.length > 0) && <ChosenGenes />}
    </>
  );
}
