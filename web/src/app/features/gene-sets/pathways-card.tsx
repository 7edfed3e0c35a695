import { useMemo } from "preact/hooks";
import { enrichmentTable, overlapTable } from "../../../exports/enrichment-csv";
import type { AttributionGroup, AttributionReport } from "../../../contract/operations/attribution";
import type { EnrichedSet, EnrichmentReport, EnrichmentRequest } from "../../../contract/operations/gene-sets";
import { count, many, percent, pValue, qValue, value } from "../../../plots/format";
import { baseName } from "../export/base-name";
import { Figure } from "../../ui/figure";
import { Card, CsvButton, Segments } from "../../ui/parts";
import { Failure } from "../../ui/run-parts";
import { enriched, enrichment } from "./run";
import { SetAloneCard } from "./set-alone-card";
import { method, sets, setTitle, sizes } from "./state";
import { SetScoresCard } from "./set-scores-card";
import { SetsPick } from "./sets-pick";
import { SortableTable } from "../../ui/sortable";
import { Term } from "../../ui/tip";

type Method = EnrichmentRequest["method"];

const METHODS: { value: Method; title: string; hint: string }[] = [
  {
    value: "preranked",
    title: "Whole ranking",
    hint: "Gene set enrichment: are the set's genes at one end of the ranking by attribution among genes of like expression?",
  },
  {
    value: "over-representation",
    title: "Top 100",
    hint: "Over-representation: are more of the set's genes among the top 100 than in the draws?",
  },
  {
    value: "matched-share",
    title: "Share of attribution",
    hint: "Does the set have a larger share of the total attribution than in the draws?",
  },
];

const strength = (one: EnrichedSet, how: Method) =>
  how === "preranked" ? one.nes : how === "over-representation" ? one.overlap / one.expected : one.share / one.matched.value;
/** Sets in the network: below this q, at most so many, joined from this overlap of the smaller set on. */
const SIGNIFICANT_Q = 0.05;
const NETWORK_SETS = 40;
const LINK_OVERLAP = 1 / 3;
/** Fewer significant sets are no network; then so many are drawn anyway. */
const LEAST_SIGNIFICANT_SETS = 3;
const FALLBACK_SETS = 12;

const AXES = {
  preranked: "normalized enrichment score",
  "over-representation": "fold enrichment minus 1",
  "matched-share": "fold attribution over random draws, minus 1",
};

function Bars({ report, title }: { report: EnrichmentReport; title: string }) {
  const data = useMemo(() => {
    const shown = report.found.filter((one) => Number.isFinite(strength(one, report.method))).slice(0, 14);
    const from = report.method === "preranked" ? 0 : 1;
    const bars = shown
      .map((one) => ({ name: one.name, mean: strength(one, report.method) - from, low: NaN, high: NaN }))
      .sort((a, b) => b.mean - a.mean);
    return { title, bars, areSets: true, what: AXES[report.method] };
  }, [report, title]);
  const words = {
    preranked: "Normalized enrichment score: positive (right) where the set's genes support the class.",
    "over-representation": "Fold enrichment among the top genes over chance, minus one.",
    "matched-share": "Fold attribution over the draws, minus one.",
  };
  return (
    <Figure
      title="Enriched gene sets"
      lead={words[report.method]}
      name={`${baseName()}-sets`}
      data={data}
      draw={(plots, ...rest) => plots.attributionBars(...rest)}
      table={() => ({ columns: ["set", "strength"], rows: data.bars.map(({ name, mean }) => [name, mean]) })}
    />
  );
}

/** Significant sets, and which share genes: the same genes often make many sets significant. */
function Network({ report }: { report: EnrichmentReport }) {
  const data = useMemo(() => {
    const known = report.found
      .map((one, place) => ({ one, place }))
      .filter(({ one, place }) => place < 60 && Number.isFinite(strength(one, report.method)));
    const significant = known.filter(({ one }) => one.q < SIGNIFICANT_Q).slice(0, NETWORK_SETS);
    const places = significant.length >= LEAST_SIGNIFICANT_SETS ? significant : known.slice(0, FALLBACK_SETS);
    const at = new Map(places.map(({ place }, i) => [place, i]));
    const from = report.method === "preranked" ? 0 : 1;
    return {
      sets: places.map(({ one }) => ({
        name: setTitle(one.name),
        size: one.size,
        effect: strength(one, report.method) - from,
        q: one.q,
      })),
      links: report.overlaps
        .filter(({ first, second, coefficient }) => coefficient >= LINK_OVERLAP && at.has(first) && at.has(second))
        .map((one) => ({ ...one, first: at.get(one.first)!, second: at.get(one.second)! })),
      isSignificant: significant.length >= LEAST_SIGNIFICANT_SETS,
      what: report.method === "preranked" ? "NES" : "fold enrichment minus one",
    };
  }, [report]);
  if (data.sets.length < LEAST_SIGNIFICANT_SETS) return null;
  return (
    <Figure
      title="Which sets share genes"
      name={`${baseName()}-set-network`}
      data={data}
      draw={(plots, ...rest) => plots.setNetwork(...rest)}
      lead={
        (data.isSignificant
          ? `The ${count(data.sets.length)} sets with q < .05. `
          : `Fewer than three sets have q < .05, so the ${count(data.sets.length)} with the smallest p are shown; they may be ` +
            `chance findings. `) +
        "Size: number of genes. Blue: for the class, orange: against. Lines join sets that share at least a third of the " +
        "smaller set's genes; connected sets may reflect the same finding."
      }
      table={() => overlapTable(report)}
    />
  );
}

