import { useEffect } from "preact/hooks";
import { useSignal } from "@preact/signals";
import type { HeadSummary } from "../../../contract/types";
import { count, many, percent, probability } from "../../../plots/format";
import { call, fail } from "../../engine-client";
import * as state from "../../store";
import { exportBarcodes } from "../export/export";
import { explainSelection } from "../why/run";
import { clearSelection } from "./selection";
import { headTitle } from "../../ui/words";
import { ClassName } from "../../ui/class-name";
import { CsvButton } from "../../ui/parts";
import { Term } from "../../ui/tip";

interface Compared {
  label: string;
  inside: number;
  outside: number;
}

/** Shares of each class inside the selection and in the rest, most over-represented first. */
function compare(all: HeadSummary, selected: HeadSummary): Compared[] {
  const inside = new Map(selected.classes.map((one) => [one.code, one.cells]));
  const rest = Math.max(all.cells - selected.cells, 1);
  return all.classes
    .map((one) => {
      const here = inside.get(one.code) ?? 0;
      return { label: one.label, inside: here / Math.max(selected.cells, 1), outside: (one.cells - here) / rest };
    })
    .filter((one) => one.inside >= 0.005)
    .sort((a, b) => b.inside - a.inside);
}

/** How the selected cells differ from the others. */
export function SelectionCard() {
  const chosen = state.selection.value;
  const model = state.activeModel.value;
  const head = state.head.value;
  const summary = useSignal<{ all: HeadSummary; selected: HeadSummary } | null>(null);
  useEffect(() => {
    summary.value = null;
    if (!chosen || !model) return;
    let isWanted = true;
    call("summary", { model: model.name, phenotype: head, selection: chosen }).then(({ all, selected }) => {
      if (isWanted && selected) summary.value = { all, selected };
    }, fail);
    return () => {
      isWanted = false;
    };
  }, [chosen, model, head]);
  if (!chosen) return null;
  const now = summary.value;
  const rows = now ? compare(now.all, now.selected) : [];
  const color = (label: string) => state.colorBook(head).color(label, state.isDark.value);
  return (
    <section class="card selected" aria-live="polite">
      <h3>
        <span>{many(chosen.length, "cell")} selected</span>
        <span class="actions">
          {model && model.heads.length > 0 && !state.isRunning.value && (
            <button type="button" class="tool" title="Explain the predictions of these cells" onClick={explainSelection}>
              Why?
            </button>
          )}
          {model && (
            <button type="button" class="tool" onClick={() => void exportBarcodes(chosen).catch(fail)}>
              Cell ids
            </button>
          )}
          <CsvButton
            name="selection"
            table={() => ({
              columns: [head, "share_selected", "share_rest"],
              rows: rows.map((row) => [row.label, row.inside, row.outside]),
            })}
          />
          <button
            type="button"
            class="tool"
            onClick={() => {
              clearSelection();
            }}
          >
            Clear
          </button>
        </span>
      </h3>
      {now && (
        <>
          <p>
            {headTitle(head)} · mean <Term word="entropy">entropy</Term> {probability(now.selected.meanEntropyNorm)} (all cells{" "}
            {probability(now.all.meanEntropyNorm)}) · mean probability {probability(now.selected.meanProbability)} (all cells{" "}
            {probability(now.all.meanProbability)})
          </p>
          <div class="wide">
            <table class="versus">
              <thead>
                <tr>
                  <th scope="col">Class</th>
                  <th scope="col">Selected</th>
                  <th scope="col">Other cells</th>
                </tr>
              </thead>
              <tbody>
                {rows.slice(0, 6).map((row) => (
                  <tr key={row.label}>
                    <td>
                      <i class="swatch" style={{ background: color(row.label) }} />
                      <ClassName phenotype={head} label={row.label} />
                    </td>
                    <td>{percent(row.inside)}</td>
                    <td>{percent(row.outside)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {rows.length > 6 && <p class="more">and {count(rows.length - 6)} more</p>}
        </>
      )}
    </section>
  );
}
