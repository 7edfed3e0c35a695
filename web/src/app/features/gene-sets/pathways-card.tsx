import { signal } from "@preact/signals";
import { useMemo, useRef } from "preact/hooks";
import { enrichmentTable, overlapTable } from "../../../exports/enrichment-csv";
import { toWire, type WireError } from "../../../contract/errors";
import type { AttributionGroup, AttributionReport } from "../../../contract/operations/attribution";
import type { EnrichedSet, EnrichmentReport, EnrichmentRequest } from "../../../contract/operations/gene-sets";
import { count, many, percent, value } from "../../../plots/format";
import { call } from "../../engine-client";
import { baseName } from "../export/export";
import { sets, sizes, smallest } from "../why/gene-sets";
import { Figure } from "../../ui/figure";
import { Card, CsvButton, Note, Segments } from "../../ui/parts";
import { RestrictedCard } from "./set-alone-card";
import { SetScoresCard } from "./set-scores-card";
import { SortableTable } from "../../ui/sortable";
import { Term } from "../../ui/tip";

type Method = EnrichmentRequest["method"];

const method = signal<Method>("preranked");
const result = signal<{ group: string; of: AttributionReport; report: EnrichmentReport } | null>(null);
const failure = signal<WireError | null>(null);
const isBusy = signal(false);

const METHODS: { value: Method; title: string; hint: string }[] = [
  { value: "preranked", title: "Whole ranking", hint: "Do a set's genes stand together at an end of the ranking?" },
  {
    value: "over-representation",
    title: "Top 100",
    hint: "Are more of a set's genes among the hundred strongest than chance would put there?",
  },
  {
    value: "matched-share",
    title: "Share of attribution",
    hint: "Does the set hold more of all attribution than sets of as many genes of like expression?",
  },
];

async function run(of: AttributionReport, group: AttributionGroup): Promise<void> {
  const file = sets.value;
  if (!file) return;
  isBusy.value = true;
  failure.value = null;
  try {
    const report = await call("enrich", {
      file,
      symbols: of.symbols,
      ensemblIds: of.ensemblIds,
      mean: group.mean,
      meanAbs: group.meanAbs,
      expressed: group.expressedShare,
      method: method.value,
      top: 100,
      minSize: smallest(),
      maxSize: sizes.value.max,
      permutations: 1000,
      seed: 1,
    });
    result.value = { group: group.name, of, report };
  } catch (error) {
    failure.value = toWire(error);
    result.value = null;
  } finally {
    isBusy.value = false;
  }
}

const strength = (one: EnrichedSet, how: Method) =>
  how === "preranked" ? one.nes : how === "over-representation" ? one.overlap / one.expected : one.share / one.matched.value;
/** Sets in the network: below this q, at most so many, joined from this overlap of the smaller set on. */
const SIGNIFICANT = 0.05;
const LINKED = 40;
const OVERLAP = 1 / 3;
/** Fewer are no network; then so many are drawn anyway. */
const FEW = 3;
const LINKED_ANYWAY = 12;

const small = (p: number) => (p < 0.001 ? "< .001" : value(p));

function Bars({ report, title }: { report: EnrichmentReport; title: string }) {
  const data = useMemo(() => {
    const shown = report.found.filter((one) => Number.isFinite(strength(one, report.method))).slice(0, 14);
    const from = report.method === "preranked" ? 0 : 1;
    const bars = shown
      .map((one) => ({ name: one.name, mean: strength(one, report.method) - from, low: NaN, high: NaN }))
      .sort((a, b) => b.mean - a.mean);
    return { title, bars, areSets: true };
  }, [report, title]);
  const words = {
    preranked: "Normalized enrichment: to the right, a set's genes speak for the class.",
    "over-representation": "Times more genes among the strongest than chance would put there, less one.",
    "matched-share": "Times more attribution than matched random sets hold, less one.",
  };
  return (
    <Figure
      title="Sets that stand out"
      lead={words[report.method]}
      name={`${baseName()}-sets`}
      data={data}
      draw={(plots, of, style, width) => plots.attributionBars(of, style, width)}
      table={() => ({ columns: ["set", "strength"], rows: data.bars.map(({ name, mean }) => [name, mean]) })}
    />
  );
}

