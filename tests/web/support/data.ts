import { existsSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { root } from "../../../scripts/lib/run.mjs";
import type { Reading } from "../../../web/src/contract/types";
import { loadCore } from "../../../web/src/engine/base/core";
import { openAnySource } from "../../../web/src/engine/formats/any-source.node";
import { nodeEnvironment } from "../../../web/src/engine/platform/environment.node";
import { openReader as openSource } from "../../../web/src/engine/readers/open";
import type { Reader } from "../../../web/src/engine/readers/reader";

/** Real files of other people, outside the project: PHENOLENS_DATA or ../shared/data. */
export const DATA = resolve(process.env.PHENOLENS_DATA ?? join(root, "../shared/data"));

export const hasData = existsSync(join(DATA, "labelled"));
if (!hasData && process.env.CI === "true") throw new Error(`The test data are not at ${DATA}; set PHENOLENS_DATA.`);
if (!hasData) process.stderr.write(`Tests on real files are skipped: there are none at ${DATA} (PHENOLENS_DATA).\n`);

/** Models that others published, outside the project: PHENOLENS_MODELS or ../shared/models. */
export const MODELS = resolve(process.env.PHENOLENS_MODELS ?? join(root, "../shared/models"));

export const hasModels = existsSync(join(MODELS, "celltypist"));
if (!hasModels && process.env.CI === "true") throw new Error(`The published models are not at ${MODELS}; set PHENOLENS_MODELS.`);
if (!hasModels) process.stderr.write(`Tests of published models are skipped: there are none at ${MODELS} (PHENOLENS_MODELS).\n`);

export const dataFile = (path: string) => join(DATA, path);

const environment = nodeEnvironment(() => {
  throw new Error("This test starts no lanes.");
}, openAnySource);

export async function openReader(path: string, reading: Reading = {}): Promise<Reader> {
  return openSource(
    await environment.openSource({ kind: "path", path }, () => {}),
    (asset) => environment.asset(asset),
    await loadCore(environment),
    reading,
  );
}

/** A folder of its own for what a test writes. */
export function scratch(): string {
  return mkdtempSync(join(tmpdir(), "phenolens-test-"));
}

export function listFiles(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }).sort() : [];
}
