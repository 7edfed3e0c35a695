import { useSignal } from "@preact/signals";
import { fail } from "../../engine-client";
import * as state from "../../store";
import { modelsThatRan } from "./result-files";
import { exportAll, exportAnnotated, exportBarcodes, exportCells, exportMetrics, exportReport, exportSummary, exportTable } from "./export";
import { hasAllColumns, setAllColumns } from "./state";
import { exportAnnotationCsv, exportAnnotationJson, exportAnnotationTable } from "../annotate/files";
import { exportCompareReport, exportCompareScript, exportExpression, hasComparison, hasExpression } from "../compare/files";
import { writtenAs } from "../annotate/state";
import { mapFigure } from "../map/files";
import { exportScript, scriptModel } from "../../share/python";
import { useDismiss } from "../../ui/dismiss";
import { sheetOf } from "../../ui/figure-look";

interface Item {
  name: string;
  note: string;
  isReady: boolean;
  run(): void | Promise<void>;
}

/** What the file is for, and the files for it. */
interface Job {
  title: string;
  items: Item[];
}

function namesItems(): Item[] {
  if (writtenAs.value === null) return [];
  return [
    { name: "annotation.csv", note: "per cell: the name of its group, ontology term, confidence", isReady: true, run: exportAnnotationCsv },
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
  ];
}

function comparisonItems(): Item[] {
  if (!hasComparison()) return [];
  return [
    { name: "compare.py", note: "the same comparison with scanpy's and pydeseq2's means", isReady: true, run: exportCompareScript },
    ...(hasExpression()
      ? [{ name: "expression.csv", note: "every gene of every type: change, t, p, FDR", isReady: true, run: exportExpression }]
      : []),
  ];
}

function modelItems(): Item[] {
  return modelsThatRan().flatMap<Item>((model) => [
    {
      name: `${model.heads.length > 0 ? "cells.csv" : "embedding.csv"}, ${state.modelLabel(model).toLowerCase()}`,
      note: model.heads.length > 0 ? "per cell: top 5 predictions, probabilities, entropy" : "per cell: the model's embedding",
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
}

/** Files by what they are for; the last job holds the rest. */
function jobs(): Job[] {
  const chosen = state.selection.value;
  const isDone = state.report.value !== null;
  const later = isDone ? "" : " (when the analysis is done)";
  const isNamed = writtenAs.value !== null;
  const hasModels = modelsThatRan().length > 0;
  return [
    {
      title: "For scanpy",
      items: [
        {
          name: "Annotated .h5ad",
          note: `your file with ${isNamed ? "your names, " : ""}predictions, clusters, UMAPs and colours${later}`,
          isReady: isDone && (hasModels || isNamed),
          run: exportAnnotated,
        },
      ],
    },
    {
      title: "For Excel",
      items: [
        {
          name: "One table (CSV)",
          note: `a row a cell: ${isNamed ? "names, " : ""}models, clusters, UMAP, quality${later}`,
          isReady: isDone,
          run: exportTable,
        },
      ],
    },
    {
      title: "For a talk",
      items: [
        {
          name: "Figure of the map",
          note: "SVG, PNG or PDF; other plots have a button of their own",
          isReady: state.positions.value !== null,
          run: () => {
            sheetOf.value = mapFigure();
          },
        },
      ],
    },
    {
      title: "For the methods section",
      items: [
        {
          name: "Report (HTML)",
          note: `map, types, checks, limits of the models; prints well${later}`,
          isReady: isDone && hasModels,
          run: exportReport,
        },
        ...(hasComparison()
          ? [
              {
                name: "Comparison report (HTML)",
                note: "design, composition, expression and what else was compared",
                isReady: true,
                run: exportCompareReport,
              },
            ]
          : []),
        {
          name: "Python script",
          note: scriptModel() ? "the same numbers with scanpy" : "of a linear model, once one has run",
          isReady: scriptModel() !== null,
          run: exportScript,
        },
        { name: "summary.json", note: `file, models, versions and settings${later}`, isReady: isDone, run: exportSummary },
      ],
    },
    {
      title: "More",
      items: [
        {
          name: "Everything, zipped",
          note: `tables, figures, clusters, markers, attributions, names and comparison, as far as they were computed${later}`,
          isReady: isDone,
          run: exportAll,
        },
        ...namesItems(),
        ...comparisonItems(),
        ...modelItems(),
        {
          name: "Selected cell ids",
          note: chosen ? "one per line" : "select cells with the lasso first",
          isReady: chosen !== null && state.activeModel.value !== null,
          run: () => (chosen ? exportBarcodes(chosen) : undefined),
        },
      ],
    },
  ];
}

/** Whether all columns of all models are to be in obs. */
function ColumnsSwitch() {
  return (
    <label class="radio" title='Else the columns of each model are in a table, obsm["phenolens"]'>
      <input type="checkbox" checked={hasAllColumns.value} onChange={(event) => setAllColumns(event.currentTarget.checked)} />
      <span>
        all columns of all models in <code>obs</code>
      </span>
    </label>
  );
}

/** Everything that can be exported, in one menu, by what it is for. */
export function ExportMenu() {
  const isOpen = useSignal(false);
  const hasMore = useSignal(false);
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
  const button = (item: Item) => (
    <button type="button" role="menuitem" key={item.name} disabled={!item.isReady || isBusy.value !== ""} onClick={() => void start(item)}>
      <b>{item.name}</b>
      <small>{isBusy.value === item.name ? "writing…" : item.note}</small>
    </button>
  );
  const all = jobs();
  const [rest] = all.splice(-1);
  return (
    <div class="menu exports" ref={box}>
      <button
        type="button"
        class="btn primary"
        aria-haspopup="true"
        aria-expanded={isOpen.value}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        Export <span aria-hidden="true">▾</span>
      </button>
      {isOpen.value && (
        <div class="sheet jobs" role="group" aria-label="Export">
          {all.map(({ title, items }, i) => (
            <section key={title} aria-label={title}>
              <h4>{title}</h4>
              <div role="menu" aria-label={title}>
                {items.map(button)}
              </div>
              {i === 0 && <ColumnsSwitch />}
            </section>
          ))}
          <section aria-label={rest!.title}>
            <button
              type="button"
              class="more"
              aria-expanded={hasMore.value}
              onClick={() => {
                hasMore.value = !hasMore.value;
              }}
            >
              More <span aria-hidden="true">{hasMore.value ? "▴" : "▾"}</span>
            </button>
            {hasMore.value && (
              <div role="menu" aria-label={rest!.title}>
                {rest!.items.map(button)}
              </div>
            )}
          </section>
        </div>
      )}
    </div>
  );
}
