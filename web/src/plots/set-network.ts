import { dot, link, text } from "@observablehq/plot";
import { percent, qValue, value } from "./format";
import { clipped, framed, type Svg } from "./frame";
import { divergingColor, toHex } from "./palette";
import type { Style } from "./style";
import { rampTicks, sizeSteps } from "./ticks";

export interface SetNetworkData {
  /** Strongest first; `effect` is above zero where the set speaks for the class. */
  sets: { name: string; size: number; effect: number; q: number }[];
  /** Places in `sets`. */
  links: { first: number; second: number; coefficient: number; shared: number }[];
  what: string;
}

const STEPS = 320;

/**
 * Places of nodes on a plane: linked ones near each other, all apart (Fruchterman and Reingold 1991), from a spiral, so
 * that the same data give the same picture.
 */
export function springLayout(
  nodes: number,
  links: { first: number; second: number; coefficient: number }[],
): { x: Float64Array; y: Float64Array } {
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
  return first && names.length > 1 && names.every((name) => name.startsWith(`${first} `))
    ? names.map((name) => name.slice(first.length + 1))
    : names;
}

/** Half the width of a letter of a label, and its height. */
const LETTER = 2.75;
const LINE = 12;
const EDGE = { side: 84, end: 30 };

/** Where labels go that would lie on one another: below a circle, else above; null where both are taken. */
export function labelSides(nodes: { px: number; py: number; r: number; label: string }[]): ("below" | "above" | null)[] {
  const taken: { left: number; right: number; top: number }[] = [];
  return nodes.map(({ px, py, r, label }) => {
    const half = label.length * LETTER;
    for (const side of ["below", "above"] as const) {
      const top = side === "below" ? py + r + 1 : py - r - LINE - 1;
      if (taken.some((one) => one.left < px + half && one.right > px - half && Math.abs(one.top - top) < LINE)) continue;
      taken.push({ left: px - half, right: px + half, top });
      return side;
    }
    return null;
  });
}

/** Sets as circles, larger with more genes, blue for and orange against; lines where they share genes. */
export function setNetwork({ sets, links, what }: SetNetworkData, style: Style, width: number): Svg {
  const { x, y } = springLayout(sets.length, links);
  const most = Math.max(1e-9, ...sets.map(({ effect }) => Math.abs(effect)));
  const largest = Math.max(1, ...sets.map(({ size }) => size));
  const height = Math.round(Math.max(340, Math.min(480, width * 0.95)));
  const scale = (values: Float64Array, from: number, to: number) => {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return (value: number) => (high > low ? from + ((value - low) / (high - low)) * (to - from) : (from + to) / 2);
  };
  const [across, down] = [scale(x, EDGE.side, width - EDGE.side), scale(y, EDGE.end, height - EDGE.end)];
  const labels = shortened(sets.map(({ name }) => name));
  const letters = width < 420 ? 20 : 26;
  const radius = (size: number) => (4 + 10 * Math.sqrt(size / largest)) * Math.min(1, width / 460);
  const nodes = sets.map((set, i) => ({
    ...set,
    label: clipped(labels[i]!, letters),
    px: across(x[i]!),
    py: down(y[i]!),
    r: radius(set.size),
  }));
  const sides = labelSides(nodes);
  const lines = links.map(({ first, second, coefficient, shared }) => ({
    x1: nodes[first]!.px,
    y1: nodes[first]!.py,
    x2: nodes[second]!.px,
    y2: nodes[second]!.py,
    coefficient,
    title: `${sets[first]!.name} and ${sets[second]!.name}: ${shared} shared genes, ${percent(coefficient)} of the smaller set`,
  }));
  const strongest = sets
    .slice(0, 6)
    .map(({ name, effect }) => `${name} (${value(effect)})`)
    .join("; ");
  const named = (side: "below" | "above") =>
    nodes
      .filter((_, i) => sides[i] === side)
      .map((node) => ({ ...node, py: side === "below" ? node.py + node.r + 1 : node.py - node.r - 1 }));
  const label = { x: "px", y: "py", text: "label", fontSize: 10, fill: style.ink, stroke: style.card, strokeWidth: 3 } as const;
  return framed(
    style,
    `${sets.length} gene sets and ${links.length} overlaps. Strongest: ${strongest}.`,
    {
      width,
      height,
      margin: 0,
      x: { axis: null, type: "identity" },
      y: { axis: null, type: "identity" },
      r: { type: "identity" },
      marks: [
        link(lines, {
          x1: "x1",
          y1: "y1",
          x2: "x2",
          y2: "y2",
          stroke: style.faint,
          strokeWidth: (line: { coefficient: number }) => 0.6 + 3.4 * line.coefficient,
          strokeOpacity: 0.55,
          title: "title",
        }),
        dot(nodes, {
          x: "px",
          y: "py",
          r: "r",
          fill: (node: { effect: number }) => toHex(divergingColor(node.effect / most, style.dark)),
          stroke: style.soft,
          strokeWidth: 0.8,
          title: (node: (typeof nodes)[number]) => `${node.name}: ${node.size} genes, ${what} ${value(node.effect)}, q ${qValue(node.q)}`,
        }),
        text(named("below"), { ...label, lineAnchor: "top" }),
        text(named("above"), { ...label, lineAnchor: "bottom" }),
      ],
    },
    {
      key: [
        { kind: "ramp", title: what, isDiverging: true, ticks: rampTicks(-most, most, value) },
        {
          kind: "sizes",
          title: "genes in the set",
          sizes: sizeSteps(largest).map((size) => ({ r: radius(size), label: String(size) })),
        },
        { kind: "note", label: "Lines: shared genes, wider where more of the smaller set is shared." },
      ],
    },
  );
}
