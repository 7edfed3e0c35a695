import { basename } from "node:path";
import { withoutEnding } from "../contract/cell-files";
import { AnalysisError } from "../contract/errors";
import { samplesOf } from "../engine/formats/imported.node";
import type { Common } from "./command";

/** A command whose folders of several samples are given sample by sample: they are read as one study. */
export async function bySample<C extends Common>(command: C): Promise<C> {
  const files = command.study?.files ?? [command.file];
  const found: { path: string; name: string }[] = [];
  for (const path of files) {
    const samples = await samplesOf(path);
    if (!samples) found.push({ path, name: withoutEnding(basename(path)) });
    else if (samples.length === 1) found.push({ path, name: samples[0]!.name });
    else found.push(...samples.map(({ main, name }) => ({ path: main.name, name })));
  }
  if (found.length === 1) return command;
  const given = command.study?.samples;
  if (given && given.length !== found.length)
    throw new AnalysisError(
      "bad-input",
      `--sample names each sample once, in their order: ${found.length} were found (${found.map(({ name }) => name).join(", ")}), ` +
        `${given.length} named.`,
    );
  const names = found.map(({ name }) => name);
  const samples = given ?? (new Set(names).size === names.length ? names : undefined);
  return {
    ...command,
    file: found[0]!.path,
    study: { ...command.study, files: found.map(({ path }) => path), ...(samples ? { samples } : {}) },
  };
}
