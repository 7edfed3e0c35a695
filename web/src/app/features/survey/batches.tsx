import type { IntegrationReport, Mixing } from "../../../contract/integrate";
import { integrationTable } from "../../../exports/integration";
import { count, many, score } from "../../../plots/format";
import { baseName } from "../export/base-name";
import { Card, CsvButton, Note, Segments } from "../../ui/parts";
import { ColumnSelect } from "../../ui/column-select";
import * as state from "../../store";
import { setBatches } from "./run";
import * as survey from "./state";

const METHODS = [
  { value: "none", title: "None", hint: "Neighbours are sought in the components as they are" },
  { value: "harmony", title: "Harmony", hint: "Soft clusters whose batches are mixed (Korsunsky et al. 2019)" },
  { value: "mnn", title: "MNN", hint: "Batches merged one by one by mutual nearest neighbours (Haghverdi et al. 2018)" },
];

/** Which batches are laid over each other before neighbours are sought, and how. */
export function BatchControls() {
  if (survey.columns.value.length === 0 || survey.representation.value.kind !== "components") return null;
  const column = survey.batchColumn.value;
  return (
    <div class="controls">
      <ColumnSelect label="Batch" value={column} none="none" onChoose={(name) => setBatches({ batch: name })} />
      <div class="field">
        <span>Correction</span>
        <Segments
          label="Batch correction"
          value={column === "" ? "none" : survey.method.value}
          choices={METHODS.map((one) => ({ ...one, disabled: column === "" && one.value !== "none" }))}
          onChoose={(method) => setBatches({ method: method as typeof survey.method.value })}
        />
      </div>
      {survey.method.value === "harmony" && column !== "" && (
        <ColumnSelect
          label="And by"
          value={survey.covariates.value[0] ?? ""}
          none="nothing else"
          onChoose={(name) => setBatches({ covariates: name ? [name] : [] })}
        />
      )}
    </div>
  );
}

const figure = (value: number | null) => (value === null || Number.isNaN(value) ? "–" : score(value));

interface Measure {
  key: keyof Mixing;
  title: string;
  about: string;
}

const MEASURES: Measure[] = [
  { key: "batchLisi", title: "iLISI", about: "mixing of batches among neighbours: 0 one batch, 1 all alike" },
  { key: "kbet", title: "kBET acceptance", about: "cells whose neighbours have the batches in their shares" },
  { key: "batchSilhouette", title: "Silhouette, batch", about: "1: batches lie over each other within types" },
  { key: "labelLisi", title: "cLISI", about: "1: neighbours are of one type" },
  { key: "labelSilhouette", title: "Silhouette, type", about: "1: types lie apart" },
  { key: "ari", title: "ARI", about: "types and Leiden clusters; 1: the same division" },
  { key: "nmi", title: "NMI", about: "the same by information" },
];

/** What the correction did: metrics before and after, and each sample's neighbours of their own type. */
export function IntegrationCard({ found }: { found: IntegrationReport }) {
  const { before, after, columns, labels, warnings, says, cells, drawn, converged, rounds, method } = found;
  const own = after.ownLabel?.map((one, i) => ({ ...one, was: before.ownLabel![i]!.share })) ?? [];
  return (
    <Card
      title="What the correction did"
      lead={says}
      actions={<CsvButton table={() => integrationTable(found)} name={`${baseName()}-integration`} />}
    >
      {warnings.map((one) => (
        <Note key={one}>{one}</Note>
      ))}
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">Metric</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
            </tr>
          </thead>
          <tbody>
            {MEASURES.filter(({ key }) => before[key] !== null).map(({ key, title, about }) => (
              <tr key={key}>
                <td>
                  {title} <small>{about}</small>
                </td>
                <td>{figure(before[key] as number | null)}</td>
                <td>{figure(after[key] as number | null)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {own.length > 0 && (
        <div class="wide">
          <table>
            <thead>
              <tr>
                <th scope="col">Neighbours of the own type, by {columns[0]}</th>
                <th scope="col">Before</th>
                <th scope="col">After</th>
                <th scope="col">Chance</th>
              </tr>
            </thead>
            <tbody>
              {own.map(({ batch, was, share, expected }) => (
                <tr key={batch}>
                  <td>{batch}</td>
                  <td>{figure(was)}</td>
                  <td>{figure(share)}</td>
                  <td>{figure(expected)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p class="after">
        {method === "harmony" ? `${many(rounds, "correction")}${converged ? "" : ", not settled"}` : `${many(rounds, "merge")}`} of{" "}
        {columns.join(", ")} on {count(cells)} cells
        {drawn < cells ? `; measured on ${count(drawn)} drawn of them` : ""}
        {labels ? `; types: ${state.modelByName.value.get(labels)?.title ?? labels}` : ""}.
      </p>
    </Card>
  );
}
