import { useSignal } from "@preact/signals";
import { useId, useRef } from "preact/hooks";
import { call, fail, refuse } from "../engine-client";
import { colorBy, genes, shownMatrix } from "../store";

/** Asks for a gene by symbol or id, with suggestions from the file's own. */
export function GeneBox({ gene, onDone }: { gene: string; onDone(): void }) {
  const list = useId();
  const suggestions = useSignal<string[]>([]);
  const text = useSignal(gene);
  const asked = useRef(0);

  const take = (name: string) => {
    colorBy.value = { kind: "gene", name };
    onDone();
  };
  const suggest = async (prefix: string) => {
    const mine = ++asked.current;
    const found = await call("suggestGenes", { matrix: shownMatrix.value, prefix, limit: 12 });
    if (mine === asked.current) suggestions.value = found;
    return found;
  };
  const onInput = (value: string) => {
    text.value = value;
    // A pick from the list arrives as one input that equals a suggestion.
    if (suggestions.value.includes(value)) take(value);
    else if (value.trim()) void suggest(value.trim()).catch(() => {});
  };
  const onSubmit = async () => {
    const wanted = text.value.trim();
    if (!wanted) return onDone();
    const found = await suggest(wanted);
    const exact = found.find((name) => name.toLowerCase() === wanted.toLowerCase()) ?? found[0];
    if (exact) {
      text.value = exact;
      take(exact);
    } else refuse(`The file has no gene named ${wanted}.`);
  };
  return (
    <form
      class="genebox"
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit().catch(fail);
      }}
    >
      <input
        type="text"
        class="gene"
        list={list}
        aria-label="Gene"
        placeholder="Gene, e.g. NKG7"
        spellcheck={false}
        autocomplete="off"
        autoFocus={!gene}
        value={text.value}
        aria-busy={gene !== "" && !genes.value.has(gene)}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      <datalist id={list}>
        {suggestions.value.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </form>
  );
}
