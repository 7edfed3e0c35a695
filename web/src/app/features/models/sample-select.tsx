import { count } from "../../../plots/format";
import { goOn } from "../../engine-client";
import * as state from "../../store";

/** Offered numbers of cells. */
const SAMPLES = [500, 1000, 2000, 5000, 10_000, 50_000];

/** How many cells neural networks read; not shown of files that they soon have read. */
export function SampleSelect() {
  const cells = state.info.value?.cells ?? 0;
  const now = state.sample.value;
  const isSlow = state.usableModels.value.some(({ kind }) => kind === "onnx");
  const offered = [...new Set([...SAMPLES, ...(now === null ? [] : [now])])].filter((sample) => sample < cells).sort((a, b) => a - b);
  if (!isSlow || offered.length === 0) return null;
  return (
    <label class="field">
      <span>Cells that neural networks read</span>
      <select
        value={now !== null && now < cells ? String(now) : ""}
        onChange={(event) => void goOn(event.currentTarget.value ? Number(event.currentTarget.value) : null)}
      >
        <option value="">all {count(cells)}</option>
        {offered.map((sample) => (
          <option key={sample} value={sample}>
            {count(sample)} drawn cells
          </option>
        ))}
      </select>
    </label>
  );
}
