import type {
  CellsReport,
  CompareDesign,
  CompositionReport,
  ExpressionReport,
  ExpressionTable,
  MovedReport,
  PhenotypeReport,
  SetsReport,
} from "../contract/compare";
import type { FileInfo } from "../contract/types";
import { json } from "./metrics-json";
import { count, escaped, number, pageHtml, table } from "./report-html";

/** Everything that was compared; null: not asked for. */
export interface CompareReport {
  version: string;
  file: FileInfo;
  matrix: string;
  options: Record<string, unknown>;
  composition: CompositionReport;
  expression: ExpressionReport | null;
  /** Genes of each type, where they are to be shown. */
  genes: readonly ExpressionTable[];
  cells: CellsReport | null;
  sets: readonly SetsReport[];
  phenotype: PhenotypeReport | null;
  moved: MovedReport | null;
  /** What could not be computed, and why. */
  failed: readonly { step: string; why: string }[];
}

/** Genes of a type that a report lists. */
const LISTED = 20;

/** Sentences of all parts, each once: refusals first. */
export function compareNotes({ composition, expression, cells, sets, phenotype, moved, failed }: CompareReport): string[] {
  const parts = [composition, expression, cells, phenotype, moved].filter((one) => one !== null);
  return [
    ...new Set([
      ...[...parts, ...sets].flatMap(({ refusals }) => refusals),
      ...parts.flatMap(({ notes }) => notes),
      ...sets.flatMap(({ type, notes }) => notes.map((note) => `${type}: ${note}`)),
      ...failed.map(({ step, why }) => `Not computed (${step}): ${why}`),
    ]),
  ];
}

/** summary.json of a comparison: what was asked, what could be tested, and what was found in each type. */
export function compareSummaryJson(report: CompareReport): string {
  const { version, file, matrix, options, composition, expression, cells, sets, phenotype, moved, failed } = report;
  const { cells: table_, samples, ...design } = composition.design;
  return json({
    phenolens: version,
    file: { name: file.name, bytes: file.bytes, fingerprint: file.fingerprint, cells: file.cells, genes: file.genes },
    matrix,
    options,
    design: {
      ...design,
      samples: samples.map((sample, i) => ({
        ...sample,
        types: [...table_.subarray(i * design.types.length, (i + 1) * design.types.length)],
      })),
    },
    composition: { transform: composition.transform, df: composition.df, rows: composition.rows },
    expression: expression && { types: expression.types },
    cells_as_units: cells && { types: cells.types },
    sets: sets.map(({ type, method, file: name, sets: listed, tested, found }) => ({
      type,
      method,
      file: name,
      sets: listed,
      tested,
      significant: found.filter(({ q }) => q < 0.05).length,
    })),
    phenotype: phenotype && {
      model: phenotype.model,
      head: phenotype.phenotype,
      rows: phenotype.rows.map(({ points: _points, ...row }) => row),
    },
    moved: moved && { components: moved.components, rows: moved.rows },
    refusals: composition.design.refusals,
    notes: compareNotes(report),
    not_computed: failed,
    seconds: {
      composition: composition.seconds,
      expression: expression?.seconds ?? null,
      cells_as_units: cells?.seconds ?? null,
      phenotype: phenotype?.seconds ?? null,
      moved: moved?.seconds ?? null,
    },
  });
}

const p = (value: number) => (Number.isFinite(value) ? (value < 1e-3 ? value.toExponential(1) : value.toFixed(3)) : "–");

function designHtml(design: CompareDesign): string {
  const { types, samples, cells, sides } = design;
  return `${table(
    "Cells per donor, condition and type",
    ["Donor", "Condition", "Cells", ...types.map(({ type }) => type)],
    samples.map(({ donor, side, cells: all }, i) => [
      escaped(donor || "(not known)"),
      escaped(sides[side].label),
      count(all),
      ...[...cells.subarray(i * types.length, (i + 1) * types.length)].map(count),
    ]),
  )}
${table(
  "What can be tested",
  ["Type", `Donors of ${sides[0].label}`, `Donors of ${sides[1].label}`, "In both", "Tested", "Why not"],
  types.map((one) => [
    escaped(one.type),
    ...one.donors.map(count),
    count(one.both),
    one.isTested ? "yes" : "no",
    escaped(one.whyNot ?? ""),
  ]),
)}`;
}

