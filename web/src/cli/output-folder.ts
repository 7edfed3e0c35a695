import { existsSync } from "node:fs";
import { mkdir, mkdtemp, open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { AnalysisError } from "../contract/errors";

/**
 * Writes into a folder that appears only when it is whole: `fill` gets a temporary one beside it. `mark` is a file that
 * tells an earlier run's folder.
 */
export async function writeFolder(path: string, fill: (folder: string) => Promise<void>, mark = "summary.json"): Promise<void> {
  const target = resolve(path);
  if (existsSync(target)) await assertOurs(target, mark);
  let draft: string;
  try {
    await mkdir(dirname(target), { recursive: true });
    draft = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  } catch (cause) {
    throw new AnalysisError("bad-input", `${path} cannot be written (${(cause as Error).message}). Choose another folder for --out.`, {
      cause,
    });
  }
  try {
    await fill(draft);
    if (existsSync(target)) {
      await rename(target, `${draft}-old`);
      await rename(draft, target);
      await rm(`${draft}-old`, { recursive: true, force: true });
    } else await rename(draft, target);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Results of an earlier run are replaced; anything else is not ours to touch. */
async function assertOurs(target: string, mark: string): Promise<void> {
  const names = await readdir(target).catch((cause: unknown) => {
    throw new AnalysisError("bad-input", `${target} is not a folder. Choose another one for --out.`, { cause });
  });
  if (names.length > 0 && !names.includes(mark)) {
    throw new AnalysisError("bad-input", `${target} already holds other files. Choose an empty or new folder for --out.`);
  }
}

/** A value as the text of a .json file. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Writes a file and has it on the disk before it returns: what is named whole is whole after a power cut too. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, "w");
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
