import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { rankedGenes } from "../../../exports/attribution-csv";
import type { AttributionGroup, AttributionReport } from "../../../contract/operations/attribution";
import type { EditReport, GeneChange } from "../../../contract/operations/edit";
import { shortClass } from "../../../plots/class-names";
import { count, many, probability, value } from "../../../plots/format";
import * as state from "../../store";
import { explanation } from "../why/run";
import * as why from "../why/state";
import { ClassName } from "../../ui/class-name";
import { Card, CsvButton, Note } from "../../ui/parts";
import { Failure } from "../../ui/run-parts";
import { edit, forgetEdit, result } from "./run";
import { Term } from "../../ui/tip";

/** Cells edited at once: a transformer reads each twice and takes its gradient. */
const MOST_CELLS = { linear: 500, onnx: 24 };

type Whose = "group" | "one" | "selection";

/** Cells that the model predicts as the class the group is named after. */
function cellsPredictedAs(label: string): Uint32Array<ArrayBuffer> {
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
  const predicted = cellsPredictedAs(group.name);
  return predicted.length > 0 ? predicted : Uint32Array.from(group.examples);
}

/** Probabilities before and after, one bar above the other. */
function Classes({ report }: { report: EditReport }) {
  const bar = (probability: number, name: string) => <i class={name} style={{ width: `${Math.max(probability * 100, 0.5)}%` }} />;
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
                <ClassName phenotype={why.head.value ?? ""} label={label} />
              </td>
              <td class="bars">
                {bar(before, "before")}
                {bar(after, "after")}
              </td>
              <td>{probability(before)}</td>
              <td>
                <b>{probability(after)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The change of the logit that the gradient predicted, and the one observed. */
function LogitChange({ report }: { report: EditReport }) {
  const { logit, cells } = report;
  if (logit.foretold === 0)
    return (
      <p class="after">
        The model did not read <i class="gene">{report.gene}</i> in these cells before, so the gradient predicts nothing; the{" "}
        <Term word="logit">logit</Term> changed by {value(logit.change)}.
      </p>
    );
  const where = logit.foretold < cells ? `, in the ${many(logit.foretold, "cell")} where it was read` : "";
  const ratio = logit.changeOfForetold / logit.predicted;
  const verdict =
    !Number.isFinite(ratio) || Math.abs(logit.predicted) < 1e-6
      ? ""
      : ratio > 0.8 && ratio < 1.25
        ? " The attribution predicted the change well."
        : ratio > 0
          ? " The attribution predicted the direction but not the size: the model is not linear, and normalizing " +
            "again also changes the other genes."
          : " The attribution predicted the wrong direction: the gradient at the cell does not extrapolate to a change this large.";
  return (
    <p class="after">
      Change of the <Term word="logit">logit</Term>
      {where}: predicted by the gradient <b>{value(logit.predicted)}</b>, observed <b>{value(logit.changeOfForetold)}</b>.{verdict}
    </p>
  );
}

function Result({ report }: { report: EditReport }) {
  const { entropy } = report;
  return (
    <>
      <p class="after">
        {report.cells === report.of ? many(report.cells, "cell") : `${count(report.cells)} of ${count(report.of)} at random`}; mean{" "}
        <i class="gene">{report.gene}</i> {value(report.value.before)} before, {value(report.value.after)} after
        {report.altered < report.cells ? ` (unchanged in ${many(report.cells - report.altered, "cell")})` : ""}.
      </p>
      <Classes report={report} />
      <p class="after">
        Normalized <Term word="entropy">entropy</Term> {probability(entropy.before / entropy.most)} →{" "}
        <b>{probability(entropy.after / entropy.most)}</b>; the predicted class changes in <b>{count(report.turned)}</b> of{" "}
        {many(report.cells, "cell")}.
      </p>
      <LogitChange report={report} />
    </>
  );
}

/** A gene set to zero, doubled or replaced by its value in another class: the new prediction, beside what the attribution predicted. */
export function EditCard({ report, group }: { report: AttributionReport; group: AttributionGroup }) {
  const model = state.modelByName.value.get(report.model);
  const chosen = why.gene.value === null ? null : report.symbols[why.gene.value]!;
  const typed = useSignal<string | null>(null);
  const whose = useSignal<Whose>("group");
  const from = useSignal(-1);
  useEffect(() => {
    typed.value = null;
    forgetEdit();
  }, [report, group.name, chosen]);
  if (!model) return null;
  const gene = typed.value ?? chosen ?? report.symbols[rankedGenes(group)[0] ?? 0] ?? "";
  const others = (state.summary.value?.all.classes ?? []).filter(({ label }) => label !== group.name);
  const donor = others.find(({ code }) => code === from.value) ?? others[0];
  const run = (change: GeneChange) =>
    void edit.start({
      matrix: state.shownMatrix.value,
      model: report.model,
      phenotype: report.phenotype,
      gene,
      change,
      cells: cellsOf(whose.value, group),
      most: MOST_CELLS[model.kind === "linear" ? "linear" : "onnx"],
      code: why.target.value.code,
      seed: state.seed.value,
      backend: state.backend.value,
    });
  const isBusy = edit.isBusy.value;
  const isWaiting = isBusy || explanation.isBusy.value || state.isRunning.value;
  const done = result.value;
  return (
    <Card
      title="Edit a gene"
      lead="Change a gene's counts and predict again. The cells are normalized again, as if they had been measured so."
      actions={
        done && (
          <CsvButton
            name={`edited-${done.gene}-${report.model}`}
            table={() => ({
              columns: ["cell", "logit_change", "predicted_change"],
              rows: [...done.each.cell].map((cell, i) => [cell + 1, done.each.change[i]!, done.each.predicted[i]!]),
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
            forgetEdit();
          }}
        />
        <select
          aria-label="Cells to edit"
          value={whose.value}
          onChange={(event) => {
            whose.value = event.currentTarget.value as Whose;
            forgetEdit();
          }}
        >
          <option value="group">in {shortClass(group.name)}</option>
          <option value="one">in one example cell</option>
          <option value="selection" disabled={!state.selection.value}>
            {state.selection.value ? `in the ${count(state.selection.value.length)} selected` : "in a selection"}
          </option>
        </select>
        <button type="button" class="btn" disabled={isWaiting} onClick={() => run({ kind: "zero" })}>
          Set to zero
        </button>
        <button type="button" class="btn" disabled={isWaiting} onClick={() => run({ kind: "double" })}>
          Double
        </button>
        {donor && (
          <span class="swap">
            <button
              type="button"
              class="btn"
              disabled={isWaiting}
              onClick={() => run({ kind: "swap", from: { kind: "class", code: donor.code } })}
            >
              Replace with the value from
            </button>
            <select
              aria-label="Class whose value is used"
              value={String(donor.code)}
              onChange={(event) => {
                from.value = Number(event.currentTarget.value);
              }}
            >
              {others.map(({ code, label }) => (
                <option key={code} value={String(code)}>
                  {shortClass(label)}
                </option>
              ))}
            </select>
          </span>
        )}
      </div>
      {isBusy && (
        <p class="after" role="status">
          Predicting again…{" "}
          <button type="button" class="link" onClick={edit.stop}>
            Stop
          </button>
        </p>
      )}
      <Failure error={edit.failure.value} />
      {done && !isBusy && (
        <div aria-live="polite">
          <Result report={done} />
          {done.notes.map((note) => (
            <Note key={note}>{note}</Note>
          ))}
        </div>
      )}
    </Card>
  );
}
