import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { rankedGenes } from "../../../exports/attribution-csv";
import { toWire } from "../../../contract/errors";
import type { AttributionGroup, AttributionReport } from "../../../contract/operations/attribution";
import type { EditReport, GeneChange } from "../../../contract/operations/edit";
import { count, many, share, value } from "../../../plots/format";
import { call } from "../../engine-client";
import * as state from "../../store";
import * as why from "../why/state";
import { Card, CsvButton, Note } from "../../ui/parts";
import { Term } from "../../ui/tip";

/** Cells edited at once: a transformer reads each twice and takes its gradient. */
const MOST = { linear: 500, onnx: 24 };

type Whose = "group" | "one" | "selection";

/** Cells that the model calls what the group is named. */
function cellsCalled(label: string): Uint32Array<ArrayBuffer> {
  const scores = state.activeScores.value;
  const code = why.classes.value.findIndex((one) => one.label === label);
  const found: number[] = [];
  if (scores && code >= 0) for (let cell = 0; cell < scores.cells; cell++) if (scores.top[cell * scores.k] === code) found.push(cell);
  return Uint32Array.from(found);
}

/** Cells of a choice; of groups that are no class, their examples. */
function cellsOf(whose: Whose, group: AttributionGroup): Uint32Array<ArrayBuffer> {
  if (whose === "selection") return state.selection.value ?? new Uint32Array();
  if (whose === "one") return Uint32Array.of(group.examples[Math.floor(group.examples.length / 2)] ?? 0);
  const called = cellsCalled(group.name);
  return called.length > 0 ? called : Uint32Array.from(group.examples);
}

