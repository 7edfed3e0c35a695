import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { must, Refusal, root, say } from "./run.mjs";
import { ensureSystem } from "./system.mjs";

/** The interpreter for models/: PHENOLENS_PYTHON, else one of our own with the pinned requirements, kept per version of them. */
export async function python() {
  if (process.env.PHENOLENS_PYTHON) return process.env.PHENOLENS_PYTHON;
  const requirements = join(root, "models/requirements.txt");
  if (!existsSync(requirements)) throw new Refusal("models/requirements.txt is missing.");
  await ensureSystem(["models"]);
  const hash = createHash("sha256").update(readFileSync(requirements)).digest("hex").slice(0, 12);
  const folder = join(root, ".cache", `venv-${hash}`);
  const interpreter = join(folder, "bin/python");
  if (!existsSync(join(folder, "complete"))) {
    say("installing the Python packages of models/requirements.txt (once; some minutes)");
    await must("python3", ["-m", "venv", "--clear", folder]);
    await must(interpreter, ["-m", "pip", "install", "-q", "-r", requirements]);
    writeFileSync(join(folder, "complete"), "");
  }
  return interpreter;
}
