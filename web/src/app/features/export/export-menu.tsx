import { useSignal } from "@preact/signals";
import { fail } from "../../engine-client";
import * as state from "../../store";
import { modelsThatRan } from "./result-files";
import { exportAll, exportAnnotated, exportBarcodes, exportCells, exportMetrics, exportReport, exportSummary } from "./export";
import { exportAnnotationCsv, exportAnnotationJson, exportAnnotationTable } from "../annotate/files";
import { exportCompareReport, exportCompareScript, exportExpression, hasComparison, hasExpression } from "../compare/files";
import { writtenAs } from "../annotate/state";
import { mapFigure } from "../map/files";
import { useDismiss } from "../../ui/dismiss";
import { sheetOf } from "../../ui/figure-look";

interface Item {
  name: string;
  note: string;
  isReady: boolean;
  run(): void | Promise<void>;
}

function items(): Item[] {
  const hasMap = state.positions.value !== null;
  const chosen = state.selection.value;
  const isDone = state.report.value !== null;
  const later = isDone ? "" : " (when the analysis is done)";
  const isNamed = writtenAs.value !== null;
  const names: Item[] = isNamed
    ? [
        {
          name: "annotation.csv",
          note: "per cell: the name of its group, ontology term, confidence",
          isReady: true,
          run: exportAnnotationCsv,
        },
        {
          name: "annotation-groups.csv",
          note: "a row a group: name and evidence, for a supplement",
          isReady: true,
          run: exportAnnotationTable,
        },
        {
          name: "annotation.json",
          note: "names and groups: another file of the study can start from them",
          isReady: !state.isRunning.value,
          run: exportAnnotationJson,
        },
      ]
    : [];
  const comparison: Item[] = hasComparison()
    ? [
        {
          name: "Comparison report (HTML)",
          note: "design, composition, expression and what else was compared",
          isReady: true,
          run: exportCompareReport,
        },
        {
          name: "compare.py",
          note: "the same comparison with scanpy's and pydeseq2's means",
          isReady: true,
          run: exportCompareScript,
        },
        ...(hasExpression()
          ? [{ name: "expression.csv", note: "every gene of every type: change, t, p, FDR", isReady: true, run: exportExpression }]
          : []),
      ]
    : [];
  const tables = modelsThatRan().flatMap<Item>((model) => [
    model.heads.length > 0
      ? {
          name: `cells.csv, ${state.modelLabel(model).toLowerCase()}`,
          note: "per cell: top 5 predictions, probabilities, entropy",
          isReady: true,
          run: () => exportCells(model),
        }
      : {
          name: `embedding.csv, ${state.modelLabel(model).toLowerCase()}`,
          note: "per cell: the model's embedding",
          isReady: true,
          run: () => exportCells(model),
        },
    {
      name: `metrics.json, ${state.modelLabel(model).toLowerCase()}`,
      note: "all scores and class counts",
      isReady: true,
      run: () => exportMetrics(model),
    },
  ]);
  return [
    {
      name: "Annotated .h5ad",
      note: `your file with ${isNamed ? "your names, " : ""}predictions, probabilities and embeddings added${later}`,
      isReady: isDone && (tables.length > 0 || isNamed),
      run: exportAnnotated,
    },
    {
      name: "All results (.zip)",
      note: `cells.csv, metrics.json and summary.json, as the command line writes them; maps and the plots you have seen (SVG)${later}`,
      isReady: isDone,
      run: exportAll,
    },
    {
      name: "Trust report (HTML)",
      note: `figures, tables and settings in one file${later}`,
      isReady: isDone && tables.length > 0,
      run: exportReport,
    },
    ...names,
    ...comparison,
    ...tables,
    { name: "summary.json", note: `file, models, versions and settings${later}`, isReady: isDone, run: exportSummary },
    {
      name: "Figure of the map",
      note: "SVG, PNG or PDF in your width, with its legend or names",
      isReady: hasMap,
      run: () => {
        sheetOf.value = mapFigure();
      },
    },
    {
      name: "Selected cell ids",
      note: chosen ? "one per line" : "select cells with the lasso first",
      isReady: chosen !== null && state.activeModel.value !== null,
      run: () => (chosen ? exportBarcodes(chosen) : undefined),
    },
  ];
}

/** Everything that can be exported, in one menu. */
export function ExportMenu() {
  const isOpen = useSignal(false);
  const isBusy = useSignal("");
  const box = useDismiss(isOpen.value, () => {
    isOpen.value = false;
  });
  const start = async (item: Item) => {
    isBusy.value = item.name;
    try {
      await item.run();
    } catch (error) {
      fail(error);
    }
    isBusy.value = "";
    isOpen.value = false;
  };
  return (
    <div class="menu exports" ref={box}>
      <button
        type="button"
        class="btn primary"
        aria-haspopup="menu"
        aria-expanded={isOpen.value}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        Export <span aria-hidden="true">▾</span>
      </button>
      {isOpen.value && (
        <div class="sheet" role="menu" aria-label="Export">
          {items().map((item) => (
            <button
              type="button"
              role="menuitem"
              key={item.name}
              disabled={!item.isReady || isBusy.value !== ""}
              onClick={() => void start(item)}
            >
              <b>{item.name}</b>
              <small>{isBusy.value === item.name ? "writing…" : item.note}</small>
            </button>
          ))}
          <p>Each plot and table also has its own download buttons.</p>
        </div>
      )}
    </div>
  );
}
