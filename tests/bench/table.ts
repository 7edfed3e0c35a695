import { cpus, totalmem } from "node:os";
import { readFileSync } from "node:fs";

/** One comparison: ours beside the peer's, in `unit`. */
export interface Row {
  what: string;
  ours: number;
  peer: number | null;
  peer_name: string;
  /** Ours over the peer's: under one is better for times and sizes, over one for rates. */
  ratio: number | null;
  unit: string;
}

export function row(what: string, ours: number, unit: string, peer: { name: string; value: number } | null = null): Row {
  return { what, ours, peer: peer?.value ?? null, peer_name: peer?.name ?? "", ratio: peer ? ours / peer.value : null, unit };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function machine(): string {
  const { version } = JSON.parse(readFileSync("node_modules/playwright-core/package.json", "utf8")) as { version: string };
  return (
    `${cpus().length} x ${cpus()[0]?.model.trim() ?? "?"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ` +
    `${process.versions.node}, playwright-core ${version}`
  );
}

const figure = (value: number | null) => (value === null ? "" : value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** The table for people: names to the left, figures to the right. */
export function table(rows: readonly Row[]): string {
  const lines = [
    ["what", "ours", "peer", "ratio", "unit", "peer is"],
    ...rows.map((r) => [r.what, figure(r.ours), figure(r.peer), r.ratio === null ? "" : r.ratio.toFixed(2), r.unit, r.peer_name]),
  ];
  const widths = lines[0]!.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)));
  return lines
    .map((line) =>
      line
        .map((cell, i) => (i >= 1 && i <= 3 ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
