import { useMemo } from "preact/hooks";
import type { ClusterAgreement, Representation } from "../../../contract/survey";
import { count, duration, many, score } from "../../../plots/format";
import { agreementView } from "../../../plots/step-figures";
import { agreementTable } from "../../../exports/survey-csv";
import { exportClusters, exportUmap } from "./files";
import { BatchControls, IntegrationCard } from "./batches";
import { ResolutionSlider } from "./resolution";
import { compare, runClusters } from "./run";
import * as survey from "./state";
import { fail } from "../../engine-client";
import * as state from "../../store";
import { SURVEY_UMAP } from "./layout";
import { baseName } from "../export/base-name";
import { Figure } from "../../ui/figure";
import { Kpi } from "../../ui/parts";
import { SplitMap } from "./split-map";
import { RunButton, SurveyFailure } from "./parts";
import { Term } from "../../ui/tip";

const keyOf = (space: Representation) =>
  space.kind === "model" ? `model:${space.model}` : space.kind === "embedding" ? `embedding:${space.name}` : "components";
function representationOf(key: string): Representation {
  if (key.startsWith("model:")) return { kind: "model", model: key.slice(6) };
  return key.startsWith("embedding:") ? { kind: "embedding", name: key.slice(10) } : { kind: "components" };
}

function SpaceSelect() {
  const models = state.usableModels.value.filter((model) => (state.runByModel.value.get(model.name)?.cells ?? 0) > 0);
  const choose = (key: string) => {
    survey.representation.value = representationOf(key);
    survey.forgetFrom("neighbors");
  };
  return (
    <label class="field wide">
      <span>
        <Term word="neighbors">Neighbours from</Term>
      </span>
      <select value={keyOf(survey.representation.value)} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="components">PCA of variable genes</option>
        {models.map((model) => (
          <option key={model.name} value={`model:${model.name}`}>
            embedding of {state.modelLabel(model)}
          </option>
        ))}
        {state.info.value?.embeddings.map((name) => (
          <option key={name} value={`embedding:${name}`}>
            {name} (file)
          </option>
        ))}
      </select>
    </label>
  );
}

function Agreement({ found }: { found: ClusterAgreement }) {
  const data = useMemo(() => agreementView(found), [found]);
  return (
    <Figure
      title={`Clusters compared with ${found.column}`}
      name={`${baseName()}-clusters-${found.column}`}
      data={data}
      draw={(plots, ...rest) => plots.groupHeat(...rest)}
      table={() => agreementTable(found)}
      lead={
        `Clusters of the cells of each label. Adjusted Rand index ${score(found.ari)}, normalized mutual ` +
        `information ${score(found.nmi)}, ${many(found.cells, "cell")}.`
      }
      actions={
        <select
          aria-label="Compare clusters with"
          value={found.column}
          onChange={(event) => {
            survey.agreementColumn.value = event.currentTarget.value;
            void compare().catch(fail);
          }}
        >
          {survey.columns.value.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      }
    />
  );
}

/** The neighbour graph, its UMAP and its Leiden clusters. */
export function ClustersSection() {
  const { neighbors, clusters } = survey;
  const [near, found, agreement] = [neighbors.value, clusters.value, survey.agreement.value];
  return (
    <>
      <div class="fields">
        <SpaceSelect />
        <ResolutionSlider />
      </div>
      <BatchControls />
      <div class="controls">
        <RunButton
          title={found && survey.layout.value ? "Re-cluster" : "Cluster cells"}
          disabled={state.isRunning.value || (found !== null && survey.layout.value !== null)}
          onRun={() => void runClusters()}
        />
        {survey.layout.value && (
          <button
            type="button"
            class="link"
            onClick={() => {
              state.choose({ layout: SURVEY_UMAP, colorBy: { kind: "clusters" } });
            }}
          >
            Show on map
          </button>
        )}
      </div>
      <SurveyFailure section="clusters" />
      {!found && !survey.busy.value && (
        <p class="lead">
          Runs variable genes, PCA, the graph of 15 nearest neighbours, UMAP and Leiden clustering in turn
          {survey.usedMask.value ? `, on the ${count(survey.mask.value!.kept)} cells within the quality limits` : ""}. Each step can be
          changed and stopped.
        </p>
      )}
      {found && near && (
        <>
          <div class="kpis three">
            <Kpi
              label={<Term word="leiden">Clusters</Term>}
              value={count(found.clusters)}
              note={`${count(found.sizes.at(-1) ?? 0)} – ${many(found.sizes[0] ?? 0, "cell")}`}
            />
            <Kpi label={<Term word="modularity">Modularity</Term>} value={score(found.modularity)} note={`in ${duration(found.seconds)}`} />
            <Kpi
              label="Neighbours"
              value={count(near.k)}
              note={`${near.exact ? "exact" : "HNSW"}, ${near.dims} dimensions, ${duration(near.seconds)}`}
            />
          </div>
          <p class="after">
            Download CSV:{" "}
            <button type="button" class="tool" onClick={() => void exportClusters().catch(fail)}>
              clusters
            </button>
            {survey.layout.value && (
              <>
                {" "}
                <button type="button" class="tool" onClick={() => void exportUmap().catch(fail)}>
                  UMAP
                </button>
              </>
            )}
          </p>
          <div class="controls">
            <button
              type="button"
              class="link"
              onClick={() => {
                survey.groupsBy.value = "clusters";
                survey.section.value = "markers";
              }}
            >
              Find cluster markers
            </button>
            <button type="button" class="link" onClick={() => state.choose({ step: "annotate" })}>
              Name the clusters
            </button>
          </div>
          {survey.integration.value && near.of.kind === "integrated" && <IntegrationCard found={survey.integration.value} />}
          <SplitMap />
          {agreement && <Agreement found={agreement} />}
        </>
      )}
    </>
  );
}
