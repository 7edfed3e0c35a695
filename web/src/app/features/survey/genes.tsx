import { useMemo } from "preact/hooks";
import type { ComponentScale, VariableFlavour } from "../../../contract/survey";
import { count, duration, many, percent } from "../../../plots/format";
import { componentsTable, variableTable } from "../../../exports/survey-csv";
import { showGene, runComponents, runVariable } from "./run";
import * as survey from "./state";
import * as state from "../../store";
import { SURVEY_PCA } from "./layout";
import { baseName } from "../export/base-name";
import { Figure } from "../../ui/figure";
import { Note } from "../../ui/parts";
import { RunButton, SurveyFailure } from "./parts";
import { Term } from "../../ui/tip";

const FLAVOURS: { value: VariableFlavour; title: string }[] = [
  { value: "seurat", title: "Binned dispersion (Seurat)" },
  { value: "seurat_v3", title: "Variance over a mean trend (Seurat v3)" },
  { value: "anova", title: "Between labels of a column (ANOVA F)" },
];

function change(what: () => void): void {
  what();
  survey.forgetFrom("variable");
}

function Controls() {
  const flavour = survey.flavour.value;
  const isCounts = state.matrixInfo.value?.values === "counts";
  return (
    <div class="fields">
      <label class="field wide">
        <span>
          <Term word="variableGenes">Method</Term>
        </span>
        <select
          value={flavour}
          onChange={(event) =>
            change(() => {
              survey.ownFlavour.value = event.currentTarget.value as VariableFlavour;
            })
          }
        >
          {FLAVOURS.map(({ value, title }) => (
            <option
              key={value}
              value={value}
              disabled={(value === "seurat_v3" && !isCounts) || (value === "anova" && survey.columns.value.length === 0)}
            >
              {title}
            </option>
          ))}
        </select>
      </label>
      {flavour === "anova" && (
        <label class="field">
          <span>Labels</span>
          <select
            value={survey.anovaColumn.value}
            onChange={(event) =>
              change(() => {
                survey.anovaColumn.value = event.currentTarget.value;
              })
            }
          >
            <option value="">choose a column</option>
            {survey.columns.value.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label class="field">
        <span>Number of genes</span>
        <select
          value={String(survey.top.value)}
          onChange={(event) =>
            change(() => {
              survey.top.value = Number(event.currentTarget.value);
            })
          }
        >
          {[500, 1000, 2000, 3000, 5000].map((n) => (
            <option key={n} value={String(n)}>
              {count(n)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>
          <Term word="components">Components</Term>
        </span>
        <select
          value={String(survey.componentCount.value)}
          onChange={(event) => {
            survey.componentCount.value = Number(event.currentTarget.value);
            survey.forgetFrom("components");
          }}
        >
          {[10, 20, 30, 50, 100].map((n) => (
            <option key={n} value={String(n)}>
              {n}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>
          <Term word="normalization">Normalization</Term>
        </span>
        <select
          value={survey.scale.value}
          onChange={(event) => {
            survey.scale.value = event.currentTarget.value as ComponentScale;
            survey.forgetFrom("components");
          }}
        >
          <option value="log1p">log1p of counts per 10,000</option>
          <option value="rank-normal">rank-normal within each cell</option>
        </select>
      </label>
    </div>
  );
}

/** Variable genes, and their exact leading principal components. */
export function GenesSection() {
  const found = survey.variable.value;
  const parts = survey.components.value;
  const isAsking = survey.flavour.value === "anova" && survey.anovaColumn.value === "";
  const scree = useMemo(() => parts && { explained: [...parts.explained] }, [parts]);
  return (
    <>
      <Controls />
      <div class="controls">
        <RunButton
          title={found ? "Re-run" : "Find variable genes"}
          disabled={state.isRunning.value || isAsking}
          onRun={() => void runVariable()}
        />
        {!survey.busy.value && found && !parts && (
          <button type="button" class="btn" disabled={state.isRunning.value} onClick={() => void runComponents()}>
            Run PCA
          </button>
        )}
      </div>
      <SurveyFailure section="genes" />
      {found && (
        <Figure
          title={`${count(found.chosen.length)} most variable genes`}
          name={`${baseName()}-variable-genes`}
          data={found}
          draw={(plots, ...rest) => plots.variableGenes(...rest)}
          hasPoints
          table={() => variableTable(found)}
          lead={
            `Of ${many(found.symbols.length, "gene")} in ${many(found.cells, "cell")}, ${duration(found.seconds)}. ` +
            `Blue: selected${found.expected.length > 0 ? "; line: expected from the mean" : ""}.`
          }
          after={
            <p class="after genes">
              {Array.from(found.chosen.slice(0, 24)).map((gene) => (
                <button type="button" class="link gene" key={gene} onClick={() => showGene(found.symbols[gene]!)}>
                  {found.symbols[gene]}
                </button>
              ))}
            </p>
          }
        />
      )}
      {found?.notes.map((note) => (
        <Note key={note}>{note}</Note>
      ))}
      {parts && scree && (
        <Figure
          title={
            `${parts.components} principal components explain ` +
            `${percent(parts.explained.reduce((sum, one) => sum + one, 0))} of the variance`
          }
          name={`${baseName()}-components`}
          data={scree}
          draw={(plots, ...rest) => plots.explained(...rest)}
          table={() => componentsTable(parts)}
          lead={`Exact PCA of ${count(parts.genes.length)} genes in ${many(parts.cells, "cell")}, ${duration(parts.seconds)}.`}
          after={
            <p class="after">
              <button
                type="button"
                class="link"
                onClick={() => {
                  state.choose({ layout: SURVEY_PCA });
                }}
              >
                Show PC1 and PC2 on map
              </button>
            </p>
          }
        />
      )}
      {parts?.notes.map((note) => (
        <Note key={note}>{note}</Note>
      ))}
    </>
  );
}
