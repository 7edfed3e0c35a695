import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { PRESETS, type Recipe } from "../../../contract/training";
import { count } from "../../../plots/format";
import { loadColumn } from "../data/run";
import { fail } from "../../engine-client";
import * as state from "../../store";
import { start, training } from "./run";
import * as train from "./state";
import { TaskButton } from "../../ui/run-parts";
import { Term } from "../../ui/tip";

function change(part: Partial<Recipe>): void {
  train.changed.value = { ...train.changed.value, ...part };
}

function NumberField({
  label,
  value,
  most,
  step = 1,
  onChange,
}: {
  label: string;
  value: number;
  most: number;
  step?: number | "any";
  onChange(value: number): void;
}) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="number"
        min="0"
        max={most}
        step={step}
        value={value}
        onChange={(event) => {
          const given = Number(event.currentTarget.value);
          if (Number.isFinite(given) && given >= 0 && given <= most) onChange(given);
          else event.currentTarget.value = String(value);
        }}
      />
    </label>
  );
}

/** Every step of the recipe by hand. */
function Details() {
  const recipe = train.recipe.value;
  const isProjection = recipe.classifier === "projection";
  return (
    <div class="fields">
      <label class="field">
        <span>Classifier</span>
        <select value={recipe.classifier} onChange={(event) => change({ classifier: event.currentTarget.value as Recipe["classifier"] })}>
          <option value="softmax">balanced logistic regression</option>
          <option value="clusterwise">balanced logistic regression in each cluster</option>
          <option value="centroid">nearest centroid</option>
          <option value="projection">scTOP projection</option>
        </select>
      </label>
      {!isProjection && (
        <>
          <label class="field">
            <span>
              <Term word="normalization">Normalization</Term>
            </span>
            <select
              value={recipe.normalization}
              onChange={(event) => change({ normalization: event.currentTarget.value as Recipe["normalization"] })}
            >
              <option value="rank-normal">rank-normal within each cell</option>
              <option value="log1p">log1p of counts per 10,000</option>
            </select>
          </label>
          <label class="field">
            <span>Gene selection</span>
            <select value={recipe.choice} onChange={(event) => change({ choice: event.currentTarget.value as Recipe["choice"] })}>
              <option value="anova">ANOVA F between classes</option>
              <option value="variance">highest variance</option>
              <option value="all">all genes</option>
            </select>
          </label>
          {recipe.choice !== "all" && (
            <NumberField
              label="Number of genes"
              value={recipe.genes}
              most={65_535}
              onChange={(genes) => change({ genes: Math.max(1, Math.round(genes)) })}
            />
          )}
          <NumberField
            label="Components"
            value={recipe.components}
            most={500}
            onChange={(components) => change({ components: Math.round(components) })}
          />
          {recipe.classifier === "softmax" && (
            <NumberField
              label="C (smaller: stronger regularization)"
              value={recipe.c}
              most={1e6}
              step="any"
              onChange={(c) => c > 0 && change({ c })}
            />
          )}
        </>
      )}
      <label class="radio">
        <input
          type="checkbox"
          checked={train.isThorough.value}
          onChange={(event) => {
            train.isThorough.value = event.currentTarget.checked;
          }}
        />
        Also compute learning curves and test on classes left out of training
      </label>
      <label class="radio">
        <input
          type="checkbox"
          checked={train.keepsCells.value}
          onChange={(event) => {
            train.keepsCells.value = event.currentTarget.checked;
          }}
        />
        <Term word="compositeCells">Keep composite cells, for use on gene panels</Term>
      </label>
    </div>
  );
}

interface WordsProps {
  words: readonly string[];
  /** Those that take no part. */
  out: ReadonlySet<string>;
  onToggle(word: string): void;
}

/** Words of which each can be left out by a click. */
function Words({ words, out, onToggle }: WordsProps) {
  return (
    <div class="tags">
      {words.map((word) => (
        <button
          type="button"
          key={word}
          class={`tagbtn${out.has(word) ? "" : " on"}`}
          aria-pressed={!out.has(word)}
          title={out.has(word) ? "Ignored; click to include" : "Included; click to ignore"}
          onClick={() => onToggle(word)}
        >
          {word}
        </button>
      ))}
    </div>
  );
}

