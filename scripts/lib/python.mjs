import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { must, Refusal, root, say } from "./run.mjs";
import { ensureSystem } from "./system.mjs";

/** The interpreter for models/: PHENOLENS_PYTHON, else one of our own. */
export async function python() {
  if (process.env.PHENOLENS_PYTHON) return process.env.PHENOLENS_PYTHON;
  await ensureSystem(["models"]);
  return environment("models/requirements.txt", "some minutes");
}

/** The interpreter for cluster/, with Dask. */
export async function clusterPython() {
  await ensureSystem(["models"]);
  return environment("cluster/requirements.txt", "less than a minute");
}

/** An interpreter with pinned requirements, kept per version of them. */
async function environment(file, duration) {
  const requirements = join(root, file);
  if (!existsSync(requirements)) throw new Refusal(`${file} is missing.`);
  const hash = createHash("sha256").update(readFileSync(requirements)).digest("hex").slice(0, 12);
  const folder = join(root, ".cache", `venv-${hash}`);
  const interpreter = join(folder, "bin/python");
  if (!existsSync(join(folder, "complete"))) {
    say(`installing the Python packages of ${file} (once; ${duration})`);
    await must("python3", ["-m", "venv", "--clear", folder]);
    await must(interpreter, ["-m", "pip", "install", "-q", "-r", requirements]);
    writeFileSync(join(folder, "complete"), "");
  }
  return interpreter;
}
