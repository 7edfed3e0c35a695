import { useSignal } from "@preact/signals";
import { count, share } from "../../plots/format";
import { demo, demoBook, demoScene } from "../demo";
import { isDark } from "../state";
import { MapCanvas } from "./map-canvas";
import { openDemo } from "../address";
import { ShareBar } from "./parts";

function Hovered({ point }: { point: number }) {
  const now = demo.value;
  const label = now?.labels[now.codes[point]];
  if (!now || !label) return null;
  return (
    <div class="hover">
      <h4>Simulated cell {count(point + 1)}</h4>
      <ShareBar label={label} share={now.probability[point]} color={demoBook.value.color(label, isDark.value)}>{share(now.probability[point], 2)}</ShareBar>
      <div class="soft">entropy {share(now.entropyNorm[point], 2)} of the most</div>
    </div>
  );
}

/** A result that is there before any model: the demo's, computed when the page was built. */
export function DemoCard() {
  const now = demo.value;
  const point = useSignal(-1);
  return (
    <section class="demo" aria-label="Demo">
      <div class="head">{now ? `Demo: ${now.caption} · ${now.model}, computed before you came` : "A demo of simulated cells"}</div>
      <div class="stage">
        {now ? <MapCanvas scene={demoScene} label={`Demo map of ${count(now.cells)} simulated cells.`} onHover={(at) => { point.value = at; }} onTap={(at) => { point.value = at; }} /> : <p class="waiting">Nothing precomputed came with this copy of the page; the demo itself runs.</p>}
        {point.value >= 0 && <Hovered point={point.value} />}
      </div>
      <div class="row">
        {now?.top1 && <span>Right at first guess <b>{share(now.top1.value)}</b></span>}
        {now?.mostUndecided && <span>Undecided most: <b>{now.mostUndecided}</b></span>}
        <button type="button" class="link" onClick={openDemo}>Try the demo</button>
      </div>
    </section>
  );
}
