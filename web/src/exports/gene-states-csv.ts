import type { GeneStatesReport } from "../contract/operations/gene-states";
import type { Table } from "./table-csv";

const digits = (value: number) => Number(value.toPrecision(7));

/** gene-context.csv: every pair of contexts, and how alike the gene's mean states in them are. */
export function alikeTable({ gene, contexts, alike }: GeneStatesReport): Table {
  return {
    columns: ["gene", "context", "other", "cosine", "cells", "cells_reading", "cells_used"],
    rows: contexts.flatMap((a, i) => contexts.map((b, j) => [gene, a.name, b.name, digits(alike[i]![j]!), a.cells, a.read, a.used])),
  };
}

/** gene-context-nearest.csv: the genes nearest to it in each context. */
export function nearestTable({ gene, contexts }: GeneStatesReport): Table {
  return {
    columns: ["gene", "context", "rank", "nearest", "cosine", "cells"],
    rows: contexts.flatMap(({ name, nearest }) => nearest.map((one, i) => [gene, name, i + 1, one.gene, digits(one.cosine), one.cells])),
  };
}

/** gene-context-spread.csv: spread over the contexts, of the gene and of the matched ones. */
export function spreadTable({ gene, spread, contexts }: GeneStatesReport): Table {
  const own = { gene, spread: spread.gene, cells: contexts.reduce((sum, { used }) => sum + used, 0) };
  return {
    columns: ["gene", "matched", "spread", "cells"],
    rows: [own, ...spread.controls].map((one, i) => [one.gene, i === 0 ? "no" : "yes", digits(one.spread), one.cells]),
  };
}

/** gene-context-map.csv: where each cell's state lies. */
export function stateMapTable({ contexts, cells, of, xy, layout }: GeneStatesReport): Table {
  return {
    columns: ["cell", "context", `${layout}_1`, `${layout}_2`],
    rows: Array.from(cells, (cell, i) => [cell, contexts[of[i]!]!.name, digits(xy[2 * i]!), digits(xy[2 * i + 1]!)]),
  };
}
