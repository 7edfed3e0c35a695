import type { ComponentChildren } from "preact";
import { useSignal } from "@preact/signals";
import { AddModel } from "../../open/add-model";
import * as state from "../../store";
import { Card } from "../../ui/parts";
import { Term } from "../../ui/tip";
import { knownBy, knows, ModelItem } from "./model-item";
import { Published } from "./published";
import { SampleSelect } from "./sample-select";
import { SearchField } from "../../ui/search-field";

/** The models at hand, what each knows, and which of them run. */
export function ModelsPanel({ children }: { children?: ComponentChildren }) {
  const search = useSignal("");
  const wanted = search.value.trim().toLowerCase();
  const models = state.listedModels.value;
  const found = wanted === "" ? models : models.filter((model) => knows(model, wanted));
  const placeOf = (i: number) => (models.length === 1 ? "only" : i === 0 ? "first" : i === models.length - 1 ? "last" : "between");
  return (
    <Card title={<Term word="coverage">Models</Term>} actions={<AddModel />} lead={state.info.value?.geneVerdict.why}>
      {models.length === 0 && <p class="after">This copy of the page comes without models.</p>}
      {models.length > 0 && (
        <>
          <SearchField label="Search the classes of the models" placeholder="Search classes: macrophage, CL:0000236" search={search} />
          {wanted !== "" && (
            <p class="after" role="status">
              {knownBy(found)}
            </p>
          )}
          <ul class="coverage model-list">
            {found.map((model) => (
              <ModelItem key={model.name} model={model} search={wanted} place={placeOf(models.indexOf(model))} />
            ))}
          </ul>
        </>
      )}
      <SampleSelect />
      {children}
      <Published />
    </Card>
  );
}