function Found({ report, group }: { report: EnrichmentReport; group: string }) {
  const how = report.method;
  const note =
    how === "preranked"
      ? "Leading-edge genes"
      : how === "over-representation"
        ? "Genes among the top 100"
        : "Genes of the set, largest attribution first";
  return (
    <>
      <p class="after">
        {`${count(report.tested)} of ${many(report.sets, "set")} are within the size limits and were tested against ` +
          `a background of ${count(report.background)} genes (measured, used by the model and expressed in these cells). `}
        {report.keepsWeights &&
          "p: against draws in which genes of like expression exchange their expression and keep their weights in the model."}
      </p>
      {report.notes.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <SortableTable
        caption="Gene sets"
        rows={report.found.slice(0, 100)}
        keyOf={({ name }) => name}
        columns={[
          {
            key: "name",
            title: "Set",
            by: ({ name }) => name,
            cell: (one) => (
              <span title={`${one.description}\n${note}: ${one.genes.slice(0, 40).join(", ")}`}>
                {setTitle(one.name)}
                <br />
                <small>
                  <i>
                    {one.genes.slice(0, 5).join(", ")}
                    {one.genes.length > 5 ? "…" : ""}
                  </i>
                </small>
              </span>
            ),
          },
          {
            key: "size",
            title: "Genes",
            by: ({ size }) => size,
            cell: ({ size, listed }) => <span title={`${listed} listed`}>{size}</span>,
          },
          how === "preranked"
            ? { key: "nes", title: <Term word="nes">NES</Term>, by: ({ nes }) => nes, cell: ({ nes }) => value(nes) }
            : how === "over-representation"
              ? {
                  key: "odds",
                  title: <Term word="oddsRatio">Odds ratio</Term>,
                  by: ({ odds }) => odds.value,
                  cell: ({ odds, overlap }) => (
                    <>
                      {Number.isFinite(odds.value) ? value(odds.value) : "∞"} <small>{overlap} in top</small>
                    </>
                  ),
                }
              : {
                  key: "share",
                  title: "Share",
                  by: ({ share }) => share,
                  cell: ({ share, matched }) => (
                    <>
                      {percent(share)}{" "}
                      <small>
                        matched {percent(matched.low)}–{percent(matched.high)}
                      </small>
                    </>
                  ),
                },
          {
            key: "q",
            title: <Term word="adjustedP">q</Term>,
            by: ({ q }) => -q,
            cell: ({ q, p }) => <span title={pValue(p)}>{qValue(q)}</span>,
          },
        ]}
      />
      <p class="more">
        <CsvButton name={`${baseName()}-enrichment`} table={() => enrichmentTable([{ group, report }])} />
      </p>
    </>
  );
}

/** Gene sets tested against the attributions of the group on show. */
export function PathwaysCard({ report, group, title }: { report: AttributionReport; group: AttributionGroup; title: string }) {
  const file = sets.value;
  const again = () => {
    if (sets.value) void enrichment.start(sets.value, report, group);
  };
  const now = enriched.value;
  const isCurrent = now !== null && now.attributions === report && now.group === group.name && now.report.method === method.value;
  return (
    <>
      <Card
        title="Pathways and gene sets"
        lead={
          <>Load a GMT or GMX file (MSigDB, Reactome, MitoCarta, …), or use the built-in mitochondrial gene sets. Nothing is uploaded.</>
        }
      >
        <SetsPick onChoose={again} />
        {file && (
          <div class="controls sets">
            <Segments
              label="Test"
              choices={METHODS}
              value={method.value}
              onChoose={(chosen) => {
                method.value = chosen as Method;
                again();
              }}
            />
            <label class="field">
              <span>Set size from</span>
              <input
                type="number"
                min={1}
                max={5000}
                value={sizes.value.min}
                onChange={(event) => {
                  sizes.value = { ...sizes.value, min: Math.max(1, Number(event.currentTarget.value)) };
                  again();
                }}
              />
            </label>
            <label class="field">
              <span>to</span>
              <input
                type="number"
                min={1}
                max={20000}
                value={sizes.value.max}
                onChange={(event) => {
                  sizes.value = { ...sizes.value, max: Math.max(1, Number(event.currentTarget.value)) };
                  again();
                }}
              />
            </label>
            {!isCurrent && (
              <button type="button" class="btn primary" disabled={enrichment.isBusy.value} onClick={again}>
                Test for {group.name}
              </button>
            )}
          </div>
        )}
        <Failure error={enrichment.failure.value} />
        {enrichment.isBusy.value && <p role="status">Testing gene sets…</p>}
        {isCurrent && <Found report={now.report} group={group.name} />}
      </Card>
      {isCurrent && now.report.found.length > 2 && <Bars report={now.report} title={title} />}
      {isCurrent && <Network report={now.report} />}
      <SetScoresCard />
      <SetAloneCard names={isCurrent ? now.report.found.map(({ name }) => name) : []} />
    </>
  );
}
