import { useMemo } from "preact/hooks";
import { typesBySampleTable } from "../../../exports/types-by-sample";
import { noShares, type TypesBySample } from "../../../contract/types-by-sample";
import { count, many } from "../../../plots/format";
import { MOST_TYPES } from "../../../plots/step-figures";
import * as state from "../../store";
import { ColumnSelect } from "../../ui/column-select";
import { Figure } from "../../ui/figure";
import { Card, CsvButton } from "../../ui/parts";
import { headPlural, headTitle } from "../../ui/words";
import { slotsOf } from "../map/state";
import { bySample, conditionColumn, conditions, ownSamples, samplesColumn } from "./samples-state";

function Controls() {
  return (
    <div class="controls">
      <ColumnSelect label="Samples or donors" value={samplesColumn.value} none="none" onChoose={(name) => (ownSamples.value = name)} />
      {samplesColumn.value !== "" && (
        <ColumnSelect label="Colour by" value={conditionColumn.value} none="nothing else" onChoose={(name) => (conditions.value = name)} />
      )}
    </div>
  );
}

/** What the shares leave out, in words. */
function leftOut({ samples, without, column }: TypesBySample): string {
  const unread = samples.reduce((sum, one) => sum + one.unread, 0);
  return [
    ...(unread > 0 ? [`${many(unread, "cell")} that the model has not read`] : []),
    ...(without > 0 ? [`${many(without, "cell")} without a ${column}`] : []),
  ].join(" and ");
}

function Shares({ found }: { found: TypesBySample }) {
  const { column, condition, samples, classes, phenotype } = found;
  const epoch = state.colorEpoch.value;
  const dark = state.isDark.value;
  const data = useMemo(() => ({ found, slots: slotsOf(condition ?? column) }), [found, epoch, dark]);
  const unknown = samples.reduce((sum, one) => sum + one.unknown, 0);
  const out = leftOut(found);
  return (
    <Figure
      title={`${headTitle(phenotype)} by ${column}`}
      lead={
        <>
          Share of every {column}&apos;s cells by predicted class, {count(new Set(samples.map(({ sample }) => sample)).size)} in all.
          {unknown > 0 && ` Not known: ${many(unknown, "cell")} with no label of the minimum probability, or like no training cell.`}
          {out && ` Left out of the shares: ${out}.`}
          {classes.length > MOST_TYPES && ` The ${MOST_TYPES} commonest ${headPlural(phenotype)} are drawn; the CSV has all.`}
        </>
      }
      name={`${phenotype}-by-sample`}
      data={data}
      draw={(plots, ...rest) => plots.samplePoints(...rest)}
      table={() => typesBySampleTable(found)}
      after={<Controls />}
    />
  );
}

/** Where some cells were read only: their counts, as a table to take away. */
function NoShares({ found, why }: { found: TypesBySample; why: string }) {
  const { phenotype, column } = found;
  return (
    <Card
      title={`${headTitle(phenotype)} by ${column}`}
      lead={why}
      actions={<CsvButton table={() => typesBySampleTable(found)} name={`${phenotype}-by-sample`} />}
    >
      <Controls />
    </Card>
  );
}

/** Predicted classes sample by sample, with samples or donors as points. */
export function SamplesCard() {
  const found = bySample.value;
  if (found?.sampled) return <NoShares found={found} why={noShares(found.sampled)} />;
  if (found) return <Shares found={found} />;
  const hasLabels = state.info.value?.columns.some(({ kind }) => kind !== "number");
  if (!hasLabels || samplesColumn.value !== "") return null;
  return (
    <Card title="Predicted types by sample" lead="Choose a column of samples or donors to see the share of each type in every one of them.">
      <Controls />
    </Card>
  );
}
