import type { SetsReport } from "../../../contract/compare";
import { AnalysisError } from "../../../contract/errors";
import type { CompareOperations } from "../../../contract/operations/compare";
import { mean } from "../../../contract/numbers";
import { unwrap, type CoreModule } from "../../base/core";
import type { OpenedFile } from "../../file/opened-file";
import { GeneIndex } from "../../genes/gene-index";
import { mitochondrialSets } from "../gene-sets/mitochondria";
import { parseGeneSets } from "../gene-sets/parse";
import { keptExpression, typeNamed, type KeptExpression } from "./expression";
import { countsOf } from "./fits";

type Asked = CompareOperations["compareSets"]["request"];

const BUILT_IN = "the built-in mitochondrial sets";
/** Genes of a set that a report names. */
const NAMED = 20;

/** Sets of genes in one type: camera on the counts, or cameraPR on the moderated t of every gene. */
export async function setsOf(core: CoreModule, file: OpenedFile, asked: Asked): Promise<SetsReport> {
  const { matrix, type, method, minSize, maxSize } = asked;
  const kept = keptExpression(file, matrix);
  const place = typeNamed(kept, type);
  const fit = kept.fits[place]!;
  const { design } = kept.compared;
  const name = asked.file === "mitochondria" ? BUILT_IN : asked.file.name;
  const { symbols, ensemblIds } = await file.geneNames(matrix);
  const { sets, notes } =
    asked.file === "mitochondria" ? { sets: mitochondrialSets(symbols), notes: [] as string[] } : parseGeneSets(asked.file);
  const none = { type, method, file: name, sets: sets.length, tested: 0, found: [], notes };
  if (Number.isNaN(fit.freedom))
    return { ...none, refusals: [design.refusals[0] ?? `${type} is only described: ${design.types[place]!.whyNot}.`] };
  const index = new GeneIndex(symbols, ensemblIds);
  const at = new Int32Array(symbols.length).fill(-1);
  fit.tested.forEach((gene, i) => (at[gene] = i));
  let unknown = 0;
  const mapped = sets.map((set) => {
    const genes = new Set<number>();
    for (const one of set.genes) {
      const gene = index.find(one);
      if (gene === undefined) unknown++;
      else if (at[gene]! >= 0) genes.add(gene);
    }
    return { set, genes: [...genes].sort((a, b) => a - b) };
  });
  const tested = mapped.filter(({ genes }) => genes.length >= minSize && genes.length <= maxSize);
  const listed = sets.reduce((sum, { genes }) => sum + genes.length, 0);
  if (tested.length === 0)
    throw new AnalysisError(
      "bad-input",
      `No set of ${name} has from ${minSize} to ${maxSize} genes among the ${fit.tested.length.toLocaleString("en")} tested in ${type}` +
        `${unknown === listed && listed > 0 ? `: none of its names is one of the file's genes (first: ${sets[0]!.genes[0]})` : ""}.`,
    );
  if (unknown > 0) notes.push(`${unknown.toLocaleString("en")} of ${listed.toLocaleString("en")} gene names are not in the file.`);
  const tests = testsOf(
    core,
    kept,
    place,
    method,
    tested.map(({ genes }) => genes),
    symbols.length,
  );
  const all = fit.t.reduce((sum, t) => sum + t, 0);
  const found = tested.map(({ set, genes }, i): SetsReport["found"][number] => {
    const own = genes.map((gene) => fit.t[at[gene]!]!);
    const sum = own.reduce((total, t) => total + t, 0);
    const isUp = tests.up[i] === 1;
    const order = [...genes].sort((a, b) => (isUp ? 1 : -1) * (fit.t[at[b]!]! - fit.t[at[a]!]!));
    return {
      name: set.name,
      description: set.description,
      listed: set.genes.length,
      size: genes.length,
      direction: isUp ? "up" : "down",
      difference: mean(own) - (all - sum) / (fit.t.length - own.length),
      correlation: tests.correlation[i]!,
      p: tests.p[i]!,
      q: tests.q[i]!,
      genes: order.slice(0, NAMED).map((gene) => symbols[gene]! || ensemblIds[gene]!),
    };
  });
  found.sort((a, b) => a.p - b.p || a.name.localeCompare(b.name));
  return { ...none, tested: tested.length, found, refusals: [], notes };
}

function testsOf(core: CoreModule, kept: KeptExpression, type: number, method: Asked["method"], sets: readonly number[][], genes: number) {
  const { compared, fits, place, bulk, sampleWeights } = kept;
  const { use, matrix } = compared.types[type]!;
  const width = compared.samples.types.length;
  const starts = new Int32Array(sets.length + 1);
  sets.forEach((set, i) => (starts[i + 1] = starts[i]! + set.length));
  const places = { members: Int32Array.from(sets.flat()), starts };
  if (method === "preranked") {
    const statistic = new Float64Array(genes).fill(NaN);
    fits[type]!.tested.forEach((gene, i) => (statistic[gene] = fits[type]!.t[i]!));
    return unwrap(core.camera_preranked({ ...places, statistic }));
  }
  return unwrap(
    core.camera({
      ...matrix!,
      ...places,
      genes,
      counts: countsOf(
        bulk,
        use.map((sample) => place[sample * width + type]!),
      ),
      groups: Int32Array.from(use, (sample) => compared.samples.samples[sample]!.side),
      sample_weights: sampleWeights,
    }),
  );
}
