import { SEX_WORDS, type SexReport } from "../contract/sex";
import { toCsv, type Table } from "./table-csv";

/** sex.csv as a table: a row a donor, with what the verdict rests on. */
export function sexTable({ units }: Pick<SexReport, "units">): Table {
  return {
    columns: [
      "donor",
      "sex",
      "why",
      "cells",
      "xist_counts",
      "y_counts",
      "all_counts",
      "cells_with_xist_alone",
      "cells_with_y_alone",
      "cells_with_both",
      "expected_with_both",
      "p_as_few_with_both",
    ],
    rows: units.map((one) => [
      one.name,
      SEX_WORDS[one.verdict],
      one.says,
      one.cells,
      one.x,
      one.y,
      one.total,
      one.xOnly,
      one.yOnly,
      one.both,
      one.expectedBoth,
      one.pExclusive,
    ]),
  };
}

export const sexCsv = (report: Pick<SexReport, "units">): string => toCsv(sexTable(report));
