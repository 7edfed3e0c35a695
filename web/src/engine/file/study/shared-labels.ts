import { donorColumn, plainColumn } from "../../../contract/donor-columns";
import type { FileInfo, Notice } from "../../../contract/types";
import type { Reader } from "../../readers/reader";
import { some } from "./notices";
import type { OwnLabels } from "./usable";

/** What columns of clusters go by: programs count them from 0 in every file. */
const IS_CLUSTERS = /(^|_)(leiden|louvain|clusters?)(_|$)/;
/** Labels named in a sentence. */
const NAMED = 3;

/** Reads the labels of columns of clusters, and of the column that names donors. */
export async function ownLabels(reader: Reader, { columns }: Pick<FileInfo, "columns">): Promise<OwnLabels> {
  const donors = donorColumn(columns);
  const labels = new Map<string, readonly string[]>();
  for (const { name, kind } of columns) {
    if (kind === "number" || kind === "boolean" || !(name === donors || IS_CLUSTERS.test(plainColumn(name)))) continue;
    const column = await reader.column(name);
    if (column.kind === "number") continue;
    const used = new Set(column.codes);
    labels.set(
      name,
      column.categories.filter((_, code) => used.has(code)),
    );
  }
  return labels;
}

/** Tells of labels that several files have: numbers of clusters, which are not the same, and names of donors, which are taken to be. */
export function sharedLabelNotices(files: readonly { info: Pick<FileInfo, "name" | "columns">; labels: OwnLabels }[]): Notice[] {
  const names = [...new Set(files.flatMap(({ labels }) => [...labels.keys()]))];
  return names.flatMap((name): Notice[] => {
    const having = files.filter(({ labels }) => labels.has(name));
    const times = new Map<string, number>();
    for (const { labels } of having) for (const label of labels.get(name)!) times.set(label, (times.get(label) ?? 0) + 1);
    const shared = [...times].flatMap(([label, count]) => (count > 1 ? [label] : []));
    if (shared.length === 0) return [];
    const of = some(having.map(({ info }) => info.name));
    if (IS_CLUSTERS.test(plainColumn(name))) {
      const message =
        `obs/${name} holds numbers of clusters in ${of}, which were counted in each by itself: cluster ${shared[0]} of one file is not ` +
        "that of another, though they are one group here. Cluster the cells of all files together instead.";
      return [...times.keys()].every((label) => /^\d+$/.test(label)) ? [{ code: "study-clusters", message }] : [];
    }
    const listed = shared.slice(0, NAMED).join(", ") + (shared.length > NAMED ? ` and ${shared.length - NAMED} more` : "");
    const same = shared.length === 1 ? "it is taken for the same donor" : "they are taken for the same donors";
    const message =
      `obs/${name} has ${listed} in more than one of ${of}: ${same}. Where they are other people, rename them in the files before donors ` +
      "are compared.";
    return [{ code: "study-donors", message }];
  });
}
