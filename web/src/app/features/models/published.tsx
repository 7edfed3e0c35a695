import { signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { tsvParseRows } from "d3-dsv";
import { count } from "../../../plots/format";
import * as state from "../../store";
import { SortableTable, type SortColumn } from "../../ui/sortable";

interface PublishedModel {
  name: string;
  about: string;
  tissue: string;
  species: string;
  classes: number;
  address: string;
  license: string;
}

const COLUMNS: SortColumn<PublishedModel>[] = [
  {
    key: "name",
    title: "Model",
    by: ({ name }) => name,
    cell: ({ name, about, address, license }) => (
      <>
        <a href={address} target="_blank" rel="noreferrer">
          {name}
        </a>{" "}
        <small>
          {about && `${about}. `}Licence: {license}.
        </small>
      </>
    ),
  },
  { key: "tissue", title: "Tissue", by: ({ tissue }) => tissue, cell: ({ tissue }) => tissue },
  { key: "species", title: "Species", by: ({ species }) => species, cell: ({ species }) => species },
  {
    key: "classes",
    title: "Classes",
    by: ({ classes }) => classes,
    cell: ({ classes }) => (Number.isFinite(classes) ? count(classes) : "–"),
  },
];

/** The published models that can be opened here; models/published.tsv has them. */
async function read(): Promise<PublishedModel[]> {
  const { default: text } = await import("../../../../../models/published.tsv?raw");
  // d3-dsv makes objects by new Function, which the page's policy forbids.
  return tsvParseRows(text)
    .slice(1)
    .map(([name = "", about = "", tissue = "", species = "", classes = "", address = "", license = ""]) => ({
      name,
      about,
      tissue,
      species,
      address,
      license,
      classes: classes === "" ? NaN : Number(classes),
    }));
}

/** Whether the list is asked for from elsewhere; it is then opened and scrolled to. */
const isPublishedOpen = signal(false);

/** Shows where published models are to be found. */
export function showPublished(): void {
  state.choose({ step: "data" });
  isPublishedOpen.value = true;
}

/** Where published models are to be found: links that the user follows. Nothing is fetched. */
export function Published() {
  const models = useSignal<PublishedModel[] | null>(null);
  const list = useRef<HTMLDetailsElement | null>(null);
  const isWanted = isPublishedOpen.value;
  useEffect(() => {
    if (!isWanted) return;
    isPublishedOpen.value = false;
    if (list.current) list.current.open = true;
    list.current?.scrollIntoView({ block: "center" });
    list.current?.querySelector("summary")?.focus();
  }, [isWanted]);
  return (
    <details
      ref={list}
      class="published"
      onToggle={(event) => {
        if (event.currentTarget.open && !models.value)
          void read().then((found) => {
            models.value = found;
          });
      }}
    >
      <summary>Where to find published models</summary>
      <p>
        Follow a link, download the model there, and drop its file on this page. The page itself downloads nothing from these addresses.
      </p>
      {models.value && (
        <SortableTable caption="Published models" columns={COLUMNS} rows={models.value} keyOf={({ name }) => name} first="name" />
      )}
    </details>
  );
}
