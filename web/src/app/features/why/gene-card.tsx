import type { AttributionReport } from "../../../contract/operations/attribution";
import { shortClass } from "../../../plots/class-names";
import { value } from "../../../plots/format";
import * as state from "../../store";
import { paint } from "./run";
import * as why from "./state";
import { Card, Segments } from "../../ui/parts";

/** One gene: its expression and its attribution over the map, its numbers in every group, and where to read more. */
export function GeneCard({ report }: { report: AttributionReport }) {
  const gene = why.gene.value;
  if (gene === null) return null;
  const symbol = report.symbols[gene]!;
  const id = report.ensemblIds[gene]!;
  const color = state.colorBy.value;
  const shown = (color.kind === "gene" || color.kind === "attribution") && color.name === symbol ? color.kind : "";
  const show = (kind: string) => {
    if (kind === "gene") state.choose({ colorBy: { kind: "gene", name: symbol } });
    else paint(gene);
  };
  const groups = report.groups
    .filter(({ meanAbs }) => meanAbs[gene]! > 0)
    .sort((a, b) => Math.abs(b.mean[gene]!) - Math.abs(a.mean[gene]!))
    .slice(0, 6);
  const most = Math.max(...groups.map(({ mean }) => Math.abs(mean[gene]!)), 1e-12);
  return (
    <Card
      title={<i class="gene">{symbol}</i>}
      actions={
        <button
          type="button"
          class="tool"
          onClick={() => {
            why.gene.value = null;
          }}
        >
          Close
        </button>
      }
      lead={
        id ? (
          <>
            See{" "}
            <a href={`https://www.ensembl.org/id/${encodeURIComponent(id)}`} target="_blank" rel="noreferrer">
              Ensembl
            </a>{" "}
            or{" "}
            <a href={`https://www.ncbi.nlm.nih.gov/gene/?term=${encodeURIComponent(id)}`} target="_blank" rel="noreferrer">
              NCBI Gene
            </a>{" "}
            <small>({id}; opens an external site)</small>
          </>
        ) : undefined
      }
    >
      <Segments
        label={`${symbol} on the map`}
        value={shown}
        onChoose={show}
        choices={[
          { value: "gene", title: "Expression on map" },
          { value: "attribution", title: "Attribution on map" },
        ]}
      />
      <div class="sharebars">
        {groups.map((group) => (
          <div class="p" key={group.name}>
            <span class="t" style={{ "--w": `${Math.round((Math.abs(group.mean[gene]!) / most) * 100)}%` }}>
              <span title={group.name}>{shortClass(group.name)}</span>
            </span>
            <em>{value(group.mean[gene]!)}</em>
          </div>
        ))}
      </div>
    </Card>
  );
}
