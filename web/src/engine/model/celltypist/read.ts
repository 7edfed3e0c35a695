import type { CoreModule } from "../../base/core";
import { speciesOf } from "../../genes/species";
import { named } from "../pickle/failure";
import { readPickle } from "../pickle/read";
import { classifierOf } from "./classifier";
import { classifierFolder } from "./folder";
import { geneList } from "./gene-list";

/** The files of a model folder, of a pickle and, where there is one, the table of its genes. */
export async function readClassifier(
  core: CoreModule,
  name: string,
  pickle: Blob,
  genes?: { name: string; text: string },
): Promise<Record<string, Blob>> {
  const beside = genes && geneList(genes.name, genes.text);
  const classifier = await named(name, async () => classifierOf(await readPickle(new Uint8Array(await pickle.arrayBuffer())), beside));
  const files = await classifierFolder(name, classifier, speciesOf(core, { ids: classifier.genes, alternatives: [] }).species);
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, new Blob([bytes])]));
}
