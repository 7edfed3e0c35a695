import { askedTable } from "./find";

/** Asks what a table of numbers holds, where its names do not tell. */
export function TableForm() {
  const now = askedTable.value;
  if (!now) return null;
  const { name, profiles, answer } = now;
  return (
    <form
      class="asked"
      aria-label={`What ${name} holds`}
      onSubmit={(event) => {
        event.preventDefault();
        answer("cells");
      }}
    >
      <p>
        <b>{name}</b> is a table of genes and {profiles.join(", ")}, ... What are these?
      </p>
      <span class="tools">
        <button type="submit" class="btn primary">
          Cells or samples to analyse
        </button>
        <button type="button" class="btn" onClick={() => answer("profiles")}>
          Cell types of a reference: a model
        </button>
        <button type="button" class="btn" onClick={() => answer(null)}>
          Cancel
        </button>
      </span>
    </form>
  );
}
