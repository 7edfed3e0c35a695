import { useSignal } from "@preact/signals";
import { knownClasses, learnedFrom, mostTissues, origins, originWords } from "../../../contract/known-classes";
import type { ClassInfo, Phenotype } from "../../../contract/types";
import { count } from "../../../plots/format";
import { Dialog } from "../../ui/dialog";
import { CsvButton, Segments } from "../../ui/parts";
import { SortableTable, type SortColumn } from "../../ui/sortable";
import { headPlural, headTitle } from "../../ui/words";
import { listed, type Listed } from "./listed";
import { SearchField } from "../../ui/search-field";

const COLUMNS: SortColumn<ClassInfo>[] = [
  { key: "class", title: "Class", by: ({ label }) => label, cell: ({ label }) => label },
  {
    key: "cells",
    title: "Learned from",
    by: ({ cells }) => cells ?? -1,
    cell: (one) => <span class={one.cells === 0 ? "warned" : ""}>{learnedFrom(one) || "not stated"}</span>,
  },
  { key: "id", title: "Ontology", by: ({ ontologyId }) => ontologyId, cell: ({ ontologyId }) => ontologyId || "–" },
];

function List({ title, models, phenotype: first }: Listed) {
  const search = useSignal("");
  const phenotype = useSignal<Phenotype>(first);
  const wanted = search.value.trim().toLowerCase();
  const phenotypes = [...new Set(models.flatMap(({ heads }) => heads.map((head) => head.phenotype)))];
  const classes = knownClasses(models, phenotype.value);
  const shown = classes.filter(({ label, ontologyId }) => `${label} ${ontologyId}`.toLowerCase().includes(wanted));
  const words = originWords(classes, phenotype.value === "cell_type" ? mostTissues(models) : []);
  return (
    <Dialog
      title={title}
      onClose={() => {
        listed.value = null;
      }}
    >
      {phenotypes.length > 1 && (
        <Segments
          label="Classes of"
          choices={phenotypes.map((value) => ({ value, title: headTitle(value) }))}
          value={phenotype.value}
          onChoose={(value) => {
            phenotype.value = value;
          }}
        />
      )}
      <p>
        {count(classes.length)} {headPlural(phenotype.value)}
        {words && `: ${words}`}.{" "}
        {origins(classes).profiles > 0 &&
          "Profiles are means of clusters or bulk samples: a class known from them alone may be missed in real cells, so check such " +
            "labels by marker genes. "}
        A cell of a class that is not listed is called the most similar one that is.
      </p>
      <div class="controls">
        <SearchField label="Search the classes" placeholder="Search: macrophage, CL:0000235" search={search} />
        <CsvButton
          name={`classes-${phenotype.value}`}
          table={() => ({
            columns: ["class", "ontology_id", "real_cells"],
            rows: classes.map(({ label, ontologyId, cells }) => [label, ontologyId, cells ?? ""]),
          })}
        />
      </div>
      <SortableTable caption="Classes" columns={COLUMNS} rows={shown} keyOf={({ label }) => label} first="cells" />
      {shown.length === 0 && <p role="status">No class has these words: its cells are called something else.</p>}
    </Dialog>
  );
}

/** The classes of some models, with what each was learned from; over the page, until it is closed. */
export function ClassList() {
  const now = listed.value;
  return now && <List key={now.title} {...now} />;
}
