import { useMemo } from "preact/hooks";
import type { CompareDesign, GeneByDonor } from "../../../contract/compare";
import { geneTable } from "../../../exports/compare-csv";
import { count, many, value } from "../../../plots/format";
import * as state from "../../store";
import { Figure } from "../../ui/figure";
import { Failure } from "../../ui/run-parts";
import { baseName } from "../export/base-name";
import { pointTitle } from "./composition-cards";
import { readingGene } from "./run";
import * as compare from "./state";

/** One gene in every donor, condition and type; the type shown comes first. */
export function GeneCard({ design, found }: { design: CompareDesign; found: GeneByDonor | null }) {
  const first = compare.within.value?.type;
  const data = useMemo(() => {
    if (!found) return null;
    const names = design.types.map(({ type }) => type).filter((type) => found.dots.some((dot) => dot.type === type));
    const order = [...names.filter((type) => type === first), ...names.filter((type) => type !== first)];
    return {
      rows: order.map((type) => ({
        label: type,
        points: found.dots
          .filter((dot) => dot.type === type)
          .map(({ donor, side, logCpm, cells, count: counts }) => ({
            donor,
            side,
            value: logCpm,
            title: pointTitle(design, donor, side, `${value(logCpm)} (${count(counts)} counts in ${many(cells, "cell")})`),
          })),
      })),
      sides: [design.sides[0].label, design.sides[1].label] as const,
      about: `${found.symbol} in every donor`,
      x: `${found.symbol || found.ensemblId}, log2 counts per million`,
      format: (one: number) => value(one),
      isFromZero: false,
    };
  }, [found, design, first]);
  return (
    <>
      <Failure error={readingGene.failure.value} />
      {found && data && (
        <Figure
          title={
            <>
              <i class="gene">{found.symbol || found.ensemblId}</i> in every donor
            </>
          }
          lead="A point is a donor's summed counts of one type."
          name={`${baseName()}-${found.symbol || found.ensemblId}`}
          data={data}
          draw={(plots, ...rest) => plots.donorPoints(...rest)}
          table={() => geneTable(design, found)}
          actions={
            <button
              type="button"
              class="tool"
              onClick={() => state.choose({ colorBy: { kind: "gene", name: found.symbol || found.ensemblId } })}
            >
              Map
            </button>
          }
        />
      )}
    </>
  );
}
