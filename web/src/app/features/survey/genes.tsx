import { useMemo } from "preact/hooks";
import type { ComponentScale, VariableFlavour } from "../../../contract/survey";
import { count, duration, many, percent } from "../../../plots/format";
import { componentsTable, variableTable } from "../../../exports/survey-csv";
import { lookAt, runComponents, runVariable } from "./run";
import * as survey from "./state";
import * as state from "../../store";
import { SURVEY_PCA } from "./layout";
import { baseName } from "../export/export";
import { Figure } from "../../ui/figure";
import { Note } from "../../ui/parts";
import { RunButton, SurveyFailure } from "./parts";
import { Term } from "../../ui/tip";

const FLAVOURS: { value: VariableFlavour; title: string }[] = [
  { value: "seurat", title: "Dispersion in bins of mean (Seurat)" },
  { value: "seurat_v3", title: "Variance against a trend (Seurat v3)" },
  { value: "anova", title: "Between the labels of a column (ANOVA F)" },
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
          <Term word="variableGenes">Chosen by</Term>
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
        <span>How many</span>
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
          <Term word="normalization">of</Term>
        </span>
        <select
          value={survey.scale.value}
          onChange={(event) => {
            survey.scale.value = event.currentTarget.value as ComponentScale;
            survey.forgetFrom("components");
          }}
        >
          <option value="log1p">log of counts per 10,000</option>
          <option value="rank-normal">ranks within the cell</option>
        </select>
      </label>
    </div>
  );
}

/** Genes that vary, and the exact leading components of them. */
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
          title={found ? "Find them anew" : "Find genes that vary"}
          disabled={state.isRunning.value || isAsking}
          onRun={() => void runVariable()}
        />
        {!survey.busy.value && found && !parts && (
          <button type="button" class="btn" disabled={state.isRunning.value} onClick={() => void runComponents()}>
            Components of them
          </button>
        )}
      </div>
      <SurveyFailure section="genes" />
      {found && (
        <Figure
          title={`${count(found.chosen.length)} genes that vary most`}
          name={`${baseName()}-variable-genes`}
          data={found}
          draw={(plots, ...rest) => plots.variableGenes(...rest)}
          table={() => variableTable(found)}
          lead={
            `Of ${many(found.symbols.length, "gene")} over ${many(found.cells, "cell")}, in ${duration(found.seconds)}. Blue ` +
            `are chosen${found.expected.length > 0 ? "; the line is the trend that the mean sets" : ""}.`
          }
          after={
            <p class="after genes">
              {Array.from(found.chosen.slice(0, 24)).map((gene) => (
                <button type="button" class="link gene" key={gene} onClick={() => lookAt(found.symbols[gene]!)}>
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
          title={`${parts.components} components explain ${percent(parts.explained.reduce((sum, one) => sum + one, 0))}`}
          name={`${baseName()}-components`}
          data={scree}
          draw={(plots, ...rest) => plots.explained(...rest)}
          table={() => componentsTable(parts)}
          lead={
            `Exact, from the covariance of the ${count(parts.genes.length)} genes over ${many(parts.cells, "cell")}, in ` +
            `${duration(parts.seconds)}.`
          }
          after={
            <p class="after">
              <button
                type="button"
                class="link"
                onClick={() => {
                  state.layout.value = SURVEY_PCA;
                }}
              >
                Show the first two on the map
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
