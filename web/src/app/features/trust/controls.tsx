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

/** Where the labels are, whose cells belong together, and what counts as right. */
export function TrustControls() {
  const head = state.head.value;
  return (
    <div class="asks">
      <ColumnSelect
        label={`${headTitle(head)} labels are in`}
        value={state.labelColumn.value}
        none="no column"
        onChoose={(name) => setLabelColumn(head, name)}
      />
      <ColumnSelect
        label="Donors are in"
        value={donors.value}
        none="no column"
        hasNumbers
        onChoose={(name) => {
          donors.value = name;
        }}
      />
      <Segments
        label="What counts as right"
        value={scoring.value}
        onChoose={(value) => {
          scoring.value = value as typeof scoring.value;
        }}
        choices={[
          { value: "strict", title: "The label itself", hint: "Only the class the label stands for is right" },
          { value: "ontology", title: "or a subtype", hint: "By the ontology: a subtype of the label is right too, a parent is wrong" },
        ]}
      />
    </div>
  );
}

const TITLES: Record<Section, string> = {
  accuracy: "Right?",
  confidence: "How sure?",
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
