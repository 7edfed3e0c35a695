import { useSignal } from "@preact/signals";
import { fail } from "../../engine-client";
import * as state from "../../store";
import { modelsThatRan } from "./result-files";
import { takeAnnotated, takeBarcodes, takeCells, takeEverything, takeMetrics, takeReport, takeSummary } from "./export";
import { canTakeMapSvg, takeMapPng, takeMapSvg } from "../map/files";
import { useDismiss } from "../../ui/dismiss";

interface Item {
  name: string;
  note: string;
  isReady: boolean;
  take(): void | Promise<void>;
}

function items(): Item[] {
  const hasMap = state.positions.value !== null;
  const chosen = state.selection.value;
  const isDone = state.report.value !== null;
  const later = isDone ? "" : ", once the analysis has ended";
  const tables = modelsThatRan().flatMap<Item>((model) => [
    model.heads.length > 0
      ? {
          name: `cells.csv, ${state.modelLabel(model).toLowerCase()}`,
          note: "every cell: five guesses, probabilities, entropies",
          isReady: true,
          take: () => takeCells(model),
        }
      : {
          name: `embedding.csv, ${state.modelLabel(model).toLowerCase()}`,
          note: "every cell as the model sees it",
          isReady: true,
          take: () => takeCells(model),
        },
    {
      name: `metrics.json, ${state.modelLabel(model).toLowerCase()}`,
      note: "all scores and class counts",
      isReady: true,
      take: () => takeMetrics(model),
    },
  ]);
  return [
    {
      name: "Annotated .h5ad",
      note: `your file with predictions, probabilities and embeddings added${later}`,
      isReady: isDone && tables.length > 0,
      take: takeAnnotated,
    },
    {
      name: "Everything else, zipped",
      note: `cells.csv, metrics.json and summary.json, as the command line writes them${later}`,
      isReady: isDone,
      take: takeEverything,
    },
    {
      name: "Trust report, HTML",
      note: `figures, tables, options and fingerprint in one file${later}`,
      isReady: isDone && tables.length > 0,
      take: takeReport,
    },
    ...tables,
    { name: "summary.json", note: `what was analysed, by what and how${later}`, isReady: isDone, take: takeSummary },
    { name: "Map, PNG", note: "as it is seen, with its legend", isReady: hasMap, take: takeMapPng },
    {
      name: "Map, SVG",
      note: canTakeMapSvg() ? "all cells, as vectors" : "up to 30,000 cells; take the PNG",
      isReady: hasMap && canTakeMapSvg(),
      take: takeMapSvg,
    },
    {
      name: "Selected cell ids",
      note: chosen ? "one a line" : "select cells with the lasso first",
      isReady: chosen !== null && state.activeModel.value !== null,
      take: () => (chosen ? takeBarcodes(chosen) : undefined),
    },
  ];
}

/** Everything that can be taken away, in one menu. */
export function TakeAway() {
  const isOpen = useSignal(false);
  const isBusy = useSignal("");
  const box = useDismiss(isOpen.value, () => {
    isOpen.value = false;
  });
  const take = async (item: Item) => {
    isBusy.value = item.name;
    try {
      await item.take();
    } catch (error) {
      fail(error);
    }
    isBusy.value = "";
    isOpen.value = false;
  };
  return (
    <div class="menu takeaway" ref={box}>
      <button
        type="button"
        class="btn primary"
        aria-haspopup="menu"
        aria-expanded={isOpen.value}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        Take away <span aria-hidden="true">▾</span>
      </button>
      {isOpen.value && (
        <div class="sheet" role="menu" aria-label="Take away">
          {items().map((item) => (
            <button
              type="button"
              role="menuitem"
              key={item.name}
              disabled={!item.isReady || isBusy.value !== ""}
              onClick={() => void take(item)}
            >
              <b>{item.name}</b>
              <small>{isBusy.value === item.name ? "writing…" : item.note}</small>
            </button>
          ))}
          <p>Every plot and table has its own buttons too.</p>
        </div>
      )}
    </div>
  );
}
