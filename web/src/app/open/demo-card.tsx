import { useSignal } from "@preact/signals";
import { shortClass } from "../../plots/class-names";
import { count, percent, probability, score } from "../../plots/format";
import { demo, demoBook, demoScene, DOUBTFUL, shownData } from "./demo";
import { site } from "../site/state";
import { isDark } from "../store";
import { MapCanvas } from "../features/map/map-canvas";
import { openLink } from "./address";
import { ShareBar } from "../ui/parts";

function Hovered({ point }: { point: number }) {
  const now = demo.value;
  const label = now?.labels[now.codes[point]];
  if (!now || !label) return null;
  return (
    <div class="hover">
      <h4>
        {shownData.value?.isSimulated ? "Simulated cell" : "Cell"} {count(point + 1)}
      </h4>
      <ShareBar label={shortClass(label)} title={label} share={now.probability[point]} color={demoBook.value.color(label, isDark.value)}>
        {probability(now.probability[point])}
      </ShareBar>
      <div class="soft">entropy {probability(now.entropyNorm[point])} (0: certain, 1: all classes equally likely)</div>
    </div>
  );
}

/** What the colours of the map are, most cells first. */
function Key() {
  const book = demoBook.value;
  const { codes, labels } = demo.value!;
  const counts = new Map<number, number>();
  for (const code of codes) if (code < labels.length) counts.set(code, (counts.get(code) ?? 0) + 1);
  return (
    <ul class="key" aria-label="Colours of the map">
      {[...counts]
        .sort((a, b) => b[1] - a[1])
        .map(([code, cells]) => (
          <li key={code} title={`${labels[code]}: ${count(cells)} cells`}>
            <i class="swatch" style={{ background: book.color(labels[code], isDark.value) }} />
            {shortClass(labels[code])}
          </li>
        ))}
    </ul>
  );
}

/** A result that is there before any model: the demo's, computed when the page was built. */
export function DemoCard() {
  const now = demo.value;
  const data = shownData.value;
  const point = useSignal(-1);
  const title = data?.title ?? "Demo";
  const kind = data?.isSimulated ? "simulated cells" : "cells";
  return (
    <section class="demo" aria-label={title}>
      <div class="head">{now ? `${title}: ${now.caption} · ${now.model}, precomputed` : title}</div>
      <div class="stage">
        {now ? (
          <MapCanvas
            scene={demoScene}
            label={`${title} map of ${count(now.cells)} ${kind}.`}
            onHover={(at) => {
              point.value = at;
            }}
            onTap={(at) => {
              point.value = at;
            }}
          />
        ) : (
          <p class="waiting">{site.value && !data ? "This copy of the page has no demo result." : ""}</p>
        )}
        {point.value >= 0 && <Hovered point={point.value} />}
      </div>
      {now ? <Key /> : <div class="key" />}
      <div class="row">
        {now && (
          <span title="Cells whose predicted class has a probability below .9; they have this colour on the map">
            <i class="swatch ink" />
            Doubtful (p &lt; .9) <b>{percent(now.probability.reduce((sum, p) => sum + Number(p < DOUBTFUL), 0) / now.cells)}</b>
          </span>
        )}
        {now?.top1 && !data?.isSimulated && (
          <span>
            Top-1 accuracy <b>{score(now.top1.value)}</b>
          </span>
        )}
        {now?.mostUndecided && (
          <span>
            Highest entropy: <b title={now.mostUndecided}>{shortClass(now.mostUndecided)}</b>
          </span>
        )}
        {data && (
          <button type="button" class="link" onClick={() => openLink(data.url)}>
            {data.title === "Demo" ? "Try the demo" : `Open ${data.title}`}
          </button>
        )}
      </div>
    </section>
  );
}
