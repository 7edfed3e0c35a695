import { useSignal } from "@preact/signals";
import { toWire } from "../../contract/errors";
import type { OnnxAnswers, OnnxValues } from "../../contract/onnx";
import { count } from "../../plots/format";
import { analyzeAgain, bringModel, call } from "../engine-client";
import { askAbout, asked, rememberAnswers, type Asked } from "./onnx-asked";

const VALUES: Record<OnnxValues, string> = {
  counts: "counts, as they are",
  "log1p-counts": "ln(1 + count)",
  log1p: "ln(1 + counts scaled to a total)",
};
const TARGET_SUM = 10_000;

/** A list, one name a line, that is not beside the file. */
function ListField({ name, due, onText }: { name: string; due: string; onText(text: string): void }) {
  return (
    <label class="field">
      <span>{name}</span>
      <input
        type="file"
        accept=".genes,.classes,.txt,.csv,.tsv"
        onChange={(event) => void event.currentTarget.files?.[0]?.text().then(onText)}
      />
      <small>{due}</small>
    </label>
  );
}

/** Asks what a dropped ONNX file does not say of itself: its lists, the output of classes, and what values it reads. */
export function OnnxForm() {
  const now = asked.value;
  return now ? <Form key={now.question.sha256} {...now} /> : null;
}

function Form({ files, question }: Asked) {
  const answers = useSignal<OnnxAnswers>(question.answers);
  const wrong = useSignal("");
  const isBusy = useSignal(false);
  const answer = (more: OnnxAnswers) => {
    answers.value = { ...answers.value, ...more };
  };
  const submit = async () => {
    isBusy.value = true;
    try {
      const again = await call("askModel", { files, answers: answers.value });
      wrong.value = again?.missing ?? "";
      if (wrong.value !== "") return;
      const model = await bringModel(files, answers.value);
      await rememberAnswers(question.sha256, answers.value);
      askAbout(null);
      if (model) await analyzeAgain(model.name);
    } catch (error) {
      wrong.value = toWire(error).message;
    } finally {
      isBusy.value = false;
    }
  };
  const { values = "", output = "", targetSum = TARGET_SUM, total = "file", title = "" } = answers.value;
  return (
    <form
      class="asked"
      aria-label={`What ${question.file} does not say`}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p>
        <b>{question.file}</b> is an ONNX model. {wrong.value || question.missing}
      </p>
      {question.genes === null && (
        <ListField
          name="Genes"
          due={`One a line, in the model's order${question.width === null ? "" : `: ${count(question.width)}`}.`}
          onText={(genes) => answer({ genes })}
        />
      )}
      {question.classes === null && (
        <ListField name="Classes" due="One a line, in the output's order." onText={(classes) => answer({ classes })} />
      )}
      <label class="field">
        <span>Output with a value per class</span>
        <select value={output} onChange={(event) => answer({ output: event.currentTarget.value })}>
          {output === "" && <option value="">Choose</option>}
          {question.outputs.map(({ name, shape }) => (
            <option key={name} value={name}>
              {name}
              {shape[1] ? ` (${count(shape[1])})` : ""}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>Values it reads</span>
        <select value={values} onChange={(event) => answer({ values: event.currentTarget.value as OnnxValues })}>
          {values === "" && <option value="">Choose</option>}
          {Object.entries(VALUES).map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {values === "log1p" && (
        <>
          <label class="field">
            <span>Scaled to a total of</span>
            <input
              type="number"
              min="1"
              step="any"
              value={targetSum}
              onChange={(event) => answer({ targetSum: Number(event.currentTarget.value) || TARGET_SUM })}
            />
          </label>
          <label class="field">
            <span>Total over</span>
            <select value={total} onChange={(event) => answer({ total: event.currentTarget.value === "model" ? "model" : "file" })}>
              <option value="file">all genes of the file</option>
              <option value="model">the model's genes</option>
            </select>
          </label>
        </>
      )}
      <label class="field">
        <span>Title (optional)</span>
        <input type="text" value={title} onInput={(event) => answer({ title: event.currentTarget.value })} />
      </label>
      <span class="tools">
        <button type="submit" class="btn primary" disabled={isBusy.value}>
          Add the model
        </button>
        <button type="button" class="btn" onClick={() => askAbout(null)}>
          Cancel
        </button>
      </span>
    </form>
  );
}
