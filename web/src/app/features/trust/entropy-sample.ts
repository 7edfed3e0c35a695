import { median } from "../../../contract/numbers";
import type { HeadInfo, HeadScores } from "../../../contract/types";
import type { EntropyStrip } from "../../../plots/entropy-strips";
import { classesByCells } from "../map/coloring";

const SAMPLE = 70;
const STRIPS = 24;

/** A strip per predicted class, largest first: an even sample of its cells and their median entropy, normalized. */
export function entropyStripsOf(scores: HeadScores, head: HeadInfo, colorOf: (label: string) => string): EntropyStrip[] {
  const most = Math.log(Math.max(head.classes.length, 2));
  const counts = new Uint32Array(head.classes.length);
  for (let i = 0; i < scores.cells; i++) {
    const code = scores.top[i * scores.k];
    if (code !== 65535) counts[code]++;
  }
  const sampled = new Map<number, number[]>();
  const seen = new Uint32Array(head.classes.length);
  const shown = classesByCells(scores, head.classes.length).slice(0, STRIPS);
  for (const code of shown) sampled.set(code, []);
  for (let i = 0; i < scores.cells; i++) {
    const code = scores.top[i * scores.k];
    const strip = sampled.get(code);
    if (!strip) continue;
    // Every (count / SAMPLE)th cell of the class, by integer steps, so that the same file gives the same picture.
    const before = Math.floor((seen[code] * SAMPLE * 8) / counts[code]);
    seen[code]++;
    const after = Math.floor((seen[code] * SAMPLE * 8) / counts[code]);
    if (after > before) strip.push(scores.entropy[i] / most);
  }
  return shown.map((code) => {
    const values = sampled.get(code)!;
    const step = Math.max(1, Math.floor(values.length / SAMPLE));
    return {
      label: head.classes[code].label,
      color: colorOf(head.classes[code].label),
      cells: counts[code],
      median: median(values),
      sample: values.filter((_, i) => i % step === 0).slice(0, SAMPLE),
    };
  });
}
