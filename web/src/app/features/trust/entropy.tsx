import { useMemo } from "preact/hooks";
import type { Landscape, LandscapeGroup, Trend } from "../../../contract/trust";
import { count, many, pValue, probability, qValue, score, value as short } from "../../../plots/format";
import { useAnswer } from "../../ui/answer";
import { call } from "../../engine-client";
import * as state from "../../store";
import { diseaseColumn, donors, landscapeBy } from "./state";
import { headTitle } from "../../ui/words";
import { Figure } from "../../ui/figure";
import { Card, CsvButton } from "../../ui/parts";
import { Failure } from "../../ui/run-parts";
import { SortableTable, type SortColumn } from "../../ui/sortable";
import { Term } from "../../ui/tip";
import { ColumnSelect } from "../../ui/column-select";

/** Change per ten years; with its interval and p value where donors give them. */
const perDecade = (trend: Trend, most: number) => {
  const slope = short((trend.slope / most) * 10);
  if (!Number.isFinite(trend.pValue)) return slope;
  return `${slope} (${short((trend.low / most) * 10)} to ${short((trend.high / most) * 10)}), ${pValue(trend.pValue)}`;
};

/** Shown wherever a p value would be over cells. */
const NO_DONORS = "No p value without a donor column: cells of one donor are not independent.";

function TrendFigure({ found }: { found: Landscape }) {
  const { points, trends, matchedTrend, most } = found;
  const data = useMemo(() => ({ points, trends, matched: matchedTrend, most }), [found]);
  if (trends.length === 0) return null;
  const describe = (one: Trend) =>
    `${one.of === "all" ? "All" : one.of === "healthy" ? "Healthy (green)" : "Diseased (orange)"}: ${perDecade(one, most)}.`;
  const difference = found.healthDifference;
  return (
    <Figure
      title={<Term word="trend">Entropy against age</Term>}
      name={`entropy-trend-${found.by}`}
      data={data}
      draw={(plots, ...rest) => plots.trend(...rest)}
      lead={
        <>
          Change in normalized entropy per ten years
          {found.donors ? `, with 95% intervals over ${many(points.length, "donor")}. ` : `, over cells. ${NO_DONORS} `}
          {trends.map(describe).join(" ")}{" "}
          {difference && Number.isFinite(difference.pValue) ? `Healthy compared with diseased: ${pValue(difference.pValue)}.` : ""}{" "}
          {matchedTrend ? `Adjusted for depth (dashed): ${perDecade(matchedTrend, most)}.` : ""}
        </>
      }
      table={() => ({
        columns: ["group", "years", "health", "cells", "mean_entropy_nats", "mean_entropy_depth_out"],
        rows: points.map((one) => [one.group, one.years, one.health, one.cells, one.mean, one.adjusted]),
      })}
    />
  );
}

function columnsOf(most: number): SortColumn<LandscapeGroup>[] {
  return [
    { key: "label", title: "Group", by: (row) => row.label, cell: (row) => <span title={row.label}>{row.label}</span> },
    { key: "cells", title: "Cells", by: (row) => row.cells, cell: (row) => count(row.cells) },
    {
      key: "mean",
      title: <Term word="entropy">Mean</Term>,
      by: (row) => row.mean.value,
      cell: (row) => <span title={`${short(row.mean.value)} nats`}>{score(row.mean.value / most)}</span>,
    },
    { key: "difference", title: "Difference", by: (row) => row.difference, cell: (row) => short(row.difference / most) },
    {
      key: "adjusted",
      title: <Term word="permutation">q</Term>,
      by: (row) => -row.adjusted,
      cell: (row) => qValue(row.adjusted),
    },
    {
      key: "matched",
      title: <Term word="matched">Depth-matched</Term>,
      by: (row) => row.matched?.difference ?? Number.NaN,
      cell: (row) =>
        row.matched && Number.isFinite(row.matched.difference) ? (
          <span title={`Overlap of the depth distributions: ${probability(row.matched.overlap)}`}>
            {short(row.matched.difference / most)}
          </span>
        ) : (
          "–"
        ),
    },
  ];
}

