import { dot, link, text } from "@observablehq/plot";
import { share, value } from "./format";
import { clipped, framed, type Svg } from "./frame";
import { divergingColor, toHex } from "./palette";
import type { Style } from "./style";

export interface SetNetworkData {
  /** Strongest first; `effect` is above zero where the set speaks for the class. */
  sets: { name: string; size: number; effect: number; q: number }[];
  /** Places in `sets`. */
  links: { first: number; second: number; coefficient: number; shared: number }[];
  what: string;
}

const STEPS = 320;

/** Places of nodes on a plane: linked ones near each other, all apart (Fruchterman and Reingold 1991), from a spiral, so that the same data give the same picture. */
export function springLayout(nodes: number, links: { first: number; second: number; coefficient: number }[]): { x: Float64Array; y: Float64Array } {
  const angle = Math.PI * (3 - Math.sqrt(5));
  const x = Float64Array.from({ length: nodes }, (_, i) => Math.sqrt(i + 0.5) * Math.cos(i * angle));
  const y = Float64Array.from({ length: nodes }, (_, i) => Math.sqrt(i + 0.5) * Math.sin(i * angle));
  const near = 1.6;
  for (let step = 0; step < STEPS; step++) {
    const heat = 0.8 * (1 - step / STEPS);
    const dx = new Float64Array(nodes);
    const dy = new Float64Array(nodes);
    const push = (a: number, b: number, force: (distance: number) => number) => {
      const [gapX, gapY] = [x[a]! - x[b]!, y[a]! - y[b]!];
      const distance = Math.max(1e-3, Math.hypot(gapX, gapY));
      const by = force(distance) / distance;
      dx[a]! += gapX * by;
      dy[a]! += gapY * by;
      dx[b]! -= gapX * by;
      dy[b]! -= gapY * by;
    };
    for (let a = 0; a < nodes; a++) for (let b = 0; b < a; b++) push(a, b, (distance) => (near * near) / distance);
    for (const { first, second, coefficient } of links) push(first, second, (distance) => (-coefficient * distance * distance) / near);
    // What is linked to nothing would drift away for ever.
    for (let a = 0; a < nodes; a++) {
      dx[a]! -= 0.25 * x[a]!;
      dy[a]! -= 0.25 * y[a]!;
      const length = Math.max(1e-9, Math.hypot(dx[a]!, dy[a]!));
      x[a]! += (dx[a]! / length) * Math.min(length, heat);
      y[a]! += (dy[a]! / length) * Math.min(length, heat);
    }
  }
  return { x, y };
}

/** Names without the word that all of them begin with: HALLMARK, KEGG. */
function shortened(names: string[]): string[] {
  const [first] = names[0]?.split(" ") ?? [];
  return first && names.length > 1 && names.every((name) => name.startsWith(`${first} `)) ? names.map((name) => name.slice(first.length + 1)) : names;
}

/** Sets as circles, larger with more genes, blue for and orange against; lines where they share genes. */
export function setNetwork({ sets, links, what }: SetNetworkData, style: Style, width: number): Svg {
  const { x, y } = springLayout(sets.length, links);
  const most = Math.max(1e-9, ...sets.map(({ effect }) => Math.abs(effect)));
  const largest = Math.max(1, ...sets.map(({ size }) => size));
  const labels = shortened(sets.map(({ name }) => name));
  const nodes = sets.map((set, i) => ({ ...set, label: clipped(labels[i]!, 26), x: x[i]!, y: y[i]!, r: 4 + 11 * Math.sqrt(set.size / largest) }));
  const lines = links.map(({ first, second, coefficient, shared }) => ({ x1: x[first]!, y1: y[first]!, x2: x[second]!, y2: y[second]!, coefficient, title: `${sets[first]!.name} and ${sets[second]!.name}: ${shared} genes, ${share(coefficient, 2)} of the smaller` }));
  const strongest = sets.slice(0, 6).map(({ name, effect }) => `${name} (${value(effect)})`).join("; ");
  return framed(style, `${sets.length} sets of genes and ${links.length} overlaps. Strongest: ${strongest}.`, {
    width, height: Math.round(Math.max(300, Math.min(460, width * 0.86))), marginTop: 22, marginBottom: 22, marginLeft: 84, marginRight: 84,
    x: { axis: null }, y: { axis: null }, r: { type: "identity" },
    marks: [
      link(lines, { x1: "x1", y1: "y1", x2: "x2", y2: "y2", stroke: style.faint, strokeWidth: (line: { coefficient: number }) => 0.6 + 3.4 * line.coefficient, strokeOpacity: 0.55, title: "title" }),
      dot(nodes, { x: "x", y: "y", r: "r", fill: (node: { effect: number }) => toHex(divergingColor(node.effect / most, style.dark)), stroke: style.soft, strokeWidth: 0.8, title: (node: (typeof nodes)[number]) => `${node.name}: ${node.size} genes, ${what} ${value(node.effect)}, q ${value(node.q)}` }),
      text(nodes, { x: "x", y: "y", text: "label", dy: 16, fontSize: 10, fill: style.ink, stroke: style.card, strokeWidth: 3, lineAnchor: "top" }),
    ],
  });
}
