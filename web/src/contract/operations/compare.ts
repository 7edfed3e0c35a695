import type {
  CellsReport,
  CompareDesign,
  CompareQuestion,
  CompositionReport,
  ExpressionReport,
  ExpressionTable,
  GeneByDonor,
  MovedReport,
  PhenotypeReport,
  SetsReport,
} from "../compare";
import type { MadePart } from "../parts";
import type { CellRange, PartSource, Phenotype } from "../types";

/**
 * Two conditions compared with donors as the units. What cannot be tested is described, and `refusals` say why; a question that makes no
 * sense (a column that is not there, one level) is an error (`bad-input`).
 */
export interface CompareOperations {
  /** Who can be compared with whom: at once, without reading the matrix. */
  compareDesign: { request: CompareQuestion; reply: CompareDesign; part: never };
  /** Shares of types per donor, tested as `propeller` of the R package speckle. */
  compareComposition: { request: CompareQuestion & { transform: "logit" | "arcsin" }; reply: CompositionReport; part: never };
  /**
   * One pass over the file: counts summed per donor, condition and type, then per type `filterByExpr`, TMM, voom and moderated t.
   * Kept until another question is asked; the operations below read it. Refuses a matrix that holds no counts (`bad-input`).
   * `sampleWeights`: samples far from what the others say weigh less, as limma's voomWithQualityWeights.
   */
  compareExpression: {
    /** `parts`: counts that `comparePart` summed, of all cells; no pass is made. */
    request: CompareQuestion & { sampleWeights?: boolean; lanes: number; parts?: PartSource[] };
    reply: ExpressionReport;
    part: never;
  };
  /** Counts summed per donor, condition and type over a run of cells, kept apart. */
  comparePart: { request: CompareQuestion & { lanes: number; range: CellRange }; reply: MadePart; part: never };
  /** Genes of one type, after `compareExpression`. */
  compareGenes: { request: { matrix: string; type: string }; reply: ExpressionTable; part: never };
  /** One gene in every donor, condition and type, after `compareExpression`; a symbol, alias or Ensembl id. */
  compareGene: { request: { matrix: string; gene: string }; reply: GeneByDonor; part: never };
  /** Sets of genes in one type, after `compareExpression`; a GMT or GMX file, or the built-in mitochondrial sets. */
  compareSets: {
    request: {
      matrix: string;
      type: string;
      file: { name: string; text: string } | "mitochondria";
      method: "camera" | "preranked";
      minSize: number;
      maxSize: number;
    };
    reply: SetsReport;
    part: never;
  };
  /**
   * The same genes with cells as units, and the false positives when donors of one condition are split in two, after
   * `compareExpression`: one pass more. `compareGenes` has their values from then on.
   */
  compareCells: { request: { matrix: string; splits: number; seed: number; lanes: number }; reply: CellsReport; part: never };
  /** Entropy and first probability of a model's head, by type and condition. */
  comparePhenotype: { request: CompareQuestion & { model: string; phenotype: Phenotype }; reply: PhenotypeReport; part: never };
  /** How far the cells of a type moved on the components found last (`surveyComponents`). */
  compareMoved: { request: CompareQuestion & { permutations: number; seed: number }; reply: MovedReport; part: never };
}