/** Sets that stand out after adjusting, and which share genes: the same genes often make many sets significant. */
function Network({ report }: { report: EnrichmentReport }) {
  const data = useMemo(() => {
    const known = report.found
      .map((one, place) => ({ one, place }))
      .filter(({ one, place }) => place < 60 && Number.isFinite(strength(one, report.method)));
    const significant = known.filter(({ one }) => one.q < SIGNIFICANT).slice(0, LINKED);
    const places = significant.length >= FEW ? significant : known.slice(0, LINKED_ANYWAY);
    const at = new Map(places.map(({ place }, i) => [place, i]));
    const from = report.method === "preranked" ? 0 : 1;
    return {
      sets: places.map(({ one }) => ({
        name: one.name.replaceAll("_", " "),
        size: one.size,
        effect: strength(one, report.method) - from,
        q: one.q,
      })),
      links: report.overlaps
        .filter(({ first, second, coefficient }) => coefficient >= OVERLAP && at.has(first) && at.has(second))
        .map((one) => ({ ...one, first: at.get(one.first)!, second: at.get(one.second)! })),
      isSignificant: significant.length >= FEW,
      what: report.method === "preranked" ? "NES" : "times chance, less one",
    };
  }, [report]);
  if (data.sets.length < FEW) return null;
  return (
    <Figure
      title="Which sets share genes"
      name={`${baseName()}-set-network`}
      data={data}
      draw={(plots, of, style, width) => plots.setNetwork(of, style, width)}
      lead={`Sets that hang together may be one finding. ${
        data.isSignificant
          ? `The ${count(data.sets.length)} sets with q below .05`
          : `Fewer than three sets have q below .05, so the ${count(data.sets.length)} of smallest p are drawn; they may be chance`
      }: larger with more genes, blue for, orange against; lines where at least a third of the smaller set's genes are shared.`}
      table={() => overlapTable(report)}
    />
  );
}

function Found({ report, group }: { report: EnrichmentReport; group: string }) {
  const how = report.method;
  const note =
    how === "preranked"
      ? "Genes up to the peak of the running sum"
      : how === "over-representation"
        ? "Genes among the strongest"
        : "Genes of the set, strongest first";
  return (
    <>
      <p class="after">
        {`${count(report.tested)} of ${many(report.sets, "set")} have a size to be tested, against ` +
          `${count(report.background)} genes that are measured, read by the model and expressed in these cells.`}
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
                {one.name.replaceAll("_", " ")}
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
                  title: <Term word="oddsRatio">Odds</Term>,
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
            cell: ({ q, p }) => <span title={`p = ${small(p)}`}>{small(q)}</span>,
          },
        ]}
      />
      <p class="more">
        <CsvButton name={`${baseName()}-enrichment`} table={() => enrichmentTable([{ group, report }])} />
      </p>
    </>
  );
}

/** Gene sets against the attributions of the group in sight. */
export function PathwaysCard({ report, group, title }: { report: AttributionReport; group: AttributionGroup; title: string }) {
  const input = useRef<HTMLInputElement | null>(null);
  const file = sets.value;
  const onPick = async (files: FileList | null) => {
    const [picked] = files ?? [];
    if (!picked) return;
    sets.value = { name: picked.name, text: await picked.text() };
    await run(report, group);
  };
  const again = () => void run(report, group);
  const now = result.value;
  const isCurrent = now !== null && now.of === report && now.group === group.name && now.report.method === method.value;
  return (
    <>
      <Card
        title="Pathways and other sets of genes"
        lead={
          <>
            A GMT or GMX file of your own (MSigDB, Reactome, MitoCarta, …) or the mitochondrial genes that are built in. Nothing is sent
            anywhere.
          </>
        }
      >
        <div class="controls">
          <button type="button" class="btn" onClick={() => input.current?.click()}>
            {file && file !== "mitochondria" ? file.name : "Choose a .gmt file"}
          </button>
          <button
            type="button"
            class={file === "mitochondria" ? "btn on" : "btn"}
            onClick={() => {
              sets.value = "mitochondria";
              again();
            }}
          >
            Mitochondria
          </button>
          <input
            ref={input}
            type="file"
            class="sr"
            tabIndex={-1}
            aria-label="File of gene sets"
            accept=".gmt,.gmx,.txt"
            onChange={(event) => void onPick(event.currentTarget.files)}
          />
        </div>
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
              <span>genes, from</span>
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
              <button type="button" class="btn primary" disabled={isBusy.value} onClick={again}>
                Test for {group.name}
              </button>
            )}
          </div>
        )}
        {failure.value && (
          <Note kind="bad">
            {failure.value.message} <code>{failure.value.code}</code>
          </Note>
        )}
        {isBusy.value && <p role="status">Testing sets…</p>}
        {isCurrent && <Found report={now.report} group={group.name} />}
      </Card>
      {isCurrent && now.report.found.length > 2 && <Bars report={now.report} title={title} />}
      {isCurrent && <Network report={now.report} />}
      <SetScoresCard />
      <RestrictedCard names={isCurrent ? now.report.found.map(({ name }) => name) : []} />
    </>
  );
}