function expressionHtml({ types, design }: ExpressionReport, genes: readonly ExpressionTable[]): string {
  return `<h2>Expression, by counts summed over a donor's cells</h2>
${table(
  "Types",
  ["Type", "Compared", "Genes tested", "q below 5%", `Higher in ${design.sides[0].label}`],
  types.map((one) => [
    escaped(one.type),
    one.isTested ? `${one.donors[0]} with ${one.donors[1]} donors${one.how === "paired" ? ", paired" : ""}` : escaped(one.whyNot ?? ""),
    count(one.genes),
    one.isTested ? count(one.significant) : "–",
    one.isTested ? count(one.up) : "–",
  ]),
)}
${genes.map(genesHtml).join("\n")}`;
}

function genesHtml({ type, gene, symbols, ensemblIds, logFoldChange, average, p: ps, q }: ExpressionTable): string {
  const order = [...gene.keys()].filter((i) => !Number.isNaN(ps[i]!)).sort((a, b) => ps[a]! - ps[b]!);
  return table(
    `${type}: genes with the smallest p`,
    ["Gene", "log2 fold change", "Mean log2 CPM", "p", "q"],
    order
      .slice(0, LISTED)
      .map((i) => [escaped(symbols[i]! || ensemblIds[i]!), number(logFoldChange[i]!, 2), number(average[i]!, 1), p(ps[i]!), p(q[i]!)]),
  );
}

/** The comparison as HTML, to stand in a report. */
export function compareSectionHtml(report: CompareReport): string {
  const { composition, expression, genes, cells, sets, phenotype, moved } = report;
  const { design } = composition;
  const [first, second] = design.sides;
  return `<h2>${escaped(design.condition)}: ${escaped(first.label)} compared with ${escaped(second.label)}</h2>
${compareNotes(report)
  .map((note) => `<p>${escaped(note)}</p>`)
  .join("\n")}
${designHtml(design)}
${table(
  `Composition: shares per donor (${composition.transform}, moderated t)`,
  ["Type", `Mean share, ${first.label}`, `Mean share, ${second.label}`, "log2 ratio", "t", "p", "q"],
  composition.rows.map((one) => [
    escaped(one.type),
    number(one.mean[0], 4),
    number(one.mean[1], 4),
    number(one.logRatio, 2),
    number(one.t, 2),
    p(one.p),
    p(one.q),
  ]),
)}
${expression ? expressionHtml(expression, genes) : ""}
${table(
  "Cells as units: genes at an FDR of 5%",
  ["Type", "By cells", "By donors", "Between halves of", "By cells, each split", "By donors, each split"],
  (cells?.types ?? []).map((one) => [
    escaped(one.type),
    count(one.byCells),
    count(one.byDonors),
    escaped(one.split),
    one.splitByCells.map(count).join(", "),
    one.splitByDonors.map(count).join(", "),
  ]),
)}
${sets
  .map(({ type, found, method }) =>
    table(
      `${type}: gene sets (${method})`,
      ["Set", "Genes", "Direction", "p", "q"],
      found.slice(0, LISTED).map((one) => [escaped(one.name), count(one.size), one.direction, p(one.p), p(one.q)]),
    ),
  )
  .join("\n")}
${
  phenotype
    ? table(
        `What ${phenotype.model} says of ${phenotype.phenotype.replaceAll("_", " ")}`,
        ["Type", "Measure", `Mean, ${first.label}`, `Mean, ${second.label}`, "Difference", "p", "q"],
        phenotype.rows.map((one) => [
          escaped(one.type),
          one.measure,
          number(one.mean[0]),
          number(one.mean[1]),
          number(one.difference),
          p(one.p),
          p(one.q),
        ]),
      )
    : ""
}
${table(
  "Which cells moved: energy distance on components",
  ["Type", "Distance", "Expected by chance", "p", "q"],
  (moved?.rows ?? []).map((one) => [escaped(one.type), number(one.distance, 4), number(one.expected, 4), p(one.p), p(one.q)]),
)}`;
}

/** report.html of a comparison alone. */
export function compareReportHtml(report: CompareReport): string {
  const { file, version, options } = report;
  return pageHtml(
    `Conditions compared: ${file.name}`,
    `<h1>Conditions compared, donors as the units</h1>
<p>${escaped(file.name)}: ${count(file.cells)} cells, ${count(file.genes)} genes. Phenolens ${escaped(version)}.</p>
${compareSectionHtml(report)}
<h2>Methods and versions</h2>
<p>Fingerprint of the data (sha256 of its size and three windows): <code>${escaped(file.fingerprint)}</code></p>
<p>Options: <code>${escaped(JSON.stringify(options))}</code></p>`,
  );
}
