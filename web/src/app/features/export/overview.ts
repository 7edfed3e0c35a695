import type { ModelInfo } from "../../../contract/types";
import type { Overview } from "../../../exports/overview-html";
import { clusterRows, firstClasses, namesOfClusters, whereTheyDiffer } from "../../../exports/overview-tables";
import { call } from "../../engine-client";
import * as state from "../../store";
import { headTitle } from "../../ui/words";
import { writtenAs } from "../annotate/state";
import { measureQuality } from "../survey/run";
import * as survey from "../survey/state";
import { mainScores } from "./main-scores";

/** Where the cells lie in files: the survey's map, else the one shown. */
function placesNow(): { xy: Float32Array; layout: string } | null {
  if (survey.layout.value) return { xy: survey.layout.value, layout: "UMAP" };
  const shown = state.positions.value;
  return shown && { xy: shown.xy, layout: /umap/i.test(shown.by) ? "UMAP" : "Map" };
}

/** What the report says of the file, whether it has labels or not. */
export async function overviewNow(models: readonly ModelInfo[]): Promise<Overview> {
  const cells = state.info.value?.cells ?? 0;
  const main = await mainScores(models);
  const { reportMap } = await import("../../../plots/index");
  const places = placesNow();
  const clusters = survey.clusters.value;
  const maps = places
    ? main.map((one) => {
        const title = `${headTitle(one.head.phenotype)} by ${one.model.title}`;
        const classes = one.head.classes.map(({ label }) => label);
        return reportMap({ title, ...places, classOf: firstClasses(one, cells), classes }, state.colorBook(one.head.phenotype, one.model));
      })
    : [];
  if (places && clusters) {
    const classes = clusters.sizes.map((_, cluster) => String(cluster));
    maps.push(reportMap({ title: "Clusters", ...places, classOf: clusters.codes, classes }, state.colorBook("clusters")));
  }
  const types: Overview["types"][number][] = [];
  for (const { model, head } of main) {
    const { all } = await call("summary", { model: model.name, phenotype: head.phenotype });
    types.push({ model, summary: all });
  }
  await measureQuality();
  const named = writtenAs.value?.annotation;
  const names = clusters && named ? namesOfClusters(clusters.codes, clusters.sizes.length, named) : [];
  return {
    maps,
    types,
    differing: await whereTheyDiffer(main, cells, (ids) => call("termsAbove", { ids })),
    clusters: clusters && { resolution: clusters.resolution, rows: clusterRows(clusters.codes, clusters.sizes, names, main) },
    quality: survey.quality.value,
  };
}
