import { unreadReason } from "../../../contract/unread";
import { numberText } from "../../../contract/number-text";
import type { CellRow } from "../../../contract/types";
import { count, percent, probability, value } from "../../../plots/format";
import { shortClass } from "../../../plots/class-names";
import * as state from "../../store";
import { classTitle } from "../../ui/class-name";
import { ShareBar } from "../../ui/parts";
import { coverageFound } from "../models/coverage-found";

function FileLabel({ cell }: { cell: number }) {
  const column = state.columns.value.get(state.labelColumn.value);
  if (!column || column.kind === "number") return null;
  const label = column.categories[column.codes[cell]];
  return (
    <>
      {" "}
      · label in file: <b>{label ?? "none"}</b>
    </>
  );
}

function ColorValue({ cell }: { cell: number }) {
  const color = state.colorBy.value;
  const known = color.kind === "gene" ? state.genes.value.get(color.name) : null;
  if (color.kind === "gene" && known)
    return (
      <div class="soft">
        <i class="gene">{color.name}</i> {value(known[cell])} (log1p)
      </div>
    );
  const column = color.kind === "column" && color.name !== state.labelColumn.value ? state.columns.value.get(color.name) : null;
  if (!column) return null;
  const text = column.kind === "number" ? numberText(column, cell) || "none" : (column.categories[column.codes[cell]] ?? "none");
  return (
    <div class="soft">
      {column.name}: {text}
    </div>
  );
}

function unreadBecause(cell: number): string | undefined {
  const info = state.info.value;
  const model = state.activeModel.value;
  return (info && model && unreadReason(info, coverageFound(model.name), cell)) ?? undefined;
}

/** The predictions of one cell. */
export function HoverCard({ row, pinned, onClose }: { row: CellRow; pinned: boolean; onClose(): void }) {
  const head = row.heads.find((one) => one.phenotype === state.head.value);
  const book = state.colorBook(state.head.value);
  return (
    <div class={pinned ? "hover pinned" : "hover"} role="status">
      <h4 title={row.id}>
        {row.id}
        {pinned && (
          <button type="button" class="close" aria-label="Close" onClick={onClose}>
            ×
          </button>
        )}
      </h4>
      {head && head.labels.length > 0 ? (
        head.labels.slice(0, pinned ? 5 : 3).map((label, i) => (
          <ShareBar
            key={label}
            label={shortClass(label)}
            title={classTitle(state.head.value, label)}
            share={head.probabilities[i]}
            color={book.color(label, state.isDark.value)}
          >
            {probability(head.probabilities[i])}
          </ShareBar>
        ))
      ) : (
        <div class="soft">
          {row.quality.total === 0 ? "No prediction: the cell has no counts." : (unreadBecause(row.index) ?? "Not predicted yet.")}
        </div>
      )}
      <div class="soft">
        {head && head.labels.length > 0 && (
          <>
            entropy {probability(head.entropyNorm)} ({probability(head.entropy)} nats)
          </>
        )}
        <FileLabel cell={row.index} />
      </div>
      <ColorValue cell={row.index} />
      <div class="soft faint">
        {count(row.quality.total)} counts · {count(row.quality.detected)} genes · {percent(row.quality.mitochondrial)} mitochondrial
      </div>
    </div>
  );
}
