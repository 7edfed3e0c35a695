import { axisX, barX, dot, gridX, ruleX, ruleY, text } from "@observablehq/plot";
import { clipped, framed, rules, type Svg } from "./frame";
import type { KeyItem } from "./key";
import { signed, value } from "./format";
import type { Style } from "./style";
import { widest } from "./text-width";

export interface AttributionBar {
  name: string;
  mean: number;
  /** Ends of the 95% interval; NaN where there is none. */
  low: number;
  high: number;
  /** Log2 fold change of the gene in these cells. */
  change?: number;
  /** A known marker: of the class, or of that it is compared with. */
  known?: "class" | "against";
}

export interface AttributionBarsData {
  bars: AttributionBar[];
  /** What the logit is of. */
  title: string;
  /** Names are of sets: longer, and upright. */
  areSets?: boolean;
  /** What the bars measure; else the attribution to the logit. */
  what?: string;
  /** What it is compared with, if with anything: what the genes against speak for. */
  rival?: string;
  /** Types whose known markers are marked: of the class, and of that it is compared with. */
  markersOf?: readonly [string, string];
  onPick?: (name: string) => void;
}

const ROW = 20;
/** Room for the fold changes beside the bars, with their heading above, and for the signs of known markers. */
const CHANGES = { width: 46, top: 14 };
const MARKERS = 16;

/** Genes by what they add to a logit: ranked bars from zero, with intervals; names in italics. */
export function attributionBars(
  { bars, title, areSets, what, rival, markersOf, onPick }: AttributionBarsData,
  style: Style,
  width: number,
): Svg {
  const [pull, push] = style.series;
  const most = areSets ? 30 : 18;
  const left = Math.min(
    areSets ? width * 0.45 : 150,
    14 +
      widest(
        bars.map(({ name }) => clipped(name, most)),
        11.5,
      ),
  );
  const ends = bars.flatMap(({ mean, low, high }) => [mean, Number.isNaN(low) ? 0 : low, Number.isNaN(high) ? 0 : high, 0]);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const of = rival === undefined ? title : `${title} compared with ${rival}`;
  const pad = (high - low || 1) * 0.02;
  const [first] = bars;
  const alt = first
    ? `${areSets ? "Gene sets by their enrichment in" : what ? `Genes by ${what},` : "Genes by attribution to the logit of"} ${of}: ` +
      `strongest for ${first.name} (${value(first.mean)}), strongest against ${bars.at(-1)!.name} ` +
      `(${value(bars.at(-1)!.mean)}).`
    : "No genes.";
  const hasIntervals = bars.some((bar) => !Number.isNaN(bar.low));
  const hasChanges = bars.some(({ change }) => change !== undefined && !Number.isNaN(change));
  const marked = bars.filter(({ known }) => known);
  const right = (hasChanges ? CHANGES.width : 0) + (marked.length > 0 ? MARKERS : 0);
  const top = 4 + (hasChanges ? CHANGES.top : 0);
  const key: KeyItem[] = [
    { kind: "square", label: areSets ? "enriched" : `for ${title}`, color: pull! },
    { kind: "square", label: areSets ? "depleted" : rival === undefined ? `against ${title}` : `for ${rival}`, color: push! },
    ...(hasIntervals ? [{ kind: "line", label: "95% interval", color: style.ink, width: 1.3 } as const] : []),
    ...SIGNS.flatMap(({ known, symbol }, i): KeyItem[] =>
      marked.some((bar) => bar.known === known)
        ? [{ kind: "dot", symbol, label: `known marker of ${clipped(markersOf?.[i] ?? "", 40)}`, color: style.ink }]
        : [],
    ),
    ...(hasChanges ? [{ kind: "note", label: "log₂ FC: mean expression in these cells over that in all others" } as const] : []),
  ];
  const known = bars.filter((bar) => !Number.isNaN(bar.low));
  const made = framed(
    style,
    alt,
    {
      width,
      height: bars.length * ROW + top + 30,
      marginLeft: left,
      marginRight: 14 + right,
      marginTop: top,
      marginBottom: 26,
      x: { domain: [low - pad, high + pad] },
      y: { domain: bars.map(({ name }) => name), padding: 0.22, axis: null },
      marks: [
        gridX({ ticks: 5, ...rules(style) }),
        axisX({ ticks: 5, tickSize: 0, label: null }),
        barX(bars, {
          x: "mean",
          y: "name",
          fill: (bar: AttributionBar) => (bar.mean >= 0 ? pull : push),
          rx: 2,
          title: (bar: AttributionBar) =>
            `${bar.name}: ${value(bar.mean)}${Number.isNaN(bar.low) ? "" : ` (${value(bar.low)} to ${value(bar.high)})`}`,
        }),
        ruleY(known, { y: "name", x1: "low", x2: "high", stroke: style.ink, strokeWidth: 1.3 }),
        ruleX([0], { stroke: style.faint }),
        text(bars, {
          x: low - pad,
          y: "name",
          text: (bar: AttributionBar) => clipped(bar.name, areSets ? Math.min(most, Math.floor((left - 14) / 6.3)) : most),
          textAnchor: "end",
          dx: -8,
          fontStyle: areSets ? "normal" : "italic",
          fill: style.ink,
          fontSize: 11.5,
        }),
        ...(hasChanges ? changes(bars, style) : []),
        ...SIGNS.map(({ known, ...look }) =>
          dot(
            marked.filter((bar) => bar.known === known),
            { y: "name", frameAnchor: "right", dx: right + 3, r: 3.6, ...sign(look.symbol, style) },
          ),
        ),
      ],
    },
    {
      titles: {
        x:
          what ??
          (rival === undefined ? `mean attribution to the logit of ${title}` : "mean attribution to the difference of the two logits"),
      },
      key,
    },
  );
  if (onPick) pickable(made, bars, { left, top }, onPick);
  return made;
}

/** Signs of known markers. */
const SIGNS = [
  { known: "class", symbol: "diamond" },
  { known: "against", symbol: "ring" },
] as const;
const sign = (symbol: "diamond" | "ring", { ink, card }: Style) =>
  symbol === "ring" ? { symbol: "circle" as const, fill: card, stroke: ink, strokeWidth: 1.4 } : { symbol, fill: ink };

/** Fold changes as a column right of the bars. */
const changes = (bars: AttributionBar[], style: Style) => [
  text(["log₂ FC"], { frameAnchor: "top-right", textAnchor: "end", lineAnchor: "bottom", dx: CHANGES.width, dy: -2, fill: style.soft }),
  text(bars, {
    y: "name",
    frameAnchor: "right",
    textAnchor: "end",
    dx: CHANGES.width - 4,
    text: ({ change }: AttributionBar) => (change === undefined || Number.isNaN(change) ? "–" : signed(change)),
    fill: style.ink,
  }),
];

/** Each row can be pressed, also beside its bar. */
function pickable(svg: Svg, bars: AttributionBar[], { left, top }: { left: number; top: number }, onPick: (name: string) => void): void {
  svg.style.cursor = "pointer";
  svg.addEventListener("click", (event) => {
    const box = svg.getBoundingClientRect();
    const scale = box.height / svg.height.baseVal.value;
    const row = Math.floor(((event.clientY - box.top) / scale - top) / ((bars.length * ROW + 4) / bars.length));
    if (event.clientX >= box.left - left && row >= 0 && row < bars.length) onPick(bars[row].name);
  });
}
