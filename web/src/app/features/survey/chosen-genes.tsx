import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { geneGroupsTable, violinTable } from "../../../exports/survey-csv";
import { showGene, showGenes } from "./run";
import * as survey from "./state";
import { call, fail, refuse } from "../../engine-client";
import * as state from "../../store";
import { loadColumn } from "../data/run";
import { slotsOf } from "../map/state";
import { baseName } from "../export/base-name";
import { Figure } from "../../ui/figure";
import { Card, Segments } from "../../ui/parts";

/** Asks for genes by name and adds what is found. */
function AddGenes() {
  const text = useSignal("");
  const found = useSignal<string[]>([]);
  const matrix = state.info.value?.matrix ?? "";
  const suggest = async (typed: string) => {
    const last = typed.split(/[\s,;]+/).at(-1) ?? "";
    found.value = last ? (await call("findGenes", { matrix, text: last, limit: 8 })).map(({ symbol }) => symbol) : [];
  };
  const add = async () => {
    const names = text.value.split(/[\s,;]+/).filter(Boolean);
    const genes: string[] = [];
    const missing: string[] = [];
    for (const name of names) {
      const [best] = await call("findGenes", { matrix, text: name, limit: 1 });
      if (best && best.how !== "part" && best.how !== "prefix") genes.push(best.symbol);
      else missing.push(name);
    }
    if (missing.length > 0) refuse(`The file has no gene named ${missing.join(", ")}.`);
    if (genes.length === 0) return;
    text.value = "";
    showGenes([...new Set([...survey.wanted.value, ...genes])]);
  };
  return (
    <form
      class="controls"
      onSubmit={(event) => {
        event.preventDefault();
        void add().catch(fail);
      }}
    >
      <input
        type="text"
        class="gene"
        list="survey-genes"
        aria-label="Add genes"
        placeholder="Add genes, e.g. CD3E NKG7"
        spellcheck={false}
        autocomplete="off"
        value={text.value}
        onInput={(event) => {
          text.value = event.currentTarget.value;
          void suggest(text.value).catch(() => {});
        }}
      />
      <datalist id="survey-genes">
        {found.value.map((name) => (
          <option key={name} value={[...text.value.split(/[\s,;]+/).slice(0, -1), name].join(" ")} />
        ))}
      </datalist>
      <button type="submit" class="btn" disabled={!text.value.trim()}>
        Add
      </button>
      {survey.wanted.value.length > 0 && (
        <button type="button" class="link" onClick={() => showGenes([])}>
          Remove all
        </button>
      )}
    </form>
  );
}

/** How the plot was last drawn: kept while the page is open. */
const look = { as: "dots" as "dots" | "tiles", isScaled: true };

/** Genes chosen, in every group: a dot plot or a heat map. */
export function ChosenGenes() {
  const found = survey.groups.value;
  const as = useSignal(look.as);
  const isScaled = useSignal(look.isScaled);
  const data = useMemo(() => found && { found, as: as.value, isScaled: isScaled.value }, [found, as.value, isScaled.value]);
  return (
    <>
      <Card
        title="Gene expression by group"
        lead="Initially the top markers of each group. Colour: mean log1p expression; dot size: fraction of cells expressing the gene."
      >
        <AddGenes />
        <div class="controls">
          <Segments
            label="Plot type"
            value={as.value}
            onChoose={(value) => {
              as.value = look.as = value as typeof as.value;
            }}
            choices={[
              { value: "dots", title: "Dot plot" },
              { value: "tiles", title: "Heat map" },
            ]}
          />
          <Segments
            label="Colour scale"
            value={isScaled.value ? "gene" : "all"}
            onChoose={(value) => {
              isScaled.value = look.isScaled = value === "gene";
            }}
            choices={[
              { value: "gene", title: "Scale per gene" },
              { value: "all", title: "Common scale" },
            ]}
          />
        </div>
        {found && found.missing.length > 0 && <p class="after">Not in the file: {found.missing.join(", ")}.</p>}
      </Card>
      {data && data.found.genes.length > 0 && (
        <Figure
          title={as.value === "dots" ? "Dot plot" : "Heat map"}
          name={`${baseName()}-genes-by-group`}
          data={data}
          draw={(plots, ...rest) => plots.dotPlot(...rest)}
          table={() => geneGroupsTable(data.found)}
          after={
            <p class="after genes">
              {data.found.genes.map(({ symbol, gene }) => (
                <button type="button" class="link gene" key={gene} onClick={() => showGene(symbol)}>
                  {symbol}
                </button>
              ))}
            </p>
          }
        />
      )}
    </>
  );
}

/** One gene in every group. */
export function Violin() {
  const found = survey.violin.value;
  const slots = found ? slotsOf(found.by) : null;
  useEffect(() => {
    if (found && found.by !== "clusters") void loadColumn(found.by).catch(fail);
  }, [found]);
  const data = useMemo(() => found && { found, slots: found.groups.map(({ name }) => slots?.get(name) ?? -1) }, [found, slots?.size]);
  if (!data) return null;
  return (
    <Figure
      title={
        <>
          <i class="gene">{data.found.symbol}</i> by group
        </>
      }
      name={`${baseName()}-${data.found.symbol}`}
      data={data}
      draw={(plots, ...rest) => plots.violin(...rest)}
      table={() => violinTable(data.found)}
      lead="Log1p expression. Shape: density of cells, bar: interquartile range, ring: median, diamond: mean."
    />
  );
}
