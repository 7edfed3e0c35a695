import type { Annotation } from "../contract/annotation";
import { groupsOfAnnotation, writtenName } from "../contract/annotation-cells";
import type { Consensus } from "../contract/consensus";
import { QUALITY_METRICS, type QualityMetric } from "../contract/survey";
import type { HeadInfo, HeadScores } from "../contract/types";
import { doubletFields } from "./cells-csv";
import { number } from "./csv-fields";
import { perCell, type CellNames } from "./per-cell-csv";

/** What is known of every cell; what is absent or null has no columns. */
export interface CellTableParts {
  annotation: Annotation | null;
  /** The main head of every model. */
  models: readonly { name: string; head: HeadInfo; scores: HeadScores; known: { labels: string[]; codes: Int32Array } }[];
  consensus: Consensus | null;
  /** A number per cell, -1 for none. */
  clusters: Int32Array | null;
  /** x and y interleaved. */
  umap: Float32Array | null;
  quality: Partial<Record<QualityMetric, Float32Array>>;
  doublets: { scores: Float32Array; predicted: Uint8Array } | null;
}

const TITLES: Record<QualityMetric, string> = {
  totals: "total_counts",
  detected: "genes_detected",
  mitochondrial: "mitochondrial_share",
  ribosomal: "ribosomal_share",
  top50: "share_of_top_50_genes",
};

interface Columns {
  titles: string[];
  fields(cell: number): string[];
}

function named(annotation: Annotation): Columns {
  const { codes } = groupsOfAnnotation(annotation);
  const rows = annotation.groups.map((group) => [writtenName(group), group.mark === "named" ? group.ontologyId : ""]);
  return { titles: ["name", "name_ontology_term_id"], fields: (cell) => rows[codes[cell]!] ?? ["", ""] };
}

function predicted({ name, head, scores, known }: CellTableParts["models"][number]): Columns {
  const start = `${name}_${head.phenotype}`;
  const { k, cells, top, probability, entropy } = scores;
  return {
    titles: [start, `${start}_probability`, `${start}_entropy`, `${start}_known`],
    fields(cell) {
      const label = cell < cells ? head.classes[top[cell * k]!]?.label : undefined;
      // Nothing is said of a cell that was not read.
      const level = known.labels[known.codes[cell]!] ?? "";
      return label === undefined ? ["", "", "", level] : [label, number(probability[cell * k]!), number(entropy[cell]!), level];
    },
  };
}

function allColumns({ annotation, models, consensus, clusters, umap, quality, doublets }: CellTableParts): Columns[] {
  const metrics = QUALITY_METRICS.filter((metric) => quality[metric]);
  return [
    ...(annotation ? [named(annotation)] : []),
    ...models.map(predicted),
    ...(consensus
      ? [
          {
            titles: ["consensus", "consensus_share"],
            fields: (cell: number) => {
              const term = consensus.terms[consensus.codes[cell]!];
              return term ? [term.name, number(consensus.share[cell]!)] : ["", ""];
            },
          },
        ]
      : []),
    ...(clusters ? [{ titles: ["cluster"], fields: (cell: number) => [clusters[cell]! < 0 ? "" : String(clusters[cell])] }] : []),
    ...(umap ? [{ titles: ["umap1", "umap2"], fields: (cell: number) => [number(umap[2 * cell]!), number(umap[2 * cell + 1]!)] }] : []),
    { titles: metrics.map((metric) => TITLES[metric]), fields: (cell) => metrics.map((metric) => number(quality[metric]![cell]!)) },
    ...(doublets
      ? [
          {
            titles: ["doublet_score", "predicted_doublet"],
            fields: (cell: number) => doubletFields({ score: doublets.scores[cell]!, isPredicted: doublets.predicted[cell] === 1 }),
          },
        ]
      : []),
  ];
}

/**
 * table.csv: one row a cell with what a spreadsheet is opened for: the sample where files are several, names, each model's label with
 * probability, entropy (nats) and the label at the level that is supported, consensus, cluster, place on the map, quality and doublet
 * score.
 */
export function cellTableCsv(names: CellNames, cells: number, parts: CellTableParts): AsyncGenerator<string> {
  const columns = allColumns(parts);
  return perCell(
    columns.flatMap(({ titles }) => titles),
    cells,
    names,
    (cell) => columns.flatMap(({ fields }) => fields(cell)),
  );
}
