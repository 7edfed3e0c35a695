import { batch } from "@preact/signals";
import * as state from "../../store";
import { headTitle } from "../../ui/words";
import { Segments } from "../../ui/parts";

/** Which question: cell type, tissue, disease... The map follows. */
export function HeadTabs() {
  const choices = state.heads.value.map((head) => ({ value: head.phenotype, title: headTitle(head.phenotype) }));
  if (choices.length < 2) return null;
  const choose = (phenotype: string) =>
    batch(() => {
      state.head.value = phenotype;
      if (state.colorBy.value.kind !== "entropy") state.colorBy.value = { kind: "prediction" };
    });
  return <Segments name="questions" label="Question" choices={choices} value={state.head.value} onChoose={choose} />;
}
