import { useSignal } from "@preact/signals";
import { Dialog } from "../ui/dialog";
import { isHelpOpen, SHORTCUTS } from "./keys";
import { MEANINGS, termTitle, type Word } from "../ui/words";
import { SearchField } from "../ui/search-field";

/** The glossary and the keyboard shortcuts; over the page, until it is closed. */
export function Help() {
  const search = useSignal("");
  if (!isHelpOpen.value) return null;
  const wanted = search.value.trim().toLowerCase();
  const terms = (Object.keys(MEANINGS) as Word[])
    .map((word) => ({ word, title: termTitle(word), text: MEANINGS[word] }))
    .filter(({ title, text }) => `${title} ${text}`.toLowerCase().includes(wanted))
    .sort((a, b) => a.title.localeCompare(b.title));
  return (
    <Dialog
      title="Glossary and keyboard shortcuts"
      onClose={() => {
        isHelpOpen.value = false;
      }}
    >
      <h3>Keyboard shortcuts</h3>
      <ul class="keys">
        {SHORTCUTS.map(({ keys, does }) => (
          <li key={does}>
            <span>
              {keys.map((key) => (
                <kbd key={key}>{key === "Escape" ? "Esc" : key}</kbd>
              ))}
            </span>{" "}
            {does}
          </li>
        ))}
      </ul>
      <h3>Glossary</h3>
      <SearchField label="Search the glossary" placeholder={`Search ${Object.keys(MEANINGS).length} terms`} search={search} />
      <dl>
        {terms.map(({ word, title, text }) => (
          <>
            <dt key={word}>{title}</dt>
            <dd>{text}</dd>
          </>
        ))}
      </dl>
      {terms.length === 0 && <p>No matching term.</p>}
    </Dialog>
  );
}
