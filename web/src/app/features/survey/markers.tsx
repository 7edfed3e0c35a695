import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import type { MarkerOrder, MarkerRow } from "../../../contract/survey";
import { count, duration, many, percent, share, value } from "../../../plots/format";
import { geneGroupsTable, violinTable } from "../../../exports/survey-csv";
import { takeMarkers } from "./files";
import { lookAt, runMarkers, showGenes } from "./run";
import * as survey from "./state";
import { call, fail, refuse } from "../../engine-client";
import * as state from "../../store";
import { loadColumn } from "../map/loaders";
import { slotsOf } from "../map/state";
import { baseName } from "../export/export";
import { Figure } from "../../ui/figure";
import { Card, Note, Segments } from "../../ui/parts";
import { SortableTable, type SortColumn } from "../../ui/sortable";
import { RunButton, SurveyFailure } from "./parts";
import { Term } from "../../ui/tip";

const ROWS = 25;
const ORDERS: { value: MarkerOrder; title: string }[] = [
  { value: "z", title: "Wilcoxon" },
  { value: "t", title: "t-test" },
  { value: "auc", title: "AUC" },
  { value: "logFoldChange", title: "fold change" },
];

const small = (p: number) => (Number.isNaN(p) ? "–" : p < 1e-300 ? "< 1e-300" : p < 0.001 ? p.toExponential(0) : share(p));

const COLUMNS: SortColumn<MarkerRow>[] = [
  { key: "gene", title: "Gene", by: ({ symbol }) => symbol, cell: ({ symbol }) => <i class="gene">{symbol}</i> },
  {
    key: "lfc",
    title: <Term word="logFoldChange">log₂ fold</Term>,
    by: (row) => row.logFoldChange,
    cell: (row) => value(row.logFoldChange),
  },
  {
    key: "z",
    title: <Term word="rankSum">z</Term>,
    by: (row) => row.z,
    cell: (row) => (Number.isNaN(row.z) ? value(row.t) : value(row.z)),
  },
  { key: "auc", title: <Term word="aucGene">AUC</Term>, by: (row) => row.auc, cell: (row) => share(row.auc) },
  {
    key: "q",
    title: <Term word="adjustedP">adj. p</Term>,
    by: (row) => -row.zQ,
    cell: (row) => small(Number.isNaN(row.zQ) ? row.tQ : row.zQ),
  },
  { key: "in", title: "In", by: (row) => row.fraction, cell: (row) => percent(row.fraction) },
  { key: "out", title: "Rest", by: (row) => row.fractionRest, cell: (row) => percent(row.fractionRest) },
];

function MarkerTable() {
  const found = survey.markers.value!;
  const group = Math.min(survey.focus.value, found.groups.length - 1);
  const order = survey.order.value;
  const find = useSignal("");
  const shown = useSignal<{ key: string; rows: MarkerRow[]; total: number } | null>(null);
  const key = `${found.by} ${group} ${order} ${find.value}`;
  useEffect(() => {
    let isCurrent = true;
    call("markerRows", { group, order, first: 0, count: ROWS, ...(find.value.trim() ? { find: find.value.trim() } : {}) }).then(
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
      lead={`${many(one.cells, "cell")} against ${count(one.rest)} others; every gene of ${count(found.genes)}. Press a gene to see it.`}
      actions={
        <button type="button" class="take" onClick={() => void takeMarkers().catch(fail)}>
          CSV of all
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
          label="Order"
          value={order}
          choices={ORDERS}
          onChoose={(chosen) => {
            survey.order.value = chosen as MarkerOrder;
          }}
        />
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
      {shown.value && (
        <SortableTable
          caption={`Markers of ${one.name}`}
          columns={COLUMNS}
          rows={shown.value.rows}
          keyOf={(row) => row.gene}
          onRow={(row) => lookAt(row.symbol)}
          rowLabel={(row) => `See ${row.symbol}`}
        />
      )}
      {shown.value && (
        <p class="after">
          {shown.value.rows.length === 0
            ? "No gene of that name."
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

const look = { as: "dots" as "dots" | "tiles", isScaled: true };

function ChosenGenes() {
  const found = survey.groups.value;
  const as = useSignal(look.as);
  const isScaled = useSignal(look.isScaled);
  const data = useMemo(() => found && { found, as: as.value, isScaled: isScaled.value }, [found, as.value, isScaled.value]);
  return (
    <>
      <Card
        title="Chosen genes by group"
        lead={
          "At first the best few of each group. Colour is the mean of log1p values; a dot is as large as the share of cells " +
          "expressing the gene."
        }
      >
        <AddGenes />
        <div class="controls">
          <Segments
            label="Drawn as"
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
            label="Colours"
            value={isScaled.value ? "gene" : "all"}
            onChoose={(value) => {
              isScaled.value = look.isScaled = value === "gene";
            }}
            choices={[
              { value: "gene", title: "Each gene from 0 to its largest" },
              { value: "all", title: "One scale" },
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
                <button type="button" class="link gene" key={gene} onClick={() => lookAt(symbol)}>
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
          <i class="gene">{data.found.symbol}</i> in each group
        </>
      }
      name={`${baseName()}-${data.found.symbol}`}
      data={data}
      draw={(plots, ...rest) => plots.violin(...rest)}
      table={() => violinTable(data.found)}
      lead="Log1p values: the shape is the density of the cells, the bar their middle half, the ring the median, the diamond the mean."
    />
  );
}

/** What tells each group from the rest. */
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
            {survey.clusters.value && <option value="clusters">the clusters</option>}
            {survey.columns.value.map(({ name }) => (
              <option key={name} value={`column:${name}`}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <RunButton
          title={isCurrent ? "Test anew" : "Find markers"}
          disabled={state.isRunning.value || survey.grouping.value === null}
          onRun={() => void runMarkers()}
        />
      </div>
      <SurveyFailure section="markers" />
      {survey.grouping.value === null && (
        <Note>The file has no column of groups. Cluster the cells first (Map and clusters), then their markers can be found.</Note>
      )}
      {!found && survey.grouping.value !== null && !survey.busy.value && (
        <p class="lead">
          Every gene in every group against all other cells: Wilcoxon's rank sum with tie correction, Welch's t-test, AUC and fold change,
          adjusted for the number of genes.
        </p>
      )}
      {found && (
        <>
          <p class="lead">
            {`${many(found.groups.length, "group")} of ${found.by}, ${many(found.cells, "cell")}, in ` +
              `${duration(found.seconds)}.${
                found.rankedCells > 0 && found.rankedCells < found.cells
                  ? ` Ranks are of ${count(found.rankedCells)} cells, balanced over groups.`
                  : ""
              }`}
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
