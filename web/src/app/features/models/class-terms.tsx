import { useEffect } from "preact/hooks";
import { useSignal } from "@preact/signals";
import type { TermHit } from "../../../contract/annotation";
import type { ClassInfo, ModelInfo } from "../../../contract/types";
import { count } from "../../../plots/format";
import { call, fail, setClassTerm } from "../../engine-client";
import { CsvButton } from "../../ui/parts";

/** Classes listed at once. */
const LISTED = 150;
const OFFERED = 8;

const ORIGINS = { name: "by its name", rule: "by a rule on names of published models", hand: "chosen by you" } as const;

function TermField({ model, one }: { model: ModelInfo; one: ClassInfo }) {
  const offered = useSignal<TermHit[]>([]);
  const written = useSignal(one.ontologyId);
  useEffect(() => {
    written.value = one.ontologyId;
  }, [one.ontologyId]);
  const list = `terms-${model.name}-${one.label}`.replaceAll(/[^\w-]/g, "_");
  return (
    <>
      <input
        aria-label={`Ontology term of ${one.label}`}
        value={written.value}
        placeholder="none"
        list={list}
        onInput={(event) => {
          const words = event.currentTarget.value;
          written.value = words;
          void call("searchTerms", { words, limit: OFFERED }).then((found) => {
            offered.value = found;
          });
        }}
        onChange={(event) => {
          void setClassTerm(model.name, "cell_type", one.label, event.currentTarget.value.trim()).then((isSet) => {
            if (!isSet) written.value = one.ontologyId;
          });
        }}
      />
      <datalist id={list}>
        {offered.value.map(({ id, name, synonym }) => (
          <option key={id} value={id}>
            {synonym ? `${name} (${synonym})` : name}
          </option>
        ))}
      </datalist>
    </>
  );
}

/** Which Cell Ontology term each cell type of a model is: how its labels are compared with other models' and the file's. */
export function ClassTerms({ model, search }: { model: ModelInfo; search: string }) {
  const names = useSignal<ReadonlyMap<string, string>>(new Map());
  const classes = model.heads.find(({ phenotype }) => phenotype === "cell_type")?.classes ?? [];
  const shown = classes.filter(({ label, ontologyId }) => `${label} ${ontologyId}`.toLowerCase().includes(search));
  const unknown = shown.filter(({ ontologyId }) => ontologyId && !names.value.has(ontologyId)).map(({ ontologyId }) => ontologyId);
  useEffect(() => {
    if (unknown.length === 0) return;
    call("termNames", { ids: unknown }).then((found) => {
      names.value = new Map([...names.value, ...unknown.map((id, i) => [id, found[i]!] as const)]);
    }, fail);
  }, [unknown.join()]);
  if (shown.length === 0) return null;
  const without = classes.filter(({ ontologyId }) => !ontologyId).length;
  const table = () => ({
    columns: ["class", "ontology_id", "term", "found"],
    rows: classes.map(({ label, ontologyId, idBy }) => [
      label,
      ontologyId,
      names.value.get(ontologyId) ?? "",
      idBy ?? (ontologyId ? "model" : ""),
    ]),
  });
  return (
    <details class="terms">
      <summary>
        {count(classes.length)} cell types and their terms{without > 0 && `, ${count(without)} without`}
      </summary>
      <p>
        Terms of the Cell Ontology are how models are compared with each other and with the file&rsquo;s labels. Type a name to find
        another. <CsvButton name={`${model.name}-terms`} table={table} />
      </p>
      <div class="scroll">
        <table class="matches">
          <thead>
            <tr>
              <th scope="col">Class</th>
              <th scope="col" class="left">
                Term
              </th>
              <th scope="col" class="left">
                Name
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, LISTED).map((one) => (
              <tr key={one.label} class={one.ontologyId ? "" : "unmatched"}>
                <td title={one.label}>{one.label}</td>
                <td class="left">
                  <TermField model={model} one={one} />
                </td>
                <td class="left" title={one.idBy && ORIGINS[one.idBy]}>
                  {names.value.get(one.ontologyId) ?? ""}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length > LISTED && <p class="after">{count(shown.length - LISTED)} more: search for them above.</p>}
    </details>
  );
}
