import type { Coverage, GeneVerdict, MatrixInfo, SampleInfo } from "../../../contract/types";
import type { CoreModule } from "../../base/core";
import type { GeneIds } from "../../contract/cells";
import type { Models } from "../../model/models";
import type { StudyPart } from "../../readers/read-plan";
import { namesOfPart } from "../../readers/study/plan";
import { judgeGenes } from "../describe";
import { some } from "./notices";

const GRAVITY: Record<Coverage["verdict"], number> = { ok: 0, notice: 1, refused: 2 };

type Sample = Pick<SampleInfo, "sample" | "file">;

/** How models cover the genes of files that call them the same and hold the same kind of values. */
export interface FilesCoverage {
  files: readonly Sample[];
  coverage: readonly Coverage[];
}

/**
 * How models cover a study: each file is judged by the genes that it measures and its own values, since models read its cells by these.
 * `genes`: the names of all genes; `isTranslated`: they are orthologs of the files'.
 */
export async function studyCoverage(
  core: CoreModule,
  models: Models,
  { genes, matrix, isTranslated = false }: { genes: GeneIds; matrix: MatrixInfo; isTranslated?: boolean },
  parts: readonly StudyPart[],
  samples: readonly Sample[],
): Promise<{ geneVerdict: GeneVerdict; coverage: Coverage[] }> {
  const alike: { of: object | null; stored: string; places: number[] }[] = [];
  for (const [place, { list, measured, stored }] of parts.entries()) {
    const of = isTranslated ? measured : list;
    const same = alike.find((one) => one.of === of && one.stored === stored);
    if (same) same.places.push(place);
    else alike.push({ of, stored, places: [place] });
  }
  // The genes that all files measure are read as one file's.
  const [first] = parts;
  const kind = alike.length === 1 ? kindOf(first!) : matrix;
  const all = await judgeGenes(core, genes, kind, models, isTranslated);
  if (alike.length <= 1) return all;
  const judged: FilesCoverage[] = [];
  for (const { places } of alike) {
    const part = parts[places[0]!]!;
    const names = isTranslated ? namesOfPart(part, genes) : part.list;
    const { coverage } = await judgeGenes(core, names, kindOf(part), models, isTranslated);
    judged.push({ files: places.map((place) => samples[place]!), coverage });
  }
  return { geneVerdict: all.geneVerdict, coverage: all.coverage.map(({ model }) => joinedCoverage(model, judged)) };
}

/** What holds of a model for all files that it reads: its lowest coverage, and which it does not read; refused where it reads none. */
export function joinedCoverage(model: string, judged: readonly FilesCoverage[]): Coverage {
  const ofModel = judged.map(({ files, coverage }) => ({ files, coverage: coverage.find((one) => one.model === model)! }));
  const worst = (all: typeof ofModel) => all.reduce((least, one) => (isWorse(one.coverage, least.coverage) ? one : least));
  const read = ofModel.filter(({ coverage }) => coverage.verdict !== "refused");
  const unread = ofModel.filter(({ coverage }) => coverage.verdict === "refused");
  const least = worst(read.length > 0 ? read : ofModel);
  const { reason } = least.coverage;
  const told = reason === "" ? "" : `In ${names(least.files)}: ${reason}`;
  if (read.length === 0 || unread.length === 0) return { ...least.coverage, reason: told };
  return {
    ...least.coverage,
    verdict: "notice",
    reason: [...unread.map(({ files, coverage }) => `Not read by this model: ${names(files)}. ${coverage.reason}`), told].join(" ").trim(),
    unread: unread.flatMap(({ files, coverage }) => files.map(({ sample, file }) => ({ sample, file, reason: coverage.reason }))),
  };
}

const kindOf = ({ values, stored }: StudyPart) => ({ values, scale: { stored } });

const names = (files: readonly Sample[]): string => some(files.map(({ file }) => file));

const isWorse = (a: Coverage, b: Coverage): boolean =>
  GRAVITY[a.verdict] - GRAVITY[b.verdict] > 0 || (a.verdict === b.verdict && a.found < b.found);