/** Probabilities before and after, one bar above the other. */
function Classes({ report }: { report: EditReport }) {
  const bar = (what: number, name: string) => <i class={name} style={{ width: `${Math.max(what * 100, 0.5)}%` }} />;
  return (
    <div class="wide">
      <table class="edited">
        <thead>
          <tr>
            <th scope="col">Class</th>
            <th scope="col" class="left">
              <span class="sr">Bars: before, after</span>
            </th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {report.classes.map(({ code, label, before, after }) => (
            <tr key={code}>
              <td>
                <i class="swatch" style={{ background: state.colorBook(why.head.value ?? "").color(label, state.isDark.value) }} />
                {label}
              </td>
              <td class="bars">
                {bar(before, "before")}
                {bar(after, "after")}
              </td>
              <td>{share(before)}</td>
              <td>
                <b>{share(after)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What was foretold of the logit, and what happened. */
function Foretold({ report }: { report: EditReport }) {
  const { logit, cells } = report;
  if (logit.foretold === 0)
    return (
      <p class="after">
        The model did not read <i class="gene">{report.gene}</i> in these cells before, so nothing was foretold; the{" "}
        <Term word="logit">logit</Term> moved by {value(logit.change)}.
      </p>
    );
  const of = logit.foretold < cells ? ` in the ${many(logit.foretold, "cell")} where it was read` : "";
  const ratio = logit.changeOfForetold / logit.predicted;
  const verdict =
    !Number.isFinite(ratio) || Math.abs(logit.predicted) < 1e-6
      ? ""
      : ratio > 0.8 && ratio < 1.25
        ? " The attribution told what would happen."
        : ratio > 0
          ? " It had the direction right, not the size: the model does not add genes up in a straight line, and normalizing again " +
            "moves the other genes."
          : " It had the direction wrong: here the gradient at the cell is no guide to a change this large.";
  return (
    <p class="after">
      Foretold by the gradient{of}: the <Term word="logit">logit</Term> moves by <b>{value(logit.predicted)}</b>; what happened:{" "}
      <b>{value(logit.changeOfForetold)}</b>.{verdict}
    </p>
  );
}

function Result({ report }: { report: EditReport }) {
  const { entropy } = report;
  return (
    <>
      <p class="after">
        {report.cells === report.of ? many(report.cells, "cell") : `${count(report.cells)} of ${count(report.of)} cells, by chance`};{" "}
        <i class="gene">{report.gene}</i> was {value(report.value.before)} on average and is {value(report.value.after)}
        {report.altered < report.cells ? ` (nothing changed in ${count(report.cells - report.altered)})` : ""}.
      </p>
      <Classes report={report} />
      <p class="after">
        <Term word="entropy">Entropy</Term> {share(entropy.before / entropy.most)} → <b>{share(entropy.after / entropy.most)}</b> of the
        most; the first guess is another one in <b>{count(report.turned)}</b> of {count(report.cells)}.
      </p>
      <Foretold report={report} />
    </>
  );
}

/** A gene set to zero, doubled or taken from another cell: what the model says then, beside what its attribution foretold. */
export function EditCard({ report, group }: { report: AttributionReport; group: AttributionGroup }) {
  const model = state.modelByName.value.get(report.model);
  const chosen = why.gene.value === null ? null : report.symbols[why.gene.value]!;
  const typed = useSignal<string | null>(null);
  const whose = useSignal<Whose>("group");
  const from = useSignal(-1);
  const done = useSignal<EditReport | null>(null);
  const failure = useSignal("");
  const isBusy = useSignal(false);
  useEffect(() => {
    typed.value = null;
    done.value = null;
    failure.value = "";
  }, [report, group.name, chosen]);
  if (!model) return null;
  const gene = typed.value ?? chosen ?? report.symbols[rankedGenes(group)[0] ?? 0] ?? "";
  const others = (state.summary.value?.all.classes ?? []).filter(({ label }) => label !== group.name);
  const donor = others.find(({ code }) => code === from.value) ?? others[0];
  const run = async (change: GeneChange) => {
    isBusy.value = true;
    failure.value = "";
    try {
      done.value = await call("editGene", {
        matrix: state.shownMatrix.value,
        model: report.model,
        phenotype: report.phenotype,
        gene,
        change,
        cells: cellsOf(whose.value, group),
        most: MOST[model.kind],
        code: why.target.value.code,
        seed: state.seed.value,
        backend: state.backend.value,
      });
    } catch (error) {
      failure.value = toWire(error).message;
    }
    isBusy.value = false;
  };
  const isStopped = isBusy.value || why.isBusy.value || state.isRunning.value;
  const result = done.value;
  return (
    <Card
      title="Edit a gene"
      lead="Change a gene's counts and ask the model again. The cells are normalized again, as if they had been measured so."
      actions={
        result && (
          <CsvButton
            name={`edited-${result.gene}-${report.model}`}
            table={() => ({
              columns: ["cell", "logit_change", "foretold"],
              rows: [...result.each.cell].map((cell, i) => [cell + 1, result.each.change[i]!, result.each.predicted[i]!]),
            })}
          />
        )
      }
    >
      <div class="controls edits">
        <input
          type="text"
          class="gene"
          aria-label="Gene to edit"
          spellcheck={false}
          autocomplete="off"
          value={gene}
          onChange={(event) => {
            typed.value = event.currentTarget.value.trim();
            done.value = null;
          }}
        />
        <select
          aria-label="Cells to edit"
          value={whose.value}
          onChange={(event) => {
            whose.value = event.currentTarget.value as Whose;
            done.value = null;
          }}
        >
          <option value="group">in {group.name}</option>
          <option value="one">in one cell of them</option>
          <option value="selection" disabled={!state.selection.value}>
            {state.selection.value ? `in the ${count(state.selection.value.length)} selected` : "in a selection"}
          </option>
        </select>
        <button type="button" class="btn" disabled={isStopped} onClick={() => void run({ kind: "zero" })}>
          Set to zero
        </button>
        <button type="button" class="btn" disabled={isStopped} onClick={() => void run({ kind: "double" })}>
          Double
        </button>
        {donor && (
          <span class="swap">
            <button
              type="button"
              class="btn"
              disabled={isStopped}
              onClick={() => void run({ kind: "swap", from: { kind: "class", code: donor.code } })}
            >
              Swap from
            </button>
            <select
              aria-label="Class the gene is taken from"
              value={String(donor.code)}
              onChange={(event) => {
                from.value = Number(event.currentTarget.value);
              }}
            >
              {others.map(({ code, label }) => (
                <option key={code} value={String(code)}>
                  {label}
                </option>
              ))}
            </select>
          </span>
        )}
      </div>
      {isBusy.value && (
        <p class="after" role="status">
          Asking again…
        </p>
      )}
      {failure.value && <Note kind="bad">{failure.value}</Note>}
      {result && !isBusy.value && (
        <div aria-live="polite">
          <Result report={result} />
          {result.notes.map((note) => (
            <Note key={note}>{note}</Note>
          ))}
        </div>
      )}
    </Card>
  );
}
