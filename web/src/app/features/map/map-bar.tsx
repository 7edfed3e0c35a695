import { DOUBLET_SCORE_COLUMN, PREDICTED_DOUBLET_COLUMN } from "../../../contract/doublets";
import { sexColumn, SEX_OF_CELL_COLUMN } from "../../../contract/sex";
import { SPECIES_COLUMN, speciesShareColumn } from "../../../contract/species-columns";
import { useSignal } from "@preact/signals";
import { currentLayout, layoutChoices } from "./layouts";
import type { ColorBy } from "../../share/link";
import { shownColor } from "./state";
import * as state from "../../store";
import { doublets } from "../survey/doublets-state";
import * as survey from "../survey/state";
import { annotation } from "../annotate/state";
import { consensus } from "../predict/consensus-state";
import { pairOfModels, showAgreement } from "../trust/run";
import { agreement } from "../trust/state";
import { headTitle } from "../../ui/words";
import { GeneBox } from "../../ui/gene-box";
import { sexReport } from "../predict/sex-state";
import { ModelSwitch } from "../predict/model-switch";

/** The value of the select for the colour chosen. */
function chosen(): string {
  const color = shownColor.value;
  if (color.kind === "prediction") return `prediction:${state.head.value}`;
  return "name" in color && color.kind !== "gene" ? `${color.kind}:${color.name}` : color.kind;
}

function choose(value: string): void {
  const at = value.indexOf(":");
  const [kind, name] = at < 0 ? [value, ""] : [value.slice(0, at), value.slice(at + 1)];
  if (kind === "prediction") state.choose({ head: name, colorBy: { kind } });
  else if (kind === "agreement" && !agreement.value) {
    const pair = pairOfModels();
    if (pair) void showAgreement.start(pair);
  } else if (
    kind === "entropy" ||
    kind === "agreement" ||
    kind === "consensus" ||
    kind === "clusters" ||
    kind === "annotation" ||
    kind === "limits"
  )
    state.choose({ colorBy: { kind } });
  else state.choose({ colorBy: { kind, name } as ColorBy });
}

function ColorSelect({ onGene }: { onGene(): void }) {
  const columns = state.info.value?.columns ?? [];
  const told = state.report.value?.species?.species ?? [];
  const species = told.length > 0 ? [SPECIES_COLUMN, speciesShareColumn(told[0].species)] : [];
  const judged = sexReport.value;
  const sex = judged && judged.genes.x.length + judged.genes.y.length > 0 ? [sexColumn(judged.donors), SEX_OF_CELL_COLUMN] : [];
  const color = shownColor.value;
  const onChange = (value: string) => (value === "gene" ? onGene() : choose(value));
  return (
    <select aria-label="Colour cells by" value={chosen()} onChange={(event) => onChange(event.currentTarget.value)}>
      {state.heads.value.length > 0 && (
        <optgroup label="Model">
          {state.heads.value.map((head) => (
            <option key={head.phenotype} value={`prediction:${head.phenotype}`}>
              Predicted {headTitle(head.phenotype).toLowerCase()}
            </option>
          ))}
          {consensus.value && <option value="consensus">Consensus of the models</option>}
          {(agreement.value ?? pairOfModels()) && <option value="agreement">Agreement of two models</option>}
          <option value="entropy">Entropy of {headTitle(state.head.value).toLowerCase()}</option>
        </optgroup>
      )}
      {color.kind === "values" && <option value={`values:${color.name}`}>{color.name}</option>}
      {color.kind === "attribution" && <option value={`attribution:${color.name}`}>Attribution of {color.name}</option>}
      <optgroup label="Measured">
        <option value="gene">Gene expression…</option>
        <option value="quality:totals">Counts per cell</option>
        <option value="quality:detected">Genes detected</option>
        <option value="quality:mitochondrial">Mitochondrial fraction</option>
        {(survey.quality.value || color.kind === "quality") && (
          <>
            <option value="quality:ribosomal">Ribosomal fraction</option>
            <option value="quality:top50">Fraction in top 50 genes</option>
          </>
        )}
        {survey.mask.value && <option value="limits">Within quality limits</option>}
        {survey.clusters.value && <option value="clusters">Cluster</option>}
        {annotation.value && <option value="annotation">Names in progress</option>}
        {doublets.value &&
          [DOUBLET_SCORE_COLUMN, PREDICTED_DOUBLET_COLUMN].map((name) => (
            <option key={name} value={`column:${name}`}>
              {name}
            </option>
          ))}
      </optgroup>
      {species.length > 0 && (
        <optgroup label="Species">
          {species.map((name) => (
            <option key={name} value={`column:${name}`}>
              {name}
            </option>
          ))}
        </optgroup>
      )}
      {sex.length > 0 && (
        <optgroup label="Sex">
          {sex.map((name) => (
            <option key={name} value={`column:${name}`}>
              {name}
            </option>
          ))}
        </optgroup>
      )}
      {columns.length > 0 && (
        <optgroup label="Cell metadata (obs)">
          {columns.map((column) => (
            <option key={column.name} value={`column:${column.name}`}>
              {column.name}
            </option>
          ))}
        </optgroup>
      )}
    </select>
  );
}

/** Above the map: what colours it, which model's predictions, which layout. */
export function MapBar({ isLasso, onLasso }: { isLasso: boolean; onLasso(): void }) {
  const isGene = useSignal(false);
  const layouts = layoutChoices();
  const color = shownColor.value;
  return (
    <div class="bar">
      <ColorSelect
        key={`${color.kind}${isGene.value}`}
        onGene={() => {
          isGene.value = true;
        }}
      />
      {(isGene.value || color.kind === "gene") && (
        <GeneBox
          gene={color.kind === "gene" ? color.name : ""}
          onDone={() => {
            isGene.value = false;
          }}
        />
      )}
      {color.kind === "prediction" && <ModelSwitch hasFile />}
      {color.kind === "entropy" && <ModelSwitch />}
      <div class="sp" />
      {layouts.length > 1 && (
        <select
          class="hide"
          aria-label="Layout"
          value={currentLayout() ?? ""}
          onChange={(event) => {
            state.choose({ layout: event.currentTarget.value });
          }}
        >
          {layouts.map((one) => (
            <option key={one.by} value={one.by}>
              {one.title}
            </option>
          ))}
        </select>
      )}
      <button
        type="button"
        class={isLasso ? "btn lasso on" : "btn lasso"}
        aria-pressed={isLasso}
        title="Draw around cells to select them (or hold Shift)"
        onClick={onLasso}
      >
        Lasso
      </button>
    </div>
  );
}
