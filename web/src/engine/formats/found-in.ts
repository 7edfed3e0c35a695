import type { FoundInFiles, GivenFile } from "../../contract/types";
import { findSamples } from "./find-samples";
import { fileBytes } from "./given-bytes";
import type { NamedBytes } from "./named-bytes";
import { profilesIn } from "./table/kind";
import { TABLE } from "./table/import";

/** What files that were given together hold, by their paths. Throws AnalysisError where a sample lacks a part. */
export async function foundIn(files: readonly GivenFile[]): Promise<FoundInFiles> {
  const { samples, plain, models, left } = await findSamples(files.map(fileBytes));
  const paths = (of: readonly NamedBytes[]) => of.map(({ name }) => name);
  return {
    samples: await Promise.all(
      samples.map(async ({ name, main, files: parts }) => ({
        name,
        main: main.name,
        mayBeProfiles: parts.length === 1 && TABLE.test(main.name) ? await profilesIn(main) : null,
      })),
    ),
    plain: paths(plain),
    models: paths(models),
    left: paths(left),
  };
}
