import { signal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { selectionTable, worthTable } from "../../../exports/selection-csv";
import { attributionRankings } from "../../../contract/attribution-rankings";
import { toWire, type WireError } from "../../../contract/errors";
import type { AttributionReport } from "../../../contract/operations/attribution";
import type { GivenRanking, RankingMethod, SelectReport } from "../../../contract/operations/selection";
import { count, duration, many, share } from "../../../plots/format";
import { call } from "../../engine-client";
import * as state from "../../store";
import { baseName } from "../export/export";
import { donorColumn, donorColumns } from "../train/state";
import * as why from "../why/state";
import { Figure } from "../../ui/figure";
import { Card, CsvButton, Note } from "../../ui/parts";
import { PruningCard } from "../deletion/deletion-card";

const METHODS: RankingMethod[] = ["anova", "rank-sum", "mutual-information", "variance", "seurat_v3", "weights", "random"];
const TITLES: Record<RankingMethod, string> = {
  anova: "ANOVA F",
  "rank-sum": "Wilcoxon rank-sum",
  "mutual-information": "mutual information",
  variance: "variance of log1p",
  seurat: "variable genes (seurat)",
  seurat_v3: "variable genes (v3)",
  weights: "linear weights",
  random: "chance",
};
const SIZES = [5, 10, 20, 50, 100, 200, 500, 1000];
/** Cells the comparison reads: enough for narrow intervals, few enough for a minute. */
const CELLS = 3000;

const column = signal<string | null>(null);
const donors = signal<string | null>(null);
const result = signal<{ of: string; report: SelectReport } | null>(null);
const failure = signal<WireError | null>(null);
const running = signal<AbortController | null>(null);

const labels = () => column.value ?? state.labelColumns.value[why.head.value ?? ""] ?? "";
const held = () => donors.value ?? donorColumn.value;

/** Gradient selection of what was explained, in its variants. */
function ofModel({ method, symbols, ensemblIds, groups }: AttributionReport): GivenRanking[] {
  const title = method === "closed-form" ? "attribution" : method === "occlusion" ? "occlusion" : "gradient";
  return attributionRankings(title, symbols, ensemblIds, groups);
}

/** The rankings that are not the model's own, to take genes away by. */
function ofReport({ rankings, symbols, ensemblIds }: SelectReport): GivenRanking[] {
  return rankings
    .filter(({ name }) => ["anova", "seurat_v3"].includes(name))
    .map(({ name, genes, scores }) => ({
      name: titled(name),
      symbols: Array.from(genes, (gene) => symbols[gene]!),
      ensemblIds: Array.from(genes, (gene) => ensemblIds[gene]!),
      scores: Float32Array.from(scores),
    }));
}

async function compare(report: AttributionReport): Promise<void> {
  const info = state.info.value;
  if (!info || !labels()) return;
  const mine = (running.value = new AbortController());
  failure.value = null;
  try {
    const found = await call(
      "select",
      {
        matrix: info.matrix,
        column: labels(),
        donors: held() || null,
        methods: METHODS,
        given: ofModel(report),
        sizes: SIZES,
        folds: 5,
        cells: CELLS,
        seed: 1,
        lanes: 0,
      },
      {
        signal: mine.signal,
        onProgress: (progress) => {
          state.progress.value = progress;
        },
      },
    );
    result.value = { of: info.fingerprint, report: found };
  } catch (error) {
    if (toWire(error).code !== "cancelled") failure.value = toWire(error);
  } finally {
    running.value = null;
    state.progress.value = null;
  }
}

const titled = (name: string) => TITLES[name as RankingMethod] ?? name;

function Worth({ report }: { report: SelectReport }) {
  const data = useMemo(
    () => ({
      majority: report.majority,
      series: report.rankings.map(({ name, worth }) => ({
        name: titled(name),
        points: worth.map(({ genes, accuracy }) => ({ genes, ...accuracy })),
      })),
    }),
    [report],
  );
  const how = report.donors ? "donors held out whole" : `${report.folds} folds of cells`;
  return (
    <Figure
      title="What the first n genes are worth"
      name={`${baseName()}-selection-worth`}
      data={data}
      draw={(plots, of, style, width) => plots.worthLines(of, style, width)}
      table={() => worthTable(report)}
      lead={
        `A linear classifier of ${report.column} on the first n genes of each ranking, on ${how}: accuracy with 95% intervals, ` +
        `${count(report.cells)} cells. Rankings by labels see training cells alone. Dashed: always the commonest class.`
      }
    />
  );
}

function Alike({ report }: { report: SelectReport }) {
  const data = useMemo(() => {
    const names = report.rankings.map(({ name }) => titled(name));
    return {
      groups: names,
      genes: names,
      values: report.overlap.map((row, i) => row.map((value, j) => (i === j ? NaN : value))),
      what: "Overlap of the first hundred genes",
      isShare: true,
    };
  }, [report]);
  const table = () => ({
    columns: ["ranking", "other", "jaccard_of_100", "spearman", "seconds"],
    rows: report.rankings.flatMap((a, i) =>
      report.rankings.map((b, j) => [titled(a.name), titled(b.name), report.overlap[i]![j]!, report.correlation[i]![j]!, a.seconds]),
    ),
  });
  const cost = report.rankings
    .filter(({ seconds }) => !Number.isNaN(seconds))
    .map(({ name, seconds }) => `${titled(name)} ${duration(seconds)}`)
    .join(", ");
  return (
    <Figure
      title="How alike the rankings are"
      name={`${baseName()}-selection-overlap`}
      data={data}
      draw={(plots, of, style, width) => plots.groupHeat(of, style, width)}
      table={table}
      lead={`Share of genes that two rankings have in common among their first hundred. Time to rank once: ${cost}.`}
    />
  );
}

/** Gradient selection beside the usual ways of choosing genes, on the file's own labels. */
export function SelectionWorthCard({ report }: { report: AttributionReport }) {
  const columns = state.info.value?.columns.filter(({ kind }) => kind !== "number") ?? [];
  const now = result.value?.of === state.info.value?.fingerprint ? result.value?.report : null;
  const first = now && now.rankings.filter(({ name }) => name !== "random");
  return (
    <>
      <Card
        title="Gene selection, side by side"
        lead={
          "Would a simpler ranking have found genes as good? Each way of ranking keeps its first n genes, a linear classifier is " +
          "trained on them, and cells held out judge it."
        }
        actions={now && <CsvButton name={`${baseName()}-selection`} table={() => selectionTable(now)} />}
      >
        <div class="controls sets">
          <label class="field">
            <span>Labels</span>
            <select
              value={labels()}
              onChange={(event) => {
                column.value = event.currentTarget.value;
              }}
            >
              <option value="">no column</option>
              {columns.map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label class="field">
            <span>Held out</span>
            <select
              value={held()}
              onChange={(event) => {
                donors.value = event.currentTarget.value;
              }}
            >
              <option value="">cells</option>
              {donorColumns.value.map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          {running.value ? (
            <button type="button" class="btn" onClick={() => running.value?.abort()}>
              Stop
            </button>
          ) : (
            <button
              type="button"
              class="btn primary"
              disabled={!labels() || state.isRunning.value || why.isBusy.value}
              onClick={() => void compare(report)}
            >
              Compare
            </button>
          )}
        </div>
        {failure.value && (
          <Note kind="bad">
            {failure.value.message} <code>{failure.value.code}</code>
          </Note>
        )}
        {running.value && <p role="status">Ranking and training…</p>}
        {!labels() && <p class="after">The file has no column of labels to tell apart; choose one.</p>}
        {now && first && (
          <p class="after">
            {`${many(now.classes.length, "class", "classes")}; always the commonest is right for ${share(now.majority)}. With 50 genes: `}
            {[...first]
              .sort((a, b) => at(b, 50) - at(a, 50))
              .slice(0, 3)
              .map((one) => `${titled(one.name)} ${share(at(one, 50))}`)
              .join(", ")}
            .
          </p>
        )}
        {now?.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </Card>
      {now && <Worth report={now} />}
      {now && <Alike report={now} />}
      <PruningCard report={report} given={now ? ofReport(now) : []} />
    </>
  );
}

const at = (ranking: SelectReport["rankings"][number], genes: number) =>
  ranking.worth.find((one) => one.genes === genes)?.accuracy.value ?? NaN;
