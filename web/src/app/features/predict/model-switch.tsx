import * as state from "../../store";
import { Segments, type Choice } from "../../ui/parts";

/** Whose predictions are shown: a model's, or on the map the file's own labels. */
export function ModelSwitch({ hasFile }: { hasFile?: boolean }) {
  const models = [...state.usableModels.value].reverse();
  if (models.length === 0) return null;
  const choices: Choice[] = models.map((model) => {
    const isReady = (state.runByModel.value.get(model.name)?.cells ?? 0) > 0;
    return {
      value: model.name,
      title: state.modelLabel(model),
      disabled: !isReady,
      hint: isReady ? model.title : `${model.title} has not started`,
    };
  });
  if (hasFile) {
    const column = state.labelColumn.value;
    choices.push({
      value: "file",
      title: "Labels",
      disabled: !column,
      hint: column ? `Column ${column}` : "No label column selected (see Trust)",
    });
  }
  const choose = (value: string) =>
    state.choose(value === "file" ? { byFile: true, colorBy: { kind: "prediction" } } : { byFile: false, model: value });
  const isFile = hasFile && state.byFile.value && state.colorBy.value.kind === "prediction" && state.labelColumn.value !== "";
  return (
    <Segments
      name="models"
      label="Predictions of"
      choices={choices}
      value={isFile ? "file" : (state.activeModel.value?.name ?? "")}
      onChoose={choose}
    />
  );
}
