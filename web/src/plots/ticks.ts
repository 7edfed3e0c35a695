/** Round numbers from low to high, about as many as asked for: 1, 2 or 5 times a power of ten apart. */
export function roundTicks(low: number, high: number, about = 4): number[] {
  if (!(high > low)) return [low];
  const raw = (high - low) / Math.max(1, about);
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= raw * 0.999) ?? 10);
  const ticks: number[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high * (1 + 1e-9) + step * 1e-9; i++)
    ticks.push(Number((i * step).toPrecision(12)));
  return ticks;
}

/** Ticks of a bar of colours: round numbers with their shares of its length. */
export function rampTicks(low: number, high: number, format: (value: number) => string, about = 4): { at: number; label: string }[] {
  if (!(high > low)) return [{ at: 0, label: format(low) }];
  return roundTicks(low, high, about).map((value) => ({ at: (value - low) / (high - low), label: format(value) }));
}

/** Numbers of things for a key of sizes: the most there are, rounded down to one digit, and a tenth and half of it. */
export function sizeSteps(most: number): number[] {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  const top = Math.floor(most / power) * power;
  return [...new Set([top / 10, top / 2, top].map(Math.round).filter((one) => one >= 1))];
}
