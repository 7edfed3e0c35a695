import type { AnnotationRow, GivenGroups } from "../../../contract/annotation";
import { quantile } from "../../../contract/numbers";
import { ANALYZED } from "../../file/analyzed";
import { Kept } from "../../file/kept";
import type { OpenedFile } from "../../file/opened-file";
import type { Job } from "../../pool/job";
import { measureQuality } from "../survey/quality";
import { lastSurvey, surveyState } from "../survey/state";

type PerCell = Record<"totals" | "detected" | "mitochondrial", Float32Array>;

const MEASURED = new Kept<PerCell>("The quality of the cells has not been measured yet.");

/** Counts, genes and mitochondrial share of every cell: of the last analysis or survey, else of a pass. The survey's own limits stay. */
async function perCell(job: Job): Promise<PerCell> {
  const { file, matrix } = job;
  const analyzed = ANALYZED.find(file, matrix);
  if (analyzed?.survey) return analyzed.quality;
  const known = lastSurvey(file, matrix).quality ?? MEASURED.find(file, matrix);
  if (known) return known;
  const aside = Object.create(file, { kept: { value: new Map() } }) as OpenedFile;
  try {
    await measureQuality({ ...job, file: aside }, 3);
    return MEASURED.put(file, matrix, surveyState(aside, matrix).measured());
  } finally {
    for (const held of aside.kept.values()) held.free();
  }
}

const median = (values: number[]): number => quantile(Float64Array.from(values.filter((value) => !Number.isNaN(value))).sort(), 0.5);

/** Medians of each group's cells, and of all cells. */
export async function qualityOf(
  job: Job,
  { names, codes }: GivenGroups,
): Promise<{ groups: AnnotationRow["quality"][]; all: AnnotationRow["quality"] }> {
  const values = await perCell(job);
  const hasMitochondria = values.mitochondrial.some((share) => share > 0);
  const summary = (cells: number[]): AnnotationRow["quality"] => {
    const of = (metric: keyof PerCell) => median(cells.map((cell) => values[metric][cell]!));
    return { totals: of("totals"), detected: of("detected"), mitochondrial: hasMitochondria ? of("mitochondrial") : null };
  };
  const cells: number[][] = names.map(() => []);
  codes.forEach((code, cell) => cells[code]?.push(cell));
  return { groups: cells.map(summary), all: summary([...codes.keys()]) };
}
