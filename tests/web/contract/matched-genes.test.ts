import { expect, test } from "vitest";
import { expressionBins, matchedRanks, matchedScores } from "../../../web/src/contract/matched-genes";

test("genes are binned by the share of cells that express them, and scored within their bin", () => {
  const expressed = Float32Array.from({ length: 40 }, (_, gene) => ((gene * 7) % 40) / 40);
  const bins = expressionBins(expressed);
  expect(bins.map(({ length }) => length)).toEqual([10, 10, 10, 10]);
  expect(bins.flatMap((bin) => [...bin].map((gene) => expressed[gene]!))).toEqual([...expressed].sort((a, b) => a - b));
  const scores = matchedScores(
    Float32Array.from(expressed, (share) => 1000 * share),
    bins,
  );
  // The lowest and the highest of every bin, whatever its expression.
  for (const bin of bins) {
    expect(scores[bin[0]!]).toBeCloseTo(-0.9, 12);
    expect(scores[bin[9]!]).toBeCloseTo(0.9, 12);
  }
  expect(expressionBins(new Float32Array(5))).toHaveLength(1);
});

test("a gene's rank is by size among genes of like expression; genes without an attribution have none", () => {
  const mean = Float32Array.from({ length: 22 }, (_, gene) => (gene % 2 ? -1 : 1) * (gene + 1));
  const sizes = mean.map((value, gene) => (gene === 21 ? NaN : gene === 20 ? 0 : Math.abs(value)));
  const expressed = Float32Array.from({ length: 22 }, (_, gene) => (gene < 10 ? 0.1 : 0.9));
  const { rank, of } = matchedRanks(mean, sizes, expressed);
  expect([...of]).toEqual([...Array<number>(20).fill(10), 0, 0]);
  expect([...rank]).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0]);
});
