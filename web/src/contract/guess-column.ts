import type { ColumnInfo, Phenotype } from "./types";

/** Names that columns of obs go by, the likeliest first, lower case with `_` for every other sign. */
const NAMES: Record<string, string[]> = {
  cell_type: [
    "cell_type",
    "celltype",
    "cell_types",
    "celltypes",
    "author_cell_type",
    "cell_ontology_class",
    "cell_type_original",
    "cell_label",
    "cell_annotation",
    "annotation",
    "annotations",
    "annot",
    "celltype_annotation",
    "cell_identity",
    "cell_type_ontology_term_id",
    "predicted_celltype",
    "ident",
    "labels",
    "label",
    "cell",
    "type",
    "louvain",
    "leiden",
    "cluster",
    "clusters",
  ],
  tissue: ["tissue", "tissue_general", "organ", "tissue_type", "tissue_name", "tissue_ontology_term_id"],
  disease: ["disease", "disease_state", "disease_status", "diagnosis", "condition", "disease_ontology_term_id"],
  sex: ["sex", "gender", "donor_sex", "sex_ontology_term_id"],
  life_stage: ["life_stage", "lifestage", "development_stage", "developmental_stage", "age_group", "age_category", "stage"],
};

const normal = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_|_$/g, "");

/** What an annotated file holds of a model's predictions: no labels to score models by. */
const OWN = /^phenolens\d*_/;

/** The column most likely to hold a head's labels, or "" where no name fits. Numbers and predictions written here are never labels. */
export function guessColumn(phenotype: Phenotype, columns: readonly ColumnInfo[]): string {
  const labels = columns.filter((column) => column.kind !== "number" && column.categories !== 1 && !OWN.test(column.name));
  const wanted = NAMES[phenotype] ?? [normal(phenotype)];
  for (const name of wanted) {
    const found = labels.find((column) => normal(column.name) === name);
    if (found) return found.name;
  }
  const [first] = wanted;
  return labels.find((column) => normal(column.name).includes(first))?.name ?? "";
}
