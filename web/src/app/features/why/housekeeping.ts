import { useMemo } from "preact/hooks";
import type { AttributionReport } from "../../../contract/operations/attribution";
import { call } from "../../engine-client";
import { useAnswer } from "../../ui/answer";
import { withoutHousekeeping } from "../survey/state";

/** Whether a gene of the report is listed: all are, unless mitochondrial genes and those of ribosomal proteins are left out. */
export function useListed({ symbols, ensemblIds }: AttributionReport): (gene: number) => boolean {
  const isOff = !withoutHousekeeping.value;
  // Genes of a model, which are the same whatever is explained.
  const key = isOff ? null : JSON.stringify([symbols.length, symbols[0], symbols.at(-1)]);
  const { value: kinds } = useAnswer(key, () => call("geneKinds", { symbols: [...symbols], ensemblIds: [...ensemblIds] }));
  return useMemo(() => (gene: number) => isOff || !kinds?.[gene], [isOff, kinds]);
}
