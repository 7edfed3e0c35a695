import { axisX, axisY, cell } from "@observablehq/plot";
import { clipped, framed, labelRoom, TITLE_ROOM, type Svg } from "./frame";
import { percent, value } from "./format";
import type { KeyItem } from "./key";
import { divergingColor, toHex } from "./palette";
import type { Style } from "./style";
import { rampTicks } from "./ticks";

export interface GroupHeatData {
  groups: string[];
  genes: string[];
  /** Groups x genes; NaN where there is no value. */
  values: number[][];
  /** What a value is, in a few words. */
  what: string;
  /** Values are shares on one scale, and rows and columns are names alike. */
  isShare?: boolean;
  /** Columns are no genes but names of more letters. */
  areNames?: boolean;
  /** What rows and columns are. */
  axes?: [columns: string, rows: string];
}

/** Height of a line of text. */
const LINE = 15;

/** Genes by groups of cells, each column's values against zero: blue above, orange below. */
export function groupHeat(
  { groups, genes: all, values, what, isShare, areNames = isShare, axes }: GroupHeatData,
  style: Style,
  width: number,
): Svg {
  const left = labelRoom(groups, 24);
  // Names stand upright: a column narrower than a line of text would hide them. Every so many genes are left out then.
  const fits = Math.max(4, Math.floor((width - left - TITLE_ROOM - 8) / LINE));
  const genes =
    all.length <= fits ? all : all.filter((_, j) => Math.floor((j * fits) / all.length) !== Math.floor(((j - 1) * fits) / all.length));
  const place = new Map(all.map((gene, j) => [gene, j]));
  const cells = groups
    .flatMap((group, g) => genes.map((gene) => ({ group, gene, value: values[g]![place.get(gene)!]! })))
    .filter((one) => !Number.isNaN(one.value));
  const most = all.map((_, j) => (isShare ? 1 : Math.max(1e-12, ...values.map((row) => Math.abs(row[j]!) || 0))));
  const color = (one: { gene: string; value: number }) => toHex(divergingColor(one.value / most[place.get(one.gene)!]!, style.dark));
  const letters = areNames ? 24 : 12;
  const top = labelRoom(genes, letters) + 4;
  const isLow = values.some((row) => row.some((one) => one < 0));
  const key: KeyItem[] = [
    isShare
      ? isLow
        ? { kind: "ramp", title: what, isDiverging: true, ticks: rampTicks(-1, 1, value) }
        : { kind: "ramp", title: what, isUpper: true, ticks: rampTicks(0, 1, percent) }
      : {
          kind: "ramp",
          title: `${what}, relative to the column's largest`,
          isDiverging: true,
          ticks: [-1, -0.5, 0, 0.5, 1].map((at) => ({ at: (at + 1) / 2, label: value(at) })),
        },
    ...(genes.length < all.length
      ? [{ kind: "note", label: `${genes.length} of ${all.length} columns are shown: a wider figure has room for more.` } as const]
      : []),
  ];
  const strongest = groups.map(
    (group, g) => `${group}: ${all[values[g]!.reduce((best, one, j) => (one > (values[g]![best] ?? -Infinity) ? j : best), 0)]}`,
  );
  return framed(
    style,
    `${what} of ${all.length} ${areNames ? "columns" : "genes"} in ${groups.length} groups. Largest in each: ` +
      `${strongest.slice(0, 12).join("; ")}.`,
    {
      width,
      height: top + groups.length * 22 + 8,
      marginLeft: left,
      marginRight: 8,
      marginTop: top,
      marginBottom: 6,
      x: { domain: genes, padding: 0.06 },
      y: { domain: groups, padding: 0.08 },
      marks: [
        axisX({
          anchor: "top",
          tickSize: 0,
          tickRotate: -90,
          label: null,
          fontStyle: areNames ? "normal" : "italic",
          tickFormat: (gene: string) => clipped(gene, letters),
        } as object),
        axisY({ tickSize: 0, label: null, tickFormat: (group: string) => clipped(group, 24) }),
        cell(cells, {
          x: "gene",
          y: "group",
          fill: color,
          rx: 3,
          title: (one: (typeof cells)[number]) => `${one.gene} in ${one.group}: ${value(one.value)}`,
        }),
      ],
    },
    { titles: { x: axes?.[0] ?? (areNames ? "compared with" : "gene"), y: axes?.[1] ?? "group of cells" }, isTop: true, key },
  );
}
