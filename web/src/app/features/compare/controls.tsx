import type { CompareQuestion } from "../../../contract/compare";
import { count, many } from "../../../plots/format";
import * as state from "../../store";
import { ColumnSelect } from "../../ui/column-select";
import { Segments } from "../../ui/parts";
import { Term } from "../../ui/tip";
import { headTitle } from "../../ui/words";
import * as annotate from "../annotate/state";
import * as survey from "../survey/state";
import { donors } from "../trust/state";
import * as compare from "./state";

/** The condition and its levels: two of them, or one against the rest. */
function Condition() {
  const all = compare.conditionLevels.value;
  const [first, second] = compare.levels.value ?? ["", null];
  const choose = (one: string, other: string | null) =>
    compare.ask({ levels: [one, other === one ? (one === second ? first : null) : other], within: undefined });
  const option = ({ label, cells }: { label: string; cells: number }) => (
    <option key={label} value={label}>
      {label} ({count(cells)})
    </option>
  );
  return (
    <>
      <label class="field">
        <span>Condition</span>
        <select
          value={compare.condition.value}
          onChange={(event) => compare.ask({ condition: event.currentTarget.value || undefined, levels: undefined, within: undefined })}
        >
          {compare.condition.value === "" && <option value="">choose a column</option>}
          {compare.conditionColumns.value.map(({ name, categories }) => (
            <option key={name} value={name}>
              {name}
              {categories ? ` (${count(categories)})` : ""}
            </option>
          ))}
        </select>
      </label>
      {all.length > 1 && (
        <span class="levels">
          <select aria-label="Level that is compared" value={first} onChange={(event) => choose(event.currentTarget.value, second)}>
            {all.map(option)}
          </select>
          <span>with</span>
          <select
            aria-label="Level that it is compared with"
            value={second ?? ""}
            onChange={(event) => choose(first, event.currentTarget.value || null)}
          >
            {all.filter(({ label }) => label !== first || label === second).map(option)}
            {all.length > 2 && <option value="">all others</option>}
          </select>
        </span>
      )}
    </>
  );
}

/** What cells are compared within. */
function Types() {
  const own = annotate.columnName.value;
  const ready = compare.model.value;
  const shown = state.models.value.find(({ name }) => name === ready);
  const columns = survey.columns.value.filter(({ name }) => name !== compare.condition.value && name !== donors.value);
  return (
    <label class="field">
      <span>Cell types</span>
      <select value={compare.types.value} onChange={(event) => compare.ask({ types: event.currentTarget.value, within: undefined })}>
        {compare.types.value === "" && <option value="">choose a column</option>}
        {shown && (
          <option value="model">
            {headTitle(state.head.value)} by {state.modelLabel(shown)}
          </option>
        )}
        {survey.clusters.value && <option value="clusters">Clusters ({count(survey.clusters.value.clusters)})</option>}
        {columns.map(({ name, categories }) => (
          <option key={name} value={`column:${name}`}>
            {name === own ? `${name} (named under Annotate)` : name}
            {categories && name !== own ? ` (${count(categories)})` : ""}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Columns whose differences are taken out. */
function Covariates() {
  const chosen = compare.covariates.value;
  const offered =
    state.info.value?.columns.filter(
      ({ name, categories }) =>
        name !== compare.condition.value && name !== donors.value && categories !== 1 && `column:${name}` !== compare.types.value,
    ) ?? [];
  const left = offered.filter(({ name }) => !chosen.includes(name));
  return (
    <div class="wide covariates">
      <label class="field">
        <span>
          <Term word="covariate">Covariates</Term>
        </span>
        <select
          value=""
          onChange={(event) => {
            if (event.currentTarget.value) compare.ask({ covariates: [...chosen, event.currentTarget.value] });
          }}
        >
          <option value="">{chosen.length > 0 ? "add another" : "none"}</option>
          {left.map(({ name, categories }) => (
            <option key={name} value={name}>
              {name}
              {categories ? ` (${count(categories)})` : ""}
            </option>
          ))}
        </select>
      </label>
      {chosen.map((name) => (
        <button
          type="button"
          key={name}
          class="tagbtn on"
          aria-label={`Remove the covariate ${name}`}
          onClick={() => {
            const rest = chosen.filter((one) => one !== name);
            compare.ask({ covariates: rest.length > 0 ? rest : undefined });
          }}
        >
          {name} ×
        </button>
      ))}
    </div>
  );
}

const PAIRINGS: { value: CompareQuestion["pairing"]; title: string; hint: string }[] = [
  { value: "auto", title: "Automatic", hint: "Within donors where most are in both conditions, else between donors" },
  { value: "paired", title: "Within donors", hint: "Donors in both conditions alone, each compared with itself" },
  { value: "independent", title: "Between donors", hint: "Donors against donors" },
];

function Options() {
  const unusual = [
    compare.covariates.value.length > 0 && many(compare.covariates.value.length, "covariate"),
    compare.pairing.value !== "auto" && PAIRINGS.find(({ value }) => value === compare.pairing.value)!.title.toLowerCase(),
    compare.asked.value.least !== undefined && `from ${compare.minCells.value} cells on`,
    compare.transform.value === "arcsin" && "arcsine",
    compare.isWeighed.value && "weighed samples",
  ].filter(Boolean);
  return (
    <details class="card">
      <summary>Options{unusual.length > 0 && <small class="soft">: {unusual.join(", ")}</small>}</summary>
      <div class="fields">
        <Covariates />
        <div class="wide">
          <Segments
            label="How donors are compared"
            choices={PAIRINGS}
            value={compare.pairing.value}
            onChoose={(value) => compare.ask({ pairing: value === "auto" ? undefined : (value as "paired" | "independent") })}
          />
        </div>
        <label class="field">
          <span>
            <Term word="minCells">Cells a donor needs</Term>
          </span>
          <input
            type="number"
            min={1}
            max={100000}
            value={compare.minCells.value}
            onChange={(event) => {
              const cells = Math.round(Number(event.currentTarget.value));
              if (cells >= 1 && cells <= 1e6) compare.ask({ least: cells });
              else event.currentTarget.value = String(compare.minCells.value);
            }}
          />
        </label>
        <label class="field">
          <span>
            <Term word="shareTransform">Shares as</Term>
          </span>
          <select
            value={compare.transform.value}
            onChange={(event) => compare.ask({ transform: event.currentTarget.value === "arcsin" ? "arcsin" : undefined })}
          >
            <option value="logit">logit</option>
            <option value="arcsin">arcsine of the root</option>
          </select>
        </label>
        <label class="radio wide">
          <input
            type="checkbox"
            checked={compare.isWeighed.value}
            onChange={(event) => compare.ask({ weights: event.currentTarget.checked ? "samples" : undefined })}
          />
          <Term word="sampleWeights">Donors far from the others weigh less</Term>
        </label>
      </div>
    </details>
  );
}

/** What is compared with what, over whom, and within what. */
export function CompareControls() {
  return (
    <>
      <div class="asks compare-asks">
        <Condition />
        <ColumnSelect
          label="Donors"
          value={donors.value}
          none="no column"
          hasNumbers
          onChoose={(name) => {
            donors.value = name;
          }}
        />
        <Types />
      </div>
      <Options />
    </>
  );
}
