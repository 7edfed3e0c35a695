import type { AttributionRequest } from "../../../contract/operations/attribution";
import type { Job } from "../../pool/job";
import { seenBefore } from "../trust/seen";

/**
 * Why labels of the file's cells may have had a part in attributions, which then rank genes by what they are to be judged
 * by; empty where they had none: a model that tells what it was trained on, which this file is not, explained by groups
 * that no column makes.
 */
export async function labelsSeen({ models, file }: Job<unknown>, { model, groupBy }: AttributionRequest): Promise<string> {
  if (groupBy.kind === "column") return `the groups explained are those of obs/${groupBy.column}, cells held out included.`;
  if (groupBy.kind === "cells") return "the cells explained were selected by hand.";
  const folder = models.folder(model);
  const { title } = folder.manifest;
  if (!folder.has("seen")) return `${title} may have been trained on these cells: it does not record which cells it has seen.`;
  return (await seenBefore(file, models, model)) ? `${title} was trained on these cells.` : "";
}
