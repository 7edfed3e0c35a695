import type { GeneVerdict, Notice } from "../../contract/types";

/** What follows from the species of a file's genes and from genes that none is known to be, one sentence each. */
export function speciesNotices({ species, why, genomes, mitochondrial, ribosomal }: GeneVerdict): Notice[] {
  const found: Notice[] = [];
  if (species === "mixed")
    found.push({
      code: "species-mixed",
      message:
        `${why} Each cell's share of ${genomes.map((one) => one.species).join(" and ")} counts tells what it is; a ` +
        `model of one species labels that species' cells alone, by their genes alone.`,
    });
  if (species === "unknown") found.push({ code: "species-unknown", message: `The species of the genes is not known: ${why}` });
  if (mitochondrial === 0)
    found.push({
      code: "mitochondrial-none",
      message:
        "No mitochondrial gene was found by name (MT-ND1, MT.ND1, mt:ND1, ND1) or Ensembl id: shares of them are missing, " +
        "not 0, and damaged cells cannot be recognised by them.",
    });
  if (ribosomal === 0)
    found.push({
      code: "ribosomal-none",
      message: "No gene of a ribosomal protein was found by name (RPS, RPL) or Ensembl id: shares of them are missing, not 0.",
    });
  return found;
}
