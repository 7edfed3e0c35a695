import { useSignal } from "@preact/signals";
import { count, share } from "../../plots/format";
import { demo, demoBook, demoScene, shownData } from "./demo";
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
      <ShareBar label={label} share={now.probability[point]} color={demoBook.value.color(label, isDark.value)}>
        {share(now.probability[point], 2)}
      </ShareBar>
      <div class="soft">entropy {share(now.entropyNorm[point], 2)} of the most</div>
    </div>
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
      <div class="head">{now ? `${title}: ${now.caption} · ${now.model}, computed before you came` : title}</div>
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
          <p class="waiting">{site.value && !data ? "No result came with this copy of the page." : ""}</p>
        )}
        {point.value >= 0 && <Hovered point={point.value} />}
      </div>
      <div class="row">
        {now?.top1 && (
          <span>
            Right at first guess <b>{share(now.top1.value)}</b>
          </span>
        )}
        {now?.mostUndecided && (
          <span>
            Undecided most: <b>{now.mostUndecided}</b>
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
