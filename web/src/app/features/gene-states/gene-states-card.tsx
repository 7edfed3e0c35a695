import { median } from "../../../contract/numbers";
import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { alikeTable, nearestTable, spreadTable, stateMapTable } from "../../../exports/gene-states-csv";
import type { GeneStatesReport } from "../../../contract/operations/gene-states";
import { count, duration, many, pValue, probability } from "../../../plots/format";
import { slotColor } from "../../../plots/palette";
import * as state from "../../store";
import { baseName } from "../export/base-name";
import { explanation } from "../why/run";
import * as why from "../why/state";
import { Figure } from "../../ui/figure";
import { Card, CsvButton } from "../../ui/parts";
import { Failure, TaskButton } from "../../ui/run-parts";
import { chooseContexts, contextsBy, geneStates, result, startGeneStates } from "./run";
import { Term } from "../../ui/tip";

const NEAREST_GENES = 6;

function MapFigure({ report }: { report: GeneStatesReport }) {
  const dark = state.isDark.value;
  const data = useMemo(() => {
    const book = state.colorBook(state.head.value);
    const names = report.contexts.map(({ name }) => name);
    book.add(names);
    return {
      gene: report.gene,
      contexts: names.map((name) => ({ name, color: slotColor(book.slot(name), dark) })),
      contextOf: report.of,
      xy: report.xy,
      axes: (report.layout === "umap" ? ["UMAP 1", "UMAP 2"] : ["PC 1", "PC 2"]) as [string, string],
    };
  }, [report, dark]);
  return (
    <Figure
      title={
        <>
          Hidden states of <i class="gene">{report.gene}</i>
        </>
      }
      name={`${baseName()}-${report.gene}-states`}
      data={data}
      draw={(plots, ...rest) => plots.geneStatesMap(...rest)}
      hasPoints
      table={() => stateMapTable(report)}
      lead={
        `One point per cell: the gene's hidden state (${report.dims} dimensions, minus the mean over all genes of ` +
        `the context), shown by ${report.layout === "umap" ? "UMAP" : "its first two principal components"}.`
      }
    />
  );
}

function AlikeFigure({ report }: { report: GeneStatesReport }) {
  const data = useMemo(() => {
    const names = report.contexts.map(({ name }) => name);
    return {
      groups: names,
      genes: names,
      values: report.alike.map((row, i) => row.map((value, j) => (i === j ? NaN : value))),
      what: "Cosine similarity of mean hidden states",
      axes: ["context", "context"] as [string, string],
      isShare: true,
    };
  }, [report]);
  if (report.contexts.length < 2) return null;
  const { gene, controls, p } = report.spread;
  const sentence =
    controls.length === 0
      ? "No other gene is read in all of these contexts, so there is nothing to compare it with."
      : `Its spread over contexts is ${probability(gene)}. Of ${many(controls.length, "control gene")} read as ` +
        `often, the median spread is ${probability(median(controls.map(({ spread }) => spread)))}, and ` +
        `${count(controls.filter((one) => one.spread >= gene).length)} ` +
        `${controls.filter((one) => one.spread >= gene).length === 1 ? "has" : "have"} a larger one (${pValue(p)}).`;
  return (
    <Figure
      title="Similarity between contexts"
      name={`${baseName()}-${report.gene}-contexts`}
      data={data}
      draw={(plots, ...rest) => plots.groupHeat(...rest)}
      table={() => alikeTable(report)}
      actions={<CsvButton title="Spread" name={`${baseName()}-${report.gene}-spread`} table={() => spreadTable(report)} />}
      lead={
        <>
          Cosine similarity of the gene's mean hidden states. Blue: similar, orange: opposite. {sentence}{" "}
          <Term word="contextSpread">Spread</Term> is one minus the mean cosine.
        </>
      }
    />
  );
}

function Nearest({ report }: { report: GeneStatesReport }) {
  return (
    <Card
      title={
        <>
          Genes most similar to <i class="gene">{report.gene}</i>
        </>
      }
      actions={<CsvButton name={`${baseName()}-${report.gene}-nearest`} table={() => nearestTable(report)} />}
      lead="Genes with the most similar mean hidden state in each context, and their cosine similarity."
    >
      <div class="sharebars">
        {report.contexts.map(({ name, used, read, cells, nearest }) => (
          <p key={name}>
            <b>{name}</b> <small>{`read in ${count(read)} of ${many(cells, "cell")}${used < read ? `, ${count(used)} used` : ""}`}</small>
            <br />
            {nearest.slice(0, NEAREST_GENES).map((one, i) => (
              <span key={one.gene}>
                {i > 0 ? ", " : ""}
                <i class="gene">{one.gene}</i> {probability(one.cosine)}
              </span>
            ))}
          </p>
        ))}
      </div>
    </Card>
  );
}

/** Whether the model represents a gene differently in different kinds of cells. */
export function GeneStatesCard() {
  const chosen = why.gene.value === null ? "" : (why.report.value?.symbols[why.gene.value] ?? "");
  const text = useSignal(chosen);
  useEffect(() => {
    if (chosen) text.value = chosen;
  }, [chosen]);
  const columns = state.info.value?.columns.filter(({ kind }) => kind !== "number") ?? [];
  const now = result.value;
  const isShown = now && now.model === why.model.value?.name;
  if (why.model.value?.kind !== "onnx") return null;
  return (
    <>
      <Card
        title="Gene states across contexts"
        lead={
          "Does the model represent a gene in the same way in every kind of cell? Its hidden states are compared " +
          "between groups of cells."
        }
      >
        <form
          class="controls sets"
          onSubmit={(event) => {
            event.preventDefault();
            startGeneStates(text.value);
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
            <span>Contexts</span>
            <select
              value={contextsBy()}
              onChange={(event) => {
                chooseContexts(event.currentTarget.value);
              }}
            >
              <option value="">predicted class</option>
              {columns.map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <TaskButton
            task={geneStates}
            title="Compare contexts"
            disabled={!text.value.trim() || state.isRunning.value || explanation.isBusy.value}
          />
        </form>
        <Failure error={geneStates.failure.value} />
        {geneStates.isBusy.value && <p role="status">Reading hidden states…</p>}
        {isShown && (
          <p class="after">
            <i class="gene">{now.gene}</i>
            {` is expressed in ${many(now.expressed, "cell")}; the model reads it in ${count(now.read)} of them, ` +
              `where it is among the highest-ranked genes of the cell. ${many(now.cells.length, "cell")} of ` +
              `${many(now.contexts.length, "context")} were used, ${duration(now.seconds)}.`}
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
