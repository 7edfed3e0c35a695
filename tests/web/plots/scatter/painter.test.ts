import { expect, test } from "vitest";
import { MISSING } from "../../../../web/src/plots/palette";
import { bottomFirst, shuffled } from "../../../../web/src/plots/scatter/painter";

test("points without a value are drawn before all others, which keep their order", () => {
  const codes = Uint8Array.from({ length: 200 }, (_, i) => (i % 3 === 0 ? MISSING : i % 7));
  const order = shuffled(codes.length);
  const drawn = [...bottomFirst(order, codes, false)];
  const isMissing = (point: number) => codes[point] === MISSING;
  expect(drawn).toEqual([...[...order].filter(isMissing), ...[...order].filter((point) => !isMissing(point))]);
  // Among values the code of no class is a value like others.
  const values = Uint8Array.from(codes, (code) => (code === 5 ? 255 : code));
  expect([...bottomFirst(order, values, true)].findLastIndex((point) => values[point] === 255)).toBe(
    codes.filter((code) => code === 5).length - 1,
  );
});
