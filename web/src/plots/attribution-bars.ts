import { axisX, barX, gridX, ruleX, ruleY, text } from "@observablehq/plot";
import { clipped, framed, rules, type Svg } from "./frame";
import type { KeyItem } from "./key";
import { value } from "./format";
import type { Style } from "./style";
import { widest } from "./text-width";

export interface AttributionBar {
  name: string;
  mean: number;
  /** Ends of the 95% interval; NaN where there is none. */
  low: number;
  high: number;
}

export interface AttributionBarsData {
  bars: AttributionBar[];
  /** What the logit is of. */
  title: string;
  /** Names are of sets: longer, and upright. */
  areSets?: boolean;
  /** What the bars measure; else the attribution to the logit. */
  what?: string;
  onPick?: (name: string) => void;
}

const ROW = 20;

/** Genes by what they add to a logit: ranked bars from zero, with intervals; names in italics. */
export function attributionBars({ bars, title, areSets, what, onPick }: AttributionBarsData, style: Style, width: number): Svg {
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
  const pad = (high - low || 1) * 0.02;
  const [first] = bars;
  const alt = first
    ? `${areSets ? "Gene sets by their enrichment in" : what ? `Genes by ${what},` : "Genes by attribution to the logit of"} ${title}: ` +
      `strongest for ${first.name} (${value(first.mean)}), strongest against ${bars.at(-1)!.name} ` +
      `(${value(bars.at(-1)!.mean)}).`
    : "No genes.";
  const hasIntervals = bars.some((bar) => !Number.isNaN(bar.low));
  const key: KeyItem[] = [
    { kind: "square", label: areSets ? "enriched" : `for ${title}`, color: pull! },
    { kind: "square", label: areSets ? "depleted" : `against ${title}`, color: push! },
    ...(hasIntervals ? [{ kind: "line", label: "95% interval", color: style.ink, width: 1.3 } as const] : []),
  ];
  const known = bars.filter((bar) => !Number.isNaN(bar.low));
  const made = framed(
    style,
    alt,
    {
      width,
      height: bars.length * ROW + 34,
      marginLeft: left,
      marginRight: 14,
      marginTop: 4,
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
      ],
    },
    { titles: { x: what ?? `mean attribution to the logit of ${title}` }, key },
  );
  if (onPick) pickable(made, bars, left, onPick);
  return made;
}

/** Each row can be pressed, also beside its bar. */
function pickable(svg: Svg, bars: AttributionBar[], left: number, onPick: (name: string) => void): void {
  svg.style.cursor = "pointer";
  svg.addEventListener("click", (event) => {
    const box = svg.getBoundingClientRect();
    const scale = box.height / svg.height.baseVal.value;
    const row = Math.floor(((event.clientY - box.top) / scale - 4) / ((bars.length * ROW + 4) / bars.length));
    if (event.clientX >= box.left - left && row >= 0 && row < bars.length) onPick(bars[row].name);
  });
}
