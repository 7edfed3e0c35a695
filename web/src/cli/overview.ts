import { toWire } from "../contract/errors";
import { chosenHead } from "../contract/obs-columns";
import type { ClusterReport, QualityReport } from "../contract/survey";
import type { Annotation } from "../contract/annotation";
import type { Consensus } from "../contract/consensus";
import type { ModelInfo } from "../contract/types";
import type { Overview } from "../exports/overview-html";
import { clusterRows, namesOfClusters, whereTheyDiffer, type MainScores } from "../exports/overview-tables";
import { drawInto } from "../plots/drawing-document";
import type { Engine } from "./engine";
import { mapsOf } from "./maps";
import { SvgDocument } from "./svg-document";

/** What tables and reports show of a file beside single models' files. */
export interface FoundOfAll {
  main: MainScores[];
  consensus: Consensus | null;
  /** Null where none were found. */
  clusters: ClusterReport | null;
  /** x and y interleaved. */
  umap: Float32Array | null;
  quality: QualityReport;
}

export interface AllQuestion {
  matrix: string;
  lanes: number;
  seed: number;
  /** Of the clusters, where some were found. */
  resolution: number;
}

/** Null where there is nothing to ask of, or too many cells to ask. */
async function whereThereIs<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    const { code } = toWire(error);
    if (code === "bad-input" || code === "unsupported") return null;
    throw error;
  }
}

async function consensusOf(engine: Engine, models: readonly ModelInfo[]): Promise<Consensus | null> {
  const phenotype = "cell_type";
  const able = models.filter(({ heads }) => heads.some((head) => head.phenotype === phenotype)).map(({ name }) => name);
  return able.length < 2 ? null : whereThereIs(engine.call("consensus", { phenotype, models: able }));
}

/** Main heads, consensus, clusters and their map where clusters were looked for (else the first model's), quality. */
export async function foundOfAll(
  engine: Engine,
  ran: readonly ModelInfo[],
  { matrix, lanes, seed, resolution }: AllQuestion,
): Promise<FoundOfAll> {
  const main: MainScores[] = [];
  for (const model of ran) {
    const phenotype = chosenHead([model])?.phenotype;
    const head = model.heads.find((one) => one.phenotype === phenotype);
    if (head) main.push({ model, head, scores: await engine.call("scores", { model: model.name, phenotype: head.phenotype }) });
  }
  const quality = await engine.call("surveyQuality", { matrix, mads: 3, lanes });
  const clusters = await whereThereIs(engine.call("surveyClusters", { resolution, seed }));
  const ofClusters = clusters && (await whereThereIs(engine.call("surveyLayout", { seed, minDist: 0.5, epochs: 0 })));
  const [first] = ran;
  const map = ofClusters ?? (first ? await whereThereIs(engine.call("layout", { model: first.name, seed })) : null);
  return { main, consensus: await consensusOf(engine, ran), clusters, umap: map?.xy ?? null, quality };
}

/** What the page's report says of the file, whether it has labels or not. */
export async function overviewOf(engine: Engine, found: FoundOfAll, cells: number, annotation: Annotation | null): Promise<Overview> {
  const { main, clusters, quality } = found;
  drawInto(new SvgDocument());
  const { reportMap } = await import("../plots/report-map");
  const titled = (phenotype: string, model: string) => `${phenotype[0]!.toUpperCase()}${phenotype.slice(1)} by ${model}`;
  const maps = mapsOf(found, cells, titled).map(({ map }) => reportMap(map));
  const types: Overview["types"][number][] = [];
  for (const { model, head } of main) {
    const { all } = await engine.call("summary", { model: model.name, phenotype: head.phenotype });
    types.push({ model, summary: all });
  }
  const names = clusters && annotation ? namesOfClusters(clusters.codes, clusters.sizes.length, annotation) : [];
  return {
    maps,
    types,
    differing: await whereTheyDiffer(main, cells, (ids) => engine.call("termsAbove", { ids })),
    clusters: clusters && { resolution: clusters.resolution, rows: clusterRows(clusters.codes, clusters.sizes, names, main) },
    quality,
  };
}
