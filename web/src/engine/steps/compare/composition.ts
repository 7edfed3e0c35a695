import type { CompareQuestion, CompositionReport, CompositionRow } from "../../../contract/compare";
import { mean } from "../../../contract/numbers";
import { unwrap, type CoreModule } from "../../base/core";
import type { OpenedFile } from "../../file/opened-file";
import { compared } from "./design";

const NOTE =
  "Shares of a donor add up to 1: where one type grows, the shares of others fall although their cells may not have changed in number.";

/** Shares of types per donor, tested as propeller (speckle) tests them. */
export async function composition(
  core: CoreModule,
  file: OpenedFile,
  { transform, ...question }: CompareQuestion & { transform: "logit" | "arcsin" },
): Promise<CompositionReport> {
  const started = performance.now();
  const { samples, whole, design } = await compared(file, question);
  const width = samples.types.length;
  const shares = Float64Array.from(samples.cells, (cells, i) => cells / samples.samples[Math.floor(i / width)]!.cells);
  // Types of no cell in the samples that take part have no share to be tested.
  const tested = whole.matrix
    ? [...samples.types.keys()].filter((type) => whole.use.some((sample) => samples.cells[sample * width + type]! > 0))
    : [];
  const found =
    whole.matrix && tested.length > 1
      ? unwrap(
          core.propeller({
            samples: whole.matrix.samples,
            design: whole.matrix.design,
            columns: whole.matrix.columns,
            contrasts: whole.matrix.contrast,
            types: tested.length,
            cells: Float64Array.from(tested.flatMap((type) => whole.use.map((sample) => samples.cells[sample * width + type]!))),
            transform: transform === "arcsin" ? "asin" : "logit",
          }),
        )
      : null;
  const rows = samples.types.map((type, i): CompositionRow => {
    const means = ([0, 1] as const).map((side) =>
      mean(whole.use.filter((sample) => samples.samples[sample]!.side === side).map((sample) => shares[sample * width + i]!)),
    ) as [number, number];
    const place = found ? tested.indexOf(i) : -1;
    const of = (values: Float64Array | undefined) => (place < 0 ? NaN : values![place]!);
    return {
      type,
      mean: means,
      logRatio: means[0] > 0 && means[1] > 0 ? Math.log2(means[0] / means[1]) : NaN,
      estimate: of(found?.effect),
      low: of(found?.low),
      high: of(found?.high),
      t: of(found?.statistic),
      p: of(found?.p),
      q: of(found?.q),
    };
  });
  return {
    design,
    transform,
    rows,
    df: found?.freedom ?? NaN,
    shares,
    seconds: (performance.now() - started) / 1000,
    refusals: [
      ...design.refusals,
      ...(whole.matrix && tested.length < 2 ? ["All cells are of one type: there are no shares to compare."] : []),
    ],
    notes: [...design.notes, NOTE],
  };
}
