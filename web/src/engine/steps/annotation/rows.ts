import type { AnnotationQuestion, AnnotationReport, AnnotationRow, Suggestion } from "../../../contract/annotation";
import { mean } from "../../../contract/numbers";
import { DOUBLETS, doubletsByGroup } from "../../file/doublets";
import type { Job } from "../../pool/job";
import { CommonTerms } from "../consensus/common-term";
import { saidOf, voicesOf } from "../consensus/consensus";
import { topGenes } from "../groups/group-genes";
import { SHOWN } from "../groups/labelled-groups";
import { resolveGroups } from "../survey/grouping";
import { ontology } from "../trust/is-a";
import { keepBasis } from "./basis";
import { doubtsOf } from "./doubts";
import { levelsOf, modelsSay, type Spoken } from "./models-say";
import { qualityOf } from "./quality";
import { readShares } from "./read-share";
import { suggestionOf, termsOf } from "./suggestion";
import { TypeMarkers } from "./type-markers";

const known = (values: (number | null)[]) => values.filter((value): value is number => value !== null && !Number.isNaN(value));
const meanOrNull = (values: (number | null)[]) => (known(values).length > 0 ? mean(known(values)) : null);

/** Means over the models that label the group. */
function meansOf(says: Spoken["says"][number]) {
  return {
    probability: meanOrNull(says.map(({ probability }) => probability)) ?? NaN,
    entropy: meanOrNull(says.map(({ entropy }) => entropy)) ?? NaN,
    far: meanOrNull(says.map(({ far }) => far)),
    agreement: meanOrNull(says.map(({ agreement }) => agreement)),
  };
}

/** Share that speaks for a name: where it is a term that no model says, for want of a class, the largest share that a class has. */
function shareOf({ ontologyId, source, confidence }: Suggestion, says: Spoken["says"][number]): number {
  const isSaid = source === "markers" || says.some((one) => one.label !== "" && one.ontologyId === ontologyId);
  return isSaid || says.length === 0 ? (confidence ?? 0) : Math.max(...known(says.map(({ share }) => share)), 0);
}

/** What is known of each group of cells, and the name offered for it. Throws AnalysisError("bad-input"). */
export async function annotationRows(job: Job, asked: AnnotationQuestion): Promise<AnnotationReport> {
  const started = performance.now();
  const { file, matrix } = job;
  const given = asked.groups;
  const groups = await resolveGroups(file, { kind: "given", name: given.by, names: given.names, codes: given.codes });
  const spoken = await modelsSay(job, asked.models, groups);
  const terms = await ontology(file.asset);
  const common = new CommonTerms(terms);
  const { voices, leftOut } = voicesOf(file, spoken.models, "cell_type", terms);
  const said = saidOf(voices, groups);
  const [donors, batches] = [await levelsOf(file, asked.donors, groups), await levelsOf(file, asked.batch, groups)];
  const quality = await qualityOf(job, groups);
  const scored = DOUBLETS.find(file, matrix);
  const doublets = scored ? doubletsByGroup(scored, groups) : null;
  const tops = await topGenes(job, groups);
  const types = await TypeMarkers.read(job, asked.markers);
  keepBasis(file, matrix, job.models, spoken.models, types.known.source);
  const { symbols } = await file.geneNames(matrix);
  const sizes = new Float64Array(groups.names.length);
  for (const code of groups.codes) if (code >= 0) sizes[code]!++;
  const agreements = said.map((one) => termsOf(terms, common, one, voices.length));
  const offered = agreements.map((agreed, at) =>
    suggestionOf(agreed, spoken.says[at]!, spoken.models.length === 0 ? types.best(tops[at]!) : null),
  );
  const speakers = { named: spoken.models, voices: voices.map(({ model }) => model) };
  const read = readShares(file, matrix, speakers, groups, offered);
  const rows = groups.names.map((group, at): AnnotationRow => {
    const says = spoken.says[at]!;
    const top = tops[at]!;
    const agreed = agreements[at]!;
    const suggestion = offered[at]!;
    const { agreement, ...means } = meansOf(says);
    const found = suggestion.name === "" ? { markers: null, rather: null } : types.of(top, suggestion.name, suggestion.ontologyId);
    const genes = Array.from(top?.subarray(0, SHOWN) ?? [], (gene) => symbols[gene]!);
    const own = donors?.groups[at] ?? null;
    const doublet = doublets?.[at];
    const called = doublet && doublet.scored > 0 ? { median: doublet.medianScore, share: doublet.flagged / doublet.scored } : null;
    const measured = {
      group,
      cells: sizes[at]!,
      donors: own && own.length,
      label: suggestion.name,
      ontologyId: suggestion.ontologyId,
      share: shareOf(suggestion, says),
      entropy: means.entropy,
      probability: means.probability,
      agreement,
      far: means.far,
      topGenes: genes,
      ...found,
    };
    return {
      group,
      cells: sizes[at]!,
      models: says.map(({ agreement: _agreement, ...one }) => one),
      ...agreed,
      ...means,
      // Of all its cells: those of files that are not read do not go by the name.
      suggestion: suggestion.confidence === null ? suggestion : { ...suggestion, confidence: suggestion.confidence * read[at]! },
      topGenes: genes,
      ...found,
      quality: quality.groups[at]!,
      donors: own,
      batches: batches?.groups[at] ?? null,
      doublets: called,
      ...doubtsOf({
        measured,
        read: read[at]!,
        quality: quality.groups[at]!,
        usual: quality.all,
        donors: own,
        allDonors: donors?.levels ?? 0,
        doublets: called,
        isByMarkers: spoken.models.length === 0,
      }),
    };
  });
  return {
    by: groups.by,
    rows,
    models: spoken.models,
    donors: asked.donors ?? null,
    batch: asked.batch ?? null,
    quality: quality.all,
    markers: { source: types.known.source, classes: types.known.byClass.size },
    seconds: (performance.now() - started) / 1000,
    notes: [
      ...spoken.notes,
      ...types.known.notes,
      ...leftOut.map((model) => `${model} takes no part in the consensus: too few of its classes have a term of the Cell Ontology.`),
    ],
  };
}
