import packageText from "../../../../package.json?raw";
import { saveText } from "../../exports/save";
import type { FileInfo, ModelInfo } from "../../contract/types";
import { annotation, columnName } from "../features/annotate/state";
import { modelsThatRan } from "../features/export/result-files";
import { doublets } from "../features/survey/doublets-state";
import { fail } from "../engine-client";
import * as state from "../store";
import { servedModels } from "../open/own-models";
import { baseName } from "../features/export/base-name";

/** The linear model whose numbers the script computes: the active one, else the first that ran. */
export function scriptModel(): ModelInfo | null {
  // CellTypist's models are run by celltypist itself.
  const linear = modelsThatRan().filter(({ kind, heads }) => kind === "linear" && heads.every(({ link }) => link !== "logistic"));
  return linear.find(({ name }) => name === state.activeModel.value?.name) ?? linear[0] ?? null;
}

/** Files by their names, as the script lies beside them: of several those asked for, left out or not. */
function pathsOf({ name, study }: FileInfo): string[] {
  const paths: string[] = [];
  for (const { place, file } of study?.samples ?? [{ place: 0, file: name }]) paths[place] = file;
  return paths;
}

/** Downloads a script that computes the same numbers with scanpy. */
export async function exportScript(): Promise<void> {
  const info = state.info.value;
  const model = scriptModel();
  if (!info || !model) return;
  const head = [...state.evaluations.value.values()].find(({ metrics }) => metrics.some((one) => one.model === model.name)) ?? null;
  const folder = servedModels.value.has(model.name) ? new URL(`models/${model.name}/`, document.baseURI).href : `${model.name}/`;
  const { pythonScript } = await import("../../exports/python-script");
  const { version } = JSON.parse(packageText) as { version: string };
  try {
    saveText(
      pythonScript({
        version,
        paths: pathsOf(info),
        info,
        matrix: info.matrix,
        model,
        folder,
        names: annotation.value ? { path: `${baseName()}-annotation.json`, column: columnName.value } : null,
        labels: head && { phenotype: head.phenotype, column: head.column, matches: head.matches },
        doublets: doublets.value,
      }),
      `${baseName()}-same.py`,
      "text/x-python",
    );
  } catch (error) {
    fail(error);
  }
}
