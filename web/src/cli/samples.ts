import { basename } from "node:path";
import { AnalysisError } from "../contract/errors";
import { samplesOf } from "../engine/formats/imported.node";
import type { Common } from "./command";

/** A command whose folders of several samples are given sample by sample: they are read as one study. */
export function bySample<C extends Common>(command: C): C {
  const files = command.study?.files ?? [command.file];
  const found = files.flatMap((path) => {
    const samples = samplesOf(path);
    if (!samples) return [{ path, name: basename(path).replace(/\.(h5ad|h5)(\.gz)?$/i, "") }];
    return samples.length === 1 ? [{ path, name: samples[0]!.name }] : samples.map(({ main, name }) => ({ path: main.name, name }));
  });
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
