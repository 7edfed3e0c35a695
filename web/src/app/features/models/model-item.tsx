import type { HeadInfo, ModelInfo } from "../../../contract/types";
import { bytes, count, many, percent } from "../../../plots/format";
import { removeModel } from "../../engine-client";
import { addedModels, servedModels } from "../../open/own-models";
import * as state from "../../store";
import { ClassName } from "../../ui/class-name";
import { headPlural } from "../../ui/words";
import { ClassTerms } from "./class-terms";
import { coverageFound } from "./coverage-found";
import { ClassesLink } from "./listed";
import { download } from "../train/run";
import { moveModel, switchModel } from "./switching";

/** Classes listed at once. */
const LISTED = 120;

function kindOf(model: ModelInfo): string {
  if (model.kind === "reference") return "reference profiles (SingleR)";
  const isLogistic = model.heads.some(({ link }) => link === "logistic");
  return model.kind === "onnx" ? "neural network (ONNX)" : isLogistic ? "one logistic regression per class" : "linear";
}

/** `3 cell types, 2 tissues`, each leading to their list. */
function Heads({ model }: { model: ModelInfo }) {
  if (model.heads.length === 0) return <>embedding only</>;
  return (
    <>
      {model.heads.map(({ phenotype, classes }, i) => (
        <>
          {i > 0 && ", "}
          <ClassesLink title={`What ${model.title} knows`} models={[model]} phenotype={phenotype}>
            {count(classes.length)} {headPlural(phenotype).toLowerCase()}
          </ClassesLink>
        </>
      ))}
    </>
  );
}

/** How much of the file the model can use. */
function Genes({ model }: { model: ModelInfo }) {
  const coverage = coverageFound(model.name);
  if (!coverage) return null;
  const share = coverage.found / Math.max(coverage.vocabulary, 1);
  return (
    <div class={coverage.verdict}>
      <div class="meter" role="img" aria-label={`${percent(share)} of the model's genes`}>
        <i style={{ width: `${share * 100}%` }} />
      </div>
      <small>
        {count(coverage.found)} of {count(coverage.vocabulary)} genes measured ({percent(share)})
        {coverage.verdict !== "ok" && (
          <>
            . {coverage.verdict === "refused" && <b>Not used. </b>}
            {coverage.reason}
          </>
        )}
      </small>
    </div>
  );
}

function Classes({ head, search }: { head: HeadInfo; search: string }) {
  const found = head.classes.filter(({ label, ontologyId }) => `${label} ${ontologyId}`.toLowerCase().includes(search));
  if (found.length === 0) return null;
  return (
    <p class="classes">
      <b>{headPlural(head.phenotype)}:</b>{" "}
      {found.slice(0, LISTED).map(({ label }, i) => (
        <>
          {i > 0 && ", "}
          <ClassName phenotype={head.phenotype} label={label} />
        </>
      ))}
      {found.length > LISTED && ` and ${count(found.length - LISTED)} more`}
    </p>
  );
}

function Facts({ model }: { model: ModelInfo }) {
  const since = addedModels.value.get(model.name)?.since;
  const facts: [string, string][] = [
    ["Trained on", model.trainedOn],
    ["Limits", model.limits],
    ["Licence", model.license],
    ["Cite", model.citation],
    ["Version", `${model.version}, ${kindOf(model)}, ${bytes(model.bytes)}, ${count(model.genes)} genes`],
    [
      "Here since",
      since ? `${since.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })}, added by you` : "it comes with this page",
    ],
  ];
  return (
    <dl>
      {facts.map(([name, text]) =>
        text ? (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}

/** One model: switched on or off, what it knows and where it is from. `search`: lower-case words its classes must hold, or empty. */
export function ModelItem({ model, search, place }: { model: ModelInfo; search: string; place: "first" | "last" | "only" | "between" }) {
  const isRefused = state.coverageByModel.value.get(model.name)?.verdict === "refused";
  const isOn = !state.modelsOff.value.has(model.name);
  const isOwn = addedModels.value.has(model.name) && !servedModels.value.has(model.name);
  return (
    <li>
      <div class="row">
        <label class="radio">
          <input
            type="checkbox"
            checked={isOn && !isRefused}
            disabled={isRefused}
            onChange={(event) => switchModel(model.name, event.currentTarget.checked)}
          />
          <b>{model.title}</b>
        </label>
        <span class="soft">
          {model.species === "unknown" ? "species not stated" : model.species}: <Heads model={model} />
        </span>
      </div>
      <Genes model={model} />
      {search !== "" && model.heads.map((head) => <Classes key={head.phenotype} head={head} search={search} />)}
      <details>
        <summary>About this model</summary>
        <Facts model={model} />
        {search === "" &&
          model.heads
            .filter(({ phenotype }) => phenotype !== "cell_type")
            .map((head) => <Classes key={head.phenotype} head={head} search="" />)}
        <ClassTerms model={model} search={search} />
        <span class="tools">
          <button
            type="button"
            class="tool"
            disabled={place === "first" || place === "only"}
            aria-label={`Move ${model.title} up`}
            onClick={() => moveModel(model.name, -1)}
          >
            move up
          </button>
          <button
            type="button"
            class="tool"
            disabled={place === "last" || place === "only"}
            aria-label={`Move ${model.title} down`}
            onClick={() => moveModel(model.name, 1)}
          >
            move down
          </button>
          {isOwn && (
            <button type="button" class="tool" aria-label={`Download ${model.title}`} onClick={() => void download(model.name)}>
              download folder (.zip)
            </button>
          )}
          {isOwn && (
            <button type="button" class="tool" aria-label={`Remove ${model.title}`} onClick={() => void removeModel(model.name)}>
              remove
            </button>
          )}
        </span>
      </details>
    </li>
  );
}

/** Whether a class of a model holds the words searched for. */
export const knows = (model: ModelInfo, search: string): boolean =>
  model.heads.some(({ classes }) => classes.some(({ label, ontologyId }) => `${label} ${ontologyId}`.toLowerCase().includes(search)));

/** `2 models know it`. */
export const knownBy = (models: ModelInfo[]): string =>
  models.length === 0 ? "No model here has such a class." : `${many(models.length, "model has", "models have")} such a class.`;
