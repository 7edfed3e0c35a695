import { unwrap, withAnalysis, type CoreModule } from "../../base/core";
import { speciesOf } from "../../genes/species";
import { folderName, stemOf } from "../made-folder";
import { referenceFolder } from "./folder";
import { readProfiles, type GeneLikeness } from "./table";

/** The files of a model folder, of a table of reference profiles. */
export async function readReference(core: CoreModule, name: string, table: Blob): Promise<Record<string, Blob>> {
  const profiles = readProfiles(name, await textOf(name, table), likenessBy(core));
  const { labels, codes, genes, missing } = profiles;
  const { species } = speciesOf(core, { ids: genes, alternatives: [] });
  const title = stemOf(name.replace(/\.gz$/i, ""));
  const [profileCount, typeCount, geneCount] = [codes, labels, genes].map(({ length }) => length.toLocaleString("en"));
  const left = missing > 0 ? `; ${missing.toLocaleString("en")} genes with a missing value are left out` : "";
  const trainedOn = `${profileCount} profiles of ${typeCount} types over ${geneCount} genes, from ${name}${left}.`;
  const files = await referenceFolder({ name: folderName(title, "reference"), title, trainedOn, species }, profiles);
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, new Blob([bytes])]));
}

async function textOf(name: string, table: Blob): Promise<string> {
  if (!/\.gz$/i.test(name)) return table.text();
  return new Response(table.stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

/** Names that the core knows a species by are genes; among these the ones with more mitochondrial and ribosomal genes. */
function likenessBy(core: CoreModule): GeneLikeness {
  return (names) =>
    withAnalysis(core, (analysis) => {
      const {
        species,
        mitochondrial_genes: mitochondrial,
        ribosomal_genes: ribosomal,
      } = unwrap(
        analysis.set_genes({ ids: names.map((name) => name.replaceAll(/[\n\r]/g, " ")).join("\n"), alternatives: [], values: "counts" }),
      );
      return (species === "unknown" ? 0 : 1e6) + mitochondrial + ribosomal;
    });
}