/** A set with a word taken out, or put in where it was not there. */
function toggled(words: ReadonlySet<string>, word: string): ReadonlySet<string> {
  const next = new Set(words);
  if (!next.delete(word)) next.add(word);
  return next;
}

/** Of several files, those whose cells are trained on; the model has the genes that all of them measure. */
function Samples() {
  const study = state.info.value?.study;
  if (!study || study.samples.length < 2) return null;
  const out = new Set(train.withoutSamples.value);
  const { every, any } = study.genes;
  return (
    <details>
      <summary>
        {count(study.samples.length - out.size)} of {count(study.samples.length)} samples are trained on
        {every < any ? `, on the ${count(every)} genes that every file measures` : ""}
      </summary>
      <p class="lead">
        Leave out the samples that the model is to be asked about. Their genes still count: a model of the genes that every file measures
        predicts a panel better than one of all genes.
      </p>
      <Words
        words={study.samples.map(({ sample }) => sample)}
        out={out}
        onToggle={(word) => (train.samplesLeftOut.value = toggled(train.samplesLeftOut.value, word))}
      />
    </details>
  );
}

/** The labels as classes: one that is no class can be ignored. */
function Classes() {
  const column = state.columns.value.get(train.labelColumn.value);
  const words = column && column.kind !== "number" ? column.categories : [];
  if (words.length === 0 || words.length > 200) return null;
  const ignored = new Set(train.ignoredLabels.value);
  return (
    <details>
      <summary>
        {count(words.length - ignored.size)} classes{ignored.size > 0 ? `, ignored: ${[...ignored].join(", ")}` : ""}
      </summary>
      <Words words={words} out={ignored} onToggle={(word) => (train.switched.value = toggled(train.switched.value, word))} />
    </details>
  );
}

/** Which labels to train on, what is held out, and how. */
export function TrainControls() {
  const isDetailed = useSignal(false);
  const about = PRESETS.find(({ name }) => name === train.preset.value)?.about ?? "";
  const label = train.labelColumn.value;
  useEffect(() => {
    if (label) void loadColumn(label).catch(fail);
  }, [label]);
  return (
    <>
      <div class="fields">
        <label class="field wide">
          <span>Train on</span>
          <select
            value={label}
            onChange={(event) => {
              train.column.value = event.currentTarget.value;
              train.switched.value = new Set();
            }}
          >
            {train.labelColumns.value.map(({ name, categories }) => (
              <option key={name} value={name}>
                {name}
                {categories === undefined ? "" : ` (${count(categories)})`}
              </option>
            ))}
          </select>
        </label>
        <label class="field wide">
          <span>
            <Term word="heldOutDonors">Test on held-out</Term>
          </span>
          <select
            value={train.donorColumn.value}
            onChange={(event) => {
              train.donors.value = event.currentTarget.value;
            }}
          >
            <option value="">random cells</option>
            {train.donorColumns.value.map(({ name, categories }) => (
              <option key={name} value={name}>
                {name}
                {categories === undefined ? "" : ` (${count(categories)} groups)`}
              </option>
            ))}
          </select>
        </label>
        <label class="field wide">
          <span>Method</span>
          <select
            value={train.preset.value}
            onChange={(event) => {
              train.preset.value = event.currentTarget.value;
              train.changed.value = {};
            }}
          >
            {PRESETS.map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label class="field wide">
          <span>Name of the model</span>
          <input
            type="text"
            value={train.modelTitle.value}
            onChange={(event) => {
              train.title.value = event.currentTarget.value;
            }}
          />
        </label>
      </div>
      <p class="lead">
        {about}
        {Object.keys(train.changed.value).length > 0 ? " Modified." : ""}
      </p>
      <Samples />
      <Classes />
      <div class="controls">
        <TaskButton task={training} title="Train" disabled={!label} onStart={() => void start()} />
        <button
          type="button"
          class="link"
          aria-expanded={isDetailed.value}
          onClick={() => {
            isDetailed.value = !isDetailed.value;
          }}
        >
          {isDetailed.value ? "Fewer options" : "More options: genes, components, classifier…"}
        </button>
      </div>
      {isDetailed.value && <Details />}
    </>
  );
}
