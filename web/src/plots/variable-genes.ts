import { dot, line } from "@observablehq/plot";
import type { VariableGenes } from "../contract/survey";
import { apart, cloud, geneAxes, namesOf, reachOf } from "./cloud";
import { value } from "./format";
import { framed, type Svg } from "./frame";
import type { Style } from "./style";

/** Chosen genes drawn one by one; of more the first. */
const DOTS = 3000;

const HEIGHT = 250;
const MARGIN = { left: 42, right: 14, top: 10, bottom: 22 };

const AXES: Record<VariableGenes["flavour"], [x: string, y: string]> = {
  seurat: ["log mean of normalized counts", "normalized dispersion"],
  seurat_v3: ["log10 mean of counts", "log10 variance of counts"],
  anova: ["mean log1p value", "log10 F"],
};

/** Every gene by its mean and its spread: those chosen as dots, the others as a grey cloud. */
export function variableGenes(found: VariableGenes, style: Style, width: number): Svg {
  const { flavour, mean, spread, score, expected, chosen, symbols } = found;
  const x = (gene: number) => (flavour === "seurat_v3" ? Math.log10(mean[gene]!) : mean[gene]!);
  const y = (gene: number) => (flavour === "seurat" ? score[gene]! : Math.log10(flavour === "anova" ? score[gene]! : spread[gene]!));
  const isDrawn = (gene: number) => Number.isFinite(x(gene)) && Number.isFinite(y(gene));
  const taken = new Set(chosen);
  const others = [...symbols.keys()].filter((gene) => !taken.has(gene) && isDrawn(gene)).map((gene) => ({ x: x(gene), y: y(gene) }));
  const dots = Array.from(chosen.slice(0, DOTS))
    .filter(isDrawn)
    .map((gene) => ({ x: x(gene), y: y(gene), gene, symbol: symbols[gene]! }));
  const trend =
    expected.length > 0
      ? [...symbols.keys()]
          .filter((gene) => isDrawn(gene) && expected[gene]! > 0)
          .map((gene) => ({ x: x(gene), y: Math.log10(expected[gene]!) }))
          .sort((a, b) => a.x - b.x)
      : [];
  const every = Math.max(1, Math.floor(trend.length / 400));
  const reach = reachOf([...others, ...dots, ...trend], width - MARGIN.left - MARGIN.right, HEIGHT - MARGIN.top - MARGIN.bottom);
  const middle = reach.x[0] + 0.7 * (reach.x[1] - reach.x[0]);
  const named = apart(dots, reach, middle);
  const [xTitle, yTitle] = AXES[flavour];
  return framed(
    style,
    `${chosen.length} most variable of ${symbols.length} genes; top: ${named.map(({ symbol }) => symbol).join(", ")}.`,
    {
      width,
      height: HEIGHT,
      marginLeft: MARGIN.left,
      marginRight: MARGIN.right,
      marginTop: MARGIN.top,
      marginBottom: MARGIN.bottom,
      marks: [
        ...geneAxes(style),
        cloud(others, style),
        dot(dots, {
          x: "x",
          y: "y",
          r: 1.7 * (style.point ?? 1),
          fill: style.accent,
          fillOpacity: 0.7,
          title: (one: (typeof dots)[number]) => `${one.symbol}: ${value(score[one.gene]!)}`,
        }),
        ...(trend.length > 0
          ? [
              line(
                trend.filter((_, i) => i % every === 0),
                { x: "x", y: "y", stroke: style.ink, strokeWidth: 1.2 },
              ),
            ]
          : []),
        ...namesOf(named, middle, style),
      ],
    },
    {
      titles: { x: xTitle, y: yTitle },
      key: [
        { kind: "dot", label: `selected (${chosen.length})`, color: style.accent, r: 3 },
        { kind: "square", label: "other genes, darker where more", color: style.faint, opacity: 0.6 },
        ...(trend.length > 0 ? [{ kind: "line", label: "expected from the mean", color: style.ink, width: 1.2 } as const] : []),
      ],
    },
  );
}