function Groups({ found }: { found: Landscape }) {
  const table = () => ({
    columns: [
      found.by,
      "years",
      "cells",
      "donors",
      "mean_nats",
      "mean_low",
      "mean_high",
      "mean_normalized",
      "median_nats",
      "difference_nats",
      "p",
      "p_adjusted",
      "difference_same_depth_nats",
      "depth_overlap",
    ],
    rows: found.groups.map((one) => [
      one.label,
      one.years ?? "",
      one.cells,
      one.donors,
      one.mean.value,
      one.mean.low,
      one.mean.high,
      one.mean.value / found.most,
      one.median,
      one.difference,
      one.pValue,
      one.adjusted,
      one.matched?.difference ?? Number.NaN,
      one.matched?.overlap ?? Number.NaN,
    ]),
  });
  return (
    <Card
      title="Entropy per group"
      lead={
        found.donors
          ? `Each group compared with all others, over donor means; permutation test, adjusted for ${many(found.groups.length, "group")}.`
          : `Each group compared with all others, over cells. ${NO_DONORS}`
      }
      actions={<CsvButton table={table} name={`entropy-${found.by}`} />}
    >
      <SortableTable caption="Entropy per group" columns={columnsOf(found.most)} rows={found.groups} keyOf={(row) => row.label} />
    </Card>
  );
}

/** Where in the file the model is uncertain. */
export function EntropySection() {
  const model = state.activeModel.value;
  const head = state.head.value;
  const by = landscapeBy.value;
  const cells = model ? (state.runByModel.value.get(model.name)?.cells ?? 0) : 0;
  const asked = {
    model: model?.name ?? "",
    phenotype: head,
    by,
    ...(donors.value ? { donors: donors.value } : {}),
    ...(diseaseColumn.value ? { diseases: diseaseColumn.value } : {}),
  };
  const isReady = by !== "" && cells > 0 && !!state.activeHead.value && !state.isRunning.value;
  const {
    value: found,
    failure,
    isBusy,
  } = useAnswer(isReady ? JSON.stringify([state.info.value?.fingerprint, cells, asked]) : null, () => call("landscape", asked));
  const ridges = useMemo(() => found && { groups: found.groups, most: found.most, by: found.by }, [found]);
  const depths = useMemo(() => found?.depth && { ...found.depth, most: found.most }, [found]);
  return (
    <>
      <div class="asks">
        <ColumnSelect
          label="Group by"
          value={by}
          none="choose a column"
          hasNumbers
          onChoose={(name) => {
            landscapeBy.value = name;
          }}
        />
        <button
          type="button"
          class={state.colorBy.value.kind === "entropy" ? "btn on" : "btn"}
          onClick={() => {
            state.choose({ colorBy: { kind: state.colorBy.value.kind === "entropy" ? "prediction" : "entropy" } });
          }}
        >
          Colour map by entropy
        </button>
      </div>
      <Failure error={failure} />
      {!found && !failure && (
        <p class="lead" role="status">
          {isBusy ? "Computing…" : by ? "Available once all cells are predicted." : "Choose a column above."}
        </p>
      )}
      {found && ridges && (
        <>
          <Figure
            title={
              <Term word="entropy">
                Entropy of {headTitle(head).toLowerCase()} by {found.by}
              </Term>
            }
            name={`entropy-${head}-${found.by}`}
            data={ridges}
            draw={(plots, ...rest) => plots.landscape(...rest)}
            lead={
              `One ridge per group${found.isOrdered ? ", in order of age" : ""}; mean with a 95% interval ` +
              `${found.donors ? "over donors" : "over cells"}. 0: certain; 1: all classes equally likely ` +
              `(${short(found.most)} ` +
              `nats).${found.omitted > 0 ? ` Not shown: the ${many(found.omitted, "smallest group")}.` : ""}`
            }
            table={() => ({
              columns: [found.by, "cells", "mean_nats", "low", "high"],
              rows: found.groups.map((one) => [one.label, one.cells, one.mean.value, one.mean.low, one.mean.high]),
            })}
          />
          <TrendFigure found={found} />
          <Groups found={found} />
          {depths && (
            <Figure
              title="Entropy against depth"
              name={`entropy-depth-${head}`}
              data={depths}
              draw={(plots, ...rest) => plots.depth(...rest)}
              lead={
                `Cells with few counts have higher entropy: Spearman correlation ` +
                `${probability(depths.correlation)}. The column “Depth-matched” above compares groups among cells of ` +
                `equal depth.`
              }
              table={() => ({
                columns: ["mean_counts", "mean_entropy_nats", "cells"],
                rows: depths.bins.map((bin) => [bin.meanDepth, bin.meanValue, bin.cells]),
              })}
            />
          )}
        </>
      )}
    </>
  );
}
