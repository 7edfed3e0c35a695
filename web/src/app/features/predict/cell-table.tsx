import { useEffect, useMemo } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { UNKNOWN } from "../../../contract/obs-columns";
import type { CellRow, HeadInfo, HeadScores } from "../../../contract/types";
import { count, probability } from "../../../plots/format";
import { beside, besideModel } from "./beside-state";
import { threshold } from "../trust/state";
import { orderCells, type CellSort } from "./cell-order";
import { call, fail } from "../../engine-client";
import * as state from "../../store";
import { ClassName } from "../../ui/class-name";
import { Card } from "../../ui/parts";
import { shortClass } from "../../../plots/class-names";
import { DIFFERENT, differingCells } from "../../../exports/models-beside";

const PAGE_CELLS = 25;
const SORTS: [CellSort, string][] = [
  ["file", "file order"],
  ["undecided", "highest entropy first"],
  ["sure", "lowest entropy first"],
];

/** Fetches one page of cells. */
function usePage(order: Uint32Array, page: number): CellRow[] {
  const rows = useSignal<CellRow[]>([]);
  const model = state.activeModel.value?.name;
  useEffect(() => {
    if (!model) return;
    let isWanted = true;
    const cells = order.slice(page * PAGE_CELLS, (page + 1) * PAGE_CELLS);
    call("cells", { model, first: 0, count: cells.length, least: threshold.value, order: cells }).then((found) => {
      if (isWanted) rows.value = found;
    }, fail);
    return () => {
      isWanted = false;
    };
  }, [order, page, model]);
  return rows.value;
}

/** What the model beside says of a cell, where that is another class. */
function OtherSays({ cell }: { cell: number }) {
  const [now, model] = [beside.value, besideModel.value];
  if (!now || !model || now.codes[cell] !== DIFFERENT) return null;
  const { top, k, probability: p } = now.scores;
  const label = model.heads.find(({ phenotype }) => phenotype === now.phenotype)?.classes[top[cell * k]!]?.label;
  if (label === undefined) return null;
  return (
    <small class="differs" title={label}>
      {state.modelLabel(model)}: {shortClass(label)} {probability(p[cell * k]!)}
    </small>
  );
}

function Row({ row, phenotype }: { row: CellRow; phenotype: string }) {
  const head = row.heads.find((one) => one.phenotype === phenotype);
  const color = (label: string) => state.colorBook(phenotype).color(label, state.isDark.value);
  if (!head || head.labels.length === 0)
    return (
      <tr>
        <td>
          <code title={row.id}>{row.id}</code>
        </td>
        <td class="left soft" colSpan={3}>
          {head && Number.isNaN(head.entropy) ? "not read" : "no prediction"}
        </td>
      </tr>
    );
  const others = head.labels
    .slice(1)
    .map((label, i) => `${shortClass(label)} ${probability(head.probabilities[i + 1])}`)
    .join(" · ");
  const { fit } = head;
  const fitText = fit
    ? `correlation ${probability(fit.score)}, Δ ${probability(fit.delta)}${fit.isPruned ? ", pruned by SingleR" : ""} · `
    : "";
  return (
    <tr>
      <td>
        <code title={row.id}>{row.id}</code>
      </td>
      <td class="left">
        <span>
          <i class="swatch" style={{ background: color(head.labels[0]) }} />
          <ClassName phenotype={phenotype} label={head.labels[0]} />
        </span>
        <small title={fitText + others}>
          {fitText}
          {others}
        </small>
        {head.known !== undefined && head.known !== head.labels[0] && (
          <small title="No class has half of the probability, or the cell is like no training cell.">
            {head.known === UNKNOWN ? "not like anything the model knows" : `supported: ${shortClass(head.known)}`}
          </small>
        )}
        <OtherSays cell={row.index} />
      </td>
      <td>{probability(head.probabilities[0])}</td>
      <td>{probability(head.entropyNorm)}</td>
    </tr>
  );
}

function Pager({ page, pages, onPage }: { page: number; pages: number; onPage(page: number): void }) {
  const go = (to: number) => onPage(Math.min(Math.max(to, 0), pages - 1));
  return (
    <div class="pager">
      <button type="button" class="btn" disabled={page === 0} onClick={() => go(0)} aria-label="First page">
        «
      </button>
      <button type="button" class="btn" disabled={page === 0} onClick={() => go(page - 1)} aria-label="Previous page">
        ‹
      </button>
      <label>
        {"Page "}
        <input type="number" min={1} max={pages} value={page + 1} onChange={(event) => go(Number(event.currentTarget.value) - 1)} />
        {` of ${count(pages)}`}
      </label>
      <button type="button" class="btn" disabled={page >= pages - 1} onClick={() => go(page + 1)} aria-label="Next page">
        ›
      </button>
      <button type="button" class="btn" disabled={page >= pages - 1} onClick={() => go(pages - 1)} aria-label="Last page">
        »
      </button>
    </div>
  );
}

/** Every cell with its top predictions, a page at a time. */
export function CellTable({ scores, head, ofClass, onAll }: { scores: HeadScores; head: HeadInfo; ofClass: number | null; onAll(): void }) {
  const sort = useSignal<CellSort>("file");
  const page = useSignal(0);
  const chosen = state.selection.value;
  const isDiffering = useSignal(false);
  const codes = beside.value?.codes ?? null;
  const within = useMemo(() => {
    if (!isDiffering.value || !codes) return chosen;
    return chosen ? chosen.filter((cell) => codes[cell] === DIFFERENT) : differingCells(codes);
  }, [chosen, codes, isDiffering.value]);
  const order = useMemo(() => orderCells(scores, { sort: sort.value, ofClass, within }), [scores, sort.value, ofClass, within]);
  const pages = Math.max(1, Math.ceil(order.length / PAGE_CELLS));
  const at = Math.min(page.value, pages - 1);
  const rows = usePage(order, at);
  const where = `${chosen ? " in the selection" : ""}${codes && isDiffering.value ? " on which the models differ" : ""}`;
  const what = ofClass === null ? "" : ` predicted as ${shortClass(head.classes[ofClass].label)}`;
  return (
    <Card
      title="Predictions per cell"
      lead={
        <>
          {count(order.length)} cells{what}
          {where}, with up to five predictions each. Export has them all (cells.csv).
          {ofClass !== null && (
            <>
              {" "}
              <button type="button" class="link" onClick={onAll}>
                Show all
              </button>
            </>
          )}
        </>
      }
      actions={
        <select
          aria-label="Sort cells by"
          value={sort.value}
          onChange={(event) => {
            sort.value = event.currentTarget.value as CellSort;
            page.value = 0;
          }}
        >
          {SORTS.map(([key, title]) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </select>
      }
    >
      {codes && (
        <label class="radio">
          <input
            type="checkbox"
            checked={isDiffering.value}
            onChange={(event) => {
              isDiffering.value = event.currentTarget.checked;
              page.value = 0;
            }}
          />{" "}
          Only cells on which the models differ
        </label>
      )}
      <div class="wide">
        <table class="cells">
          <thead>
            <tr>
              <th scope="col">Cell</th>
              <th scope="col" class="left">
                Predicted class
              </th>
              <th scope="col" title="Probability">
                p
              </th>
              <th scope="col">Entropy</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.index} row={row} phenotype={head.phenotype} />
            ))}
          </tbody>
        </table>
      </div>
      <Pager
        page={at}
        pages={pages}
        onPage={(to) => {
          page.value = to;
        }}
      />
    </Card>
  );
}
