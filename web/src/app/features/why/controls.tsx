import { useSignal } from "@preact/signals";
import type { AttributionMethod } from "../../../contract/operations/attribution";
import { count } from "../../../plots/format";
import * as state from "../../store";
import { explain, explanation } from "./run";
import { possible, RUNNER_UP, type Target } from "./question";
import * as why from "./state";
import { shortClass } from "../../../plots/class-names";
import { Segments } from "../../ui/parts";
import { TaskButton } from "../../ui/run-parts";
import { Term } from "../../ui/tip";

/** Classes with cells first, as they are the likely ones. */
function orderedClasses(): { code: number; label: string; cells: number }[] {
  const counts = new Map(state.summary.value?.all.classes.map((one) => [one.code, one.cells]) ?? []);
  return why.classes.value
    .map(({ label }, code) => ({ code, label, cells: counts.get(code) ?? 0 }))
    .sort((a, b) => b.cells - a.cells || a.label.localeCompare(b.label));
}

interface ClassChoice {
  label: string;
  value: number;
  /** What -1 is called. */
  none: string;
  /** Choices besides the classes. */
  others?: readonly { code: number; title: string }[];
  isBare?: boolean;
  onChoose(code: number): void;
}

function ClassSelect({ label, value, none, others = [], isBare, onChoose }: ClassChoice) {
  return (
    <select aria-label={label} value={String(value)} onChange={(event) => onChoose(Number(event.currentTarget.value))}>
      <option value="-1">{none}</option>
      {others.map(({ code, title }) => (
        <option key={code} value={String(code)}>
          {title}
        </option>
      ))}
      {(isBare ? [] : orderedClasses()).map(({ code, label: name, cells }) => (
        <option key={code} value={String(code)}>
          {shortClass(name)}
          {cells ? ` (${count(cells)})` : ""}
        </option>
      ))}
    </select>
  );
}

function CellsSelect() {
  const now = why.cells.value;
  const columns = state.info.value?.columns.filter(({ kind }) => kind !== "number") ?? [];
  const selected = state.selection.value?.length ?? 0;
  const choose = (value: string) => {
    why.cells.value = value.startsWith("column:")
      ? { kind: "column", column: value.slice(7) }
      : { kind: value as "prediction" | "selection" };
  };
  return (
    <label class="field">
      <span>Cells</span>
      <select value={now.kind === "column" ? `column:${now.column}` : now.kind} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="prediction">by predicted class</option>
        <option value="selection" disabled={selected === 0}>
          {selected > 0 ? `the ${count(selected)} selected cells` : "a selection (draw one on the map)"}
        </option>
        {columns.map(({ name }) => (
          <option key={name} value={`column:${name}`}>
            by {name}
          </option>
        ))}
      </select>
    </label>
  );
}

const METHODS: { value: AttributionMethod; title: string }[] = [
  { value: "gradient-x-input", title: "Gradient × input (fast)" },
  { value: "integrated-gradients", title: "Integrated gradients (complete)" },
  { value: "expected-gradients", title: "Expected gradients (many baselines)" },
];

function Details() {
  const kind = why.model.value?.kind;
  const columns = state.info.value?.columns.filter(({ kind }) => kind !== "number") ?? [];
  const usual = why.usualCells.value;
  const number = why.cellsPerGroup.value ?? usual;
  return (
    <div class="fields">
      <CellsSelect />
      {kind === "linear" && <p class="lead">A linear model is explained exactly: weight × (score − baseline score) of each gene.</p>}
      {kind === "reference" && (
        <p class="lead">SingleR is explained without a baseline: each marker gene is left out in turn, and the ranks are made again.</p>
      )}
      {kind === "onnx" && (
        <label class="field">
          <span>
            <Term word="attributionMethod">Method</Term>
          </span>
          <select
            value={why.method.value}
            onChange={(event) => {
              why.method.value = event.currentTarget.value as AttributionMethod;
            }}
          >
            {METHODS.map(({ value, title }) => (
              <option key={value} value={value}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      {kind !== "reference" && (
        <label class="field">
          <span>
            <Term word="baseline">Baseline</Term>
          </span>
          <select
            value={why.baseline.value}
            onChange={(event) => {
              why.baseline.value = event.currentTarget.value as "none" | "mean" | "matched";
            }}
          >
            <option value="mean">mean of other cells</option>
            <option value="none">zero expression</option>
            <option value="matched">depth-matched cell</option>
          </select>
        </label>
      )}
      {kind !== "reference" && why.baseline.value !== "none" && (
        <label class="field">
          <span>Baseline cells</span>
          <ClassSelect
            label="Baseline cells"
            value={why.contrast.value}
            none="all cells"
            onChoose={(code) => {
              why.contrast.value = code;
            }}
          />
        </label>
      )}
      <label class="field">
        <span>
          <Term word="donorUnits">Donors</Term>
        </span>
        <select
          value={why.donors.value}
          onChange={(event) => {
            why.donors.value = event.currentTarget.value;
          }}
        >
          <option value="">none (cells as units)</option>
          {columns.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>Cells per group</span>
        <select
          value={String(number)}
          onChange={(event) => {
            why.cellsPerGroup.value = Number(event.currentTarget.value);
          }}
        >
          {[20, 50, 200, 1000].map((n) => (
            <option key={n} value={String(n)}>
              {count(n)} random cells
            </option>
          ))}
          <option value="0">all</option>
        </select>
      </label>
    </div>
  );
}

/** What to explain, and how. */
export function WhyControls() {
  const isOpen = useSignal(false);
  const { code, against } = why.target.value;
  const set = (next: Partial<Target>) => {
    why.target.value = possible({ ...why.target.value, ...next });
  };
  return (
    <>
      <div class="controls why">
        <ClassSelect label="Class to explain" value={code} none="predicted class" onChoose={(chosen) => set({ code: chosen })} />
        {why.model.value?.kind !== "reference" && (
          <>
            <span>compared with</span>
            <ClassSelect
              label="Class to compare with"
              value={against}
              none="no other class"
              isBare={code < 0}
              others={code < 0 ? [{ code: RUNNER_UP, title: "the next likely class" }] : []}
              onChoose={(chosen) => set({ against: chosen })}
            />
          </>
        )}
        <TaskButton
          task={explanation}
          title="Explain"
          stopTitle="Stop, keep results"
          disabled={state.isRunning.value}
          onStart={() => void explain()}
        />
        <button
          type="button"
          class="link"
          aria-expanded={isOpen.value}
          onClick={() => {
            isOpen.value = !isOpen.value;
          }}
        >
          {isOpen.value ? "Fewer options" : "More options: cells, method, baseline…"}
        </button>
      </div>
      {isOpen.value && <Details />}
    </>
  );
}

export function GroupSwitch() {
  const groups = why.report.value?.groups ?? [];
  if (groups.length < 2) return null;
  if (groups.length <= 3)
    return (
      <Segments
        label="Group"
        value={why.group.value?.name ?? ""}
        choices={groups.map(({ name }) => ({ value: name, title: shortClass(name), hint: name }))}
        onChoose={(name) => {
          why.focus.value = name;
        }}
      />
    );
  return (
    <label class="field">
      <span>Group</span>
      <select
        value={why.group.value?.name ?? ""}
        onChange={(event) => {
          why.focus.value = event.currentTarget.value;
        }}
      >
        {groups.map(({ name, cells, eligible }) => (
          <option key={name} value={name}>
            {shortClass(name)} ({cells === eligible ? count(cells) : `${count(cells)} of ${count(eligible)}`})
          </option>
        ))}
      </select>
    </label>
  );
}
