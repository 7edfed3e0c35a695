import type { ColumnInfo } from "../../../contract/types";
import { count } from "../../../plots/format";
import * as state from "../../store";
import { setLabelColumn } from "./run";
import { donors, scoring, section, type Section } from "./state";
import { headTitle } from "../../ui/words";
import { Segments } from "../../ui/parts";

interface ColumnSelectProps {
  label: string;
  value: string;
  onChoose(name: string): void;
  /** What choosing none is called; absent where one must be chosen. */
  none?: string;
  hasNumbers?: boolean;
}

/** A select of the file's columns. */
export function ColumnSelect({ label, value, onChoose, none, hasNumbers = false }: ColumnSelectProps) {
  const usable = state.info.value?.columns.filter((column) => hasNumbers || column.kind !== "number") ?? [];
  const title = (column: ColumnInfo) => `${column.name}${column.categories ? ` (${count(column.categories)})` : ""}`;
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {usable.map((column) => (
          <option key={column.name} value={column.name}>
            {title(column)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Which columns hold labels and donors, and which predictions count as correct. */
export function TrustControls() {
  const head = state.head.value;
  return (
    <div class="asks">
      <ColumnSelect
        label={`${headTitle(head)} labels`}
        value={state.labelColumn.value}
        none="no column"
        onChoose={(name) => setLabelColumn(head, name)}
      />
      <ColumnSelect
        label="Donors"
        value={donors.value}
        none="no column"
        hasNumbers
        onChoose={(name) => {
          donors.value = name;
        }}
      />
      <Segments
        label="Correct prediction"
        value={scoring.value}
        onChoose={(value) => {
          scoring.value = value as typeof scoring.value;
        }}
        choices={[
          { value: "strict", title: "Exact label", hint: "Only the class that the label stands for is correct" },
          {
            value: "ontology",
            title: "Label or subtype",
            hint: "By the Cell Ontology: a subtype of the label is also correct, a parent is not",
          },
        ]}
      />
    </div>
  );
}

const TITLES: Record<Section, string> = {
  accuracy: "Accuracy",
  confidence: "Calibration",
  entropy: "Entropy",
  unknown: "Unknown cells",
  models: "Models",
};

export function SectionTabs() {
  return (
    <Segments
      label="Parts of trust"
      value={section.value}
      onChoose={(value) => {
        section.value = value as Section;
      }}
      choices={Object.entries(TITLES).map(([value, title]) => ({ value, title }))}
    />
  );
}
