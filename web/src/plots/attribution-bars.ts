import { axisX, barX, gridX, ruleX, ruleY, text } from "@observablehq/plot";
import { clipped, framed, rules, type Svg } from "./frame";
import { value } from "./format";
import type { Style } from "./style";

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
  onPick?: (name: string) => void;
}

const ROW = 20;

/** Genes by what they add to a logit: ranked bars from zero, with intervals; names in italics. */
export function attributionBars({ bars, title, areSets, onPick }: AttributionBarsData, style: Style, width: number): Svg {
  const [pull, push] = style.series;
  const most = areSets ? 30 : 18;
  const left = Math.min(
    areSets ? width * 0.45 : 150,
    14 + (areSets ? 6.3 : 7) * Math.max(4, ...bars.map(({ name }) => Math.min(name.length, most))),
  );
  const ends = bars.flatMap(({ mean, low, high }) => [mean, Number.isNaN(low) ? 0 : low, Number.isNaN(high) ? 0 : high, 0]);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const pad = (high - low || 1) * 0.02;
  const [first] = bars;
  const alt = first
    ? `${areSets ? "Sets of genes by their enrichment in" : "Genes by what they add to the logit of"} ${title}: most for it ` +
      `${first.name} (${value(first.mean)}), most against it ${bars.at(-1)!.name} (${value(bars.at(-1)!.mean)}).`
    : "No genes.";
  const known = bars.filter((bar) => !Number.isNaN(bar.low));
  const made = framed(style, alt, {
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
        title: (bar: AttributionBar) => `${bar.name}: ${value(bar.mean)} (${value(bar.low)} to ${value(bar.high)})`,
      }),
      ruleY(known, { y: "name", x1: "low", x2: "high", stroke: style.ink, strokeWidth: 1.3 }),
      ruleX([0], { stroke: style.faint }),
      text(bars, {
        x: low - pad,
        y: "name",
        text: (bar: AttributionBar) => clipped(bar.name, areSets ? Math.floor((left - 14) / 6.3) : most),
        textAnchor: "end",
        dx: -8,
        fontStyle: areSets ? "normal" : "italic",
        fill: style.ink,
        fontSize: 11.5,
      }),
    ],
  });
  if (onPick) pickable(made, bars, left, onPick);
  return made;
}

/** Each row can be pressed, also beside its bar. */
function pickable(svg: Svg, bars: AttributionBar[], left: number, onPick: (name: string) => void): void {
  svg.style.cursor = "pointer";
  svg.addEventListener("click", (event) => {
    const box = svg.getBoundingClientRect();
    const scale = box.height / (bars.length * ROW + 34);
    const row = Math.floor(((event.clientY - box.top) / scale - 4) / ((bars.length * ROW + 4) / bars.length));
    if (event.clientX >= box.left - left && row >= 0 && row < bars.length) onPick(bars[row].name);
  });
}
