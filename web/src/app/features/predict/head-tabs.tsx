import * as state from "../../store";
import { headTitle } from "../../ui/words";
import { Segments } from "../../ui/parts";

/** Which phenotype: cell type, tissue, disease... The map follows. */
export function HeadTabs() {
  const choices = state.heads.value.map((head) => ({ value: head.phenotype, title: headTitle(head.phenotype) }));
  if (choices.length < 2) return null;
  const choose = (phenotype: string) =>
    state.choose({ head: phenotype, ...(state.colorBy.value.kind === "entropy" ? {} : { colorBy: { kind: "prediction" as const } }) });
  return <Segments name="questions" label="Phenotype" choices={choices} value={state.head.value} onChoose={choose} />;
}
