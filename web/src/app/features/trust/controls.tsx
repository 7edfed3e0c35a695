import * as state from "../../store";
import { setLabelColumn } from "./run";
import { donors, scoring, section, type Section } from "./state";
import { ColumnSelect } from "../../ui/column-select";
import { headTitle } from "../../ui/words";
import { Segments } from "../../ui/parts";

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
  groups: "Per group",
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
