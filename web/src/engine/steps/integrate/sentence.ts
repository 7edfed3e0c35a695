import type { IntegrationMethod, Mixing } from "../../../contract/integrate";

const NAMES: Record<IntegrationMethod, string> = { harmony: "Harmony", mnn: "MNN" };
/** A smaller change is none. */
const LEAST = 0.02;
const LEAST_SHARE = 0.05;
const LEAST_SILHOUETTE = 0.05;

const figure = (value: number) => value.toFixed(2).replace(/^(-?)0/, "$1");

/** What a correction did, and what it may have removed, in one sentence. */
export function sentence(
  { method, column, labels }: { method: IntegrationMethod; column: string; labels: string | null },
  before: Mixing,
  after: Mixing,
): string {
  const gain = after.batchLisi - before.batchLisi;
  const lisi = `(iLISI ${figure(before.batchLisi)} to ${figure(after.batchLisi)})`;
  const did =
    gain > LEAST
      ? `${NAMES[method]} mixed the batches of ${column} ${lisi}`
      : gain < -LEAST
        ? `${NAMES[method]} left the batches of ${column} less mixed than they were ${lisi}`
        : `${NAMES[method]} changed the mixing of ${column} little ${lisi}`;
  if (before.labelLisi === null || after.labelLisi === null || before.ari === null || after.ari === null)
    return `${did}; without labels nothing tells how much biology went with it.`;
  const types = `cLISI ${figure(before.labelLisi)} to ${figure(after.labelLisi)}, ARI ${figure(before.ari)} to ${figure(after.ari)}`;
  // Clusters of other sizes change ARI alone: types are closer where neighbours or silhouettes say so.
  const lost =
    before.labelLisi - after.labelLisi > LEAST || (before.labelSilhouette ?? NaN) - (after.labelSilhouette ?? NaN) > LEAST_SILHOUETTE;
  if (lost) return `${did}, and the types of ${labels} lie closer together (${types}): it may have removed differences between them.`;
  const worst = worstBatch(before, after);
  if (worst)
    return `${did}; the types of ${labels} stayed apart (${types}), but less so in ${worst}: it may have removed differences there.`;
  return (
    `${did}, and the types of ${labels} stayed apart (${types}): what differs within a type between batches was reduced, ` +
    "whatever its cause."
  );
}

/** The batch whose cells lost most of their own type's company, with the shares; empty where none lost much. */
function worstBatch(before: Mixing, after: Mixing): string {
  const losses = (after.ownLabel ?? []).map((one, i) => ({ ...one, was: before.ownLabel?.[i]?.share ?? NaN }));
  const worst = losses.filter(({ was, share }) => was - share > LEAST_SHARE).sort((a, b) => b.was - b.share - (a.was - a.share))[0];
  return worst ? `${worst.batch} (${figure(worst.was)} to ${figure(worst.share)} of the nearest cells are of the own type)` : "";
}
