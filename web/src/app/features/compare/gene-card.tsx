import { useMemo } from "preact/hooks";
import type { CompareDesign, GeneByDonor } from "../../../contract/compare";
import { geneTable } from "../../../exports/compare-csv";
import * as state from "../../store";
import { Figure } from "../../ui/figure";
import { Failure } from "../../ui/run-parts";
import { baseName } from "../export/base-name";
import { geneByDonorView } from "../../../plots/step-figures";
import { readingGene } from "./run";
import * as compare from "./state";

/** One gene in every donor, condition and type; the type shown comes first. */
export function GeneCard({ design, found }: { design: CompareDesign; found: GeneByDonor | null }) {
  const first = compare.within.value?.type;
  const data = useMemo(() => found && geneByDonorView(design, found, first), [found, design, first]);
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
