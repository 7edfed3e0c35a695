import { signal, useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { alikeTable, nearestTable, spreadTable, stateMapTable } from "../../../exports/gene-context-csv";
import { toWire, type WireError } from "../../../contract/errors";
import { median } from "../../../contract/numbers";
import type { GeneContextReport } from "../../../contract/operations/gene-context";
import { count, duration, many, pValue, share } from "../../../plots/format";
import { slotColor } from "../../../plots/palette";
import { call } from "../../engine-client";
import * as state from "../../store";
import { baseName } from "../export/export";
import * as why from "../why/state";
import { Figure } from "../../ui/figure";
import { Card, CsvButton, Note } from "../../ui/parts";
import { Term } from "../../ui/tip";

const PREDICTED = "";
const CELLS = 100;
const CONTROLS = 30;
const NEAREST = 6;

const by = signal<string | null>(null);
const result = signal<{ of: string; report: GeneContextReport } | null>(null);
const failure = signal<WireError | null>(null);
const running = signal<AbortController | null>(null);

const labels = () => by.value ?? state.labelColumns.value[why.head.value ?? ""] ?? PREDICTED;

async function look(gene: string): Promise<void> {
  const [info, model, phenotype] = [state.info.value, why.model.value, why.head.value];
  if (!info || !model || !phenotype || !gene.trim()) return;
  const mine = (running.value = new AbortController());
  failure.value = null;
  const column = labels();
  try {
    const report = await call(
      "geneContext",
      {
        matrix: state.shownMatrix.value,
        model: model.name,
        gene: gene.trim(),
        groupBy: column === PREDICTED ? { kind: "prediction", phenotype } : { kind: "column", column },
        cellsPerGroup: CELLS,
        controls: CONTROLS,
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
    result.value = { of: info.fingerprint, report };
  } catch (error) {
    if (toWire(error).code !== "cancelled") failure.value = toWire(error);
  } finally {
    running.value = null;
    state.progress.value = null;
  }
}

function MapFigure({ report }: { report: GeneContextReport }) {
  const dark = state.isDark.value;
  const data = useMemo(() => {
    const book = state.colorBook(state.head.value);
    const names = report.contexts.map(({ name }) => name);
    book.add(names);
    return {
      gene: report.gene,
      contexts: names.map((name) => ({ name, color: slotColor(book.slot(name), dark) })),
      of: report.of,
      xy: report.xy,
    };
  }, [report, dark]);
  return (
    <Figure
      title={
        <>
          <i class="gene">{report.gene}</i>, cell by cell
        </>
      }
      name={`${baseName()}-${report.gene}-states`}
      data={data}
      draw={(plots, of, style, width) => plots.contextMap(of, style, width)}
      table={() => stateMapTable(report)}
      lead={
        `Each point is the gene's hidden state in one cell (${report.dims} numbers, without what all genes of the context ` +
        `share), as a ${report.layout === "umap" ? "UMAP" : "plane of principal components"}.`
      }
    />
  );
}

function AlikeFigure({ report }: { report: GeneContextReport }) {
  const data = useMemo(() => {
    const names = report.contexts.map(({ name }) => name);
    return {
      groups: names,
      genes: names,
      values: report.alike.map((row, i) => row.map((value, j) => (i === j ? NaN : value))),
      what: "Cosine of the mean states",
      isShare: true,
    };
  }, [report]);
  if (report.contexts.length < 2) return null;
  const { gene, controls, p } = report.spread;
  const said =
    controls.length === 0
      ? "No other gene is read in all of these contexts, so there is nothing to hold it against."
      : `Its spread over contexts is ${share(gene, 2)}; of ${many(controls.length, "gene")} read as often, the middle one has ` +
        `${share(median(controls.map(({ spread }) => spread)), 2)} and ${count(controls.filter((one) => one.spread >= gene).length)} ` +
        `${controls.filter((one) => one.spread >= gene).length === 1 ? "has" : "have"} more (${pValue(p)}).`;
  return (
    <Figure
      title="How alike its contexts are"
      name={`${baseName()}-${report.gene}-contexts`}
      data={data}
      draw={(plots, of, style, width) => plots.groupHeat(of, style, width)}
      table={() => alikeTable(report)}
      actions={<CsvButton title="Spread" name={`${baseName()}-${report.gene}-spread`} table={() => spreadTable(report)} />}
      lead={
        <>
          Cosine between the gene's mean states: blue alike, orange opposite. {said} <Term word="contextSpread">Spread</Term> is one minus
          the mean cosine.
        </>
      }
    />
  );
}

function Nearest({ report }: { report: GeneContextReport }) {
  return (
    <Card
      title={
        <>
          Nearest to <i class="gene">{report.gene}</i>
        </>
      }
      actions={<CsvButton name={`${baseName()}-${report.gene}-nearest`} table={() => nearestTable(report)} />}
      lead="Genes whose mean states are nearest in each context, with their cosine."
    >
      <div class="sharebars">
        {report.contexts.map(({ name, used, read, cells, nearest }) => (
          <p key={name}>
            <b>{name}</b>{" "}
            <small>{`${count(read)} of ${many(cells, "cell")} read it${used < read ? `, ${count(used)} looked at` : ""}`}</small>
            <br />
            {nearest.slice(0, NEAREST).map((one, i) => (
              <span key={one.gene}>
                {i > 0 ? ", " : ""}
                <i class="gene">{one.gene}</i> {share(one.cosine, 2)}
              </span>
            ))}
          </p>
        ))}
      </div>
    </Card>
  );
}

/** One gene, many functions? What the model makes of it in cells of different kinds. */
export function GeneContextCard() {
  const chosen = why.gene.value === null ? "" : (why.report.value?.symbols[why.gene.value] ?? "");
  const text = useSignal(chosen);
  useEffect(() => {
    if (chosen) text.value = chosen;
  }, [chosen]);
  const columns = state.info.value?.columns.filter(({ kind }) => kind !== "number") ?? [];
  const now = result.value?.of === state.info.value?.fingerprint ? result.value?.report : null;
  const isShown = now && now.model === why.model.value?.name;
  if (why.model.value?.kind !== "onnx") return null;
  return (
    <>
      <Card
        title="One gene in many contexts"
        lead={
          "Does the model take a gene for the same thing in every kind of cell? Its hidden states are gathered in the cells that " +
          "read it."
        }
      >
        <form
          class="controls sets"
          onSubmit={(event) => {
            event.preventDefault();
            void look(text.value);
          }}
        >
          <label class="field">
            <span>Gene</span>
            <input
              type="text"
              class="gene"
              placeholder="LYZ"
              spellcheck={false}
              autocomplete="off"
              value={text.value}
              onInput={(event) => {
                text.value = event.currentTarget.value;
              }}
            />
          </label>
          <label class="field">
            <span>by</span>
            <select
              value={labels()}
              onChange={(event) => {
                by.value = event.currentTarget.value;
              }}
            >
              <option value={PREDICTED}>what is predicted</option>
              {columns.map(({ name }) => (
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
            <button type="submit" class="btn primary" disabled={!text.value.trim() || state.isRunning.value || why.isBusy.value}>
              Look
            </button>
          )}
        </form>
        {failure.value && (
          <Note kind="bad">
            {failure.value.message} <code>{failure.value.code}</code>
          </Note>
        )}
        {running.value && <p role="status">Reading hidden states…</p>}
        {isShown && (
          <p class="after">
            <i class="gene">{now.gene}</i>
            {` is expressed in ${many(now.expressed, "cell")}; the model reads it in ${count(now.read)}, where it stands out among ` +
              `a cell's genes. Other cells say nothing about it. ${many(now.cells.length, "cell")} of ` +
              `${many(now.contexts.length, "context")}, ` +
              `${duration(now.seconds)}.`}
          </p>
        )}
        {isShown && now.notes.map((note) => <p key={note}>{note}</p>)}
      </Card>
      {isShown && (
        <>
          <MapFigure report={now} />
          <AlikeFigure report={now} />
          <Nearest report={now} />
        </>
      )}
    </>
  );
}
