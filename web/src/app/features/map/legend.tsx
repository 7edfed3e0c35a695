import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { count } from "../../../plots/format";
import { rampTicks } from "../../../plots/ticks";
import { shortClass } from "../../../plots/class-names";
import { SLOTS, divergingColor, rampColor, slotColor, toHex } from "../../../plots/palette";
import type { Coloring, LegendClass } from "./coloring";
import { unitOf, valueFormat } from "./files";
import { cellsOfClass, coloring, highlighted, missingWord } from "./state";
import { ruleOfClass, selectCells } from "./selection";
import * as state from "../../store";
import { classTitle } from "../../ui/class-name";
import { SearchField } from "../../ui/search-field";

/** From this many classes on, the legend can be searched. */
const SEARCHED_CLASSES = 14;
/** Classes listed at most: the file's order or the most cells first, the others by a search. */
const LISTED_CLASSES = 200;

function ClassRow({ one, index }: { one: LegendClass; index: number }) {
  const point = (on: boolean) => {
    highlighted.value = on ? index : null;
  };
  return (
    <li>
      <button
        type="button"
        title={`${classTitle(state.head.value, one.label)}: click to select ${count(one.cells)} cells`}
        onPointerEnter={() => point(true)}
        onPointerLeave={() => point(false)}
        onFocus={() => point(true)}
        onBlur={() => point(false)}
        onClick={() => selectCells(cellsOfClass(index), ruleOfClass(one.label))}
      >
        <i style={{ background: one.color ?? slotColor(one.slot, state.isDark.value) }} />
        <b>{shortClass(one.label)}</b>
        <span>{count(one.cells)}</span>
      </button>
    </li>
  );
}

function Classes({ now }: { now: Extract<Coloring, { kind: "classes" }> }) {
  const search = useSignal("");
  const wanted = search.value.trim().toLowerCase();
  const shown = now.classes
    .map((one, index) => ({ one, index }))
    .filter(({ one }) => `${one.label} ${shortClass(one.label)}`.toLowerCase().includes(wanted));
  const listed = shown.slice(0, LISTED_CLASSES);
  return (
    <>
      {now.classes.length >= SEARCHED_CLASSES && (
        <SearchField label="Search the legend" placeholder={`Search ${count(now.classes.length)} classes`} search={search} />
      )}
      <ul>
        {listed.map(({ one, index }) => (
          <ClassRow key={one.label} one={one} index={index} />
        ))}
        {shown.length > listed.length && <li class="missing">{count(shown.length - listed.length)} more: search for them</li>}
        {now.missing > 0 && !wanted && (
          <li class="missing">
            <i style={{ background: slotColor(-1, state.isDark.value) }} />
            <b>{missingWord()}</b>
            <span>{count(now.missing)}</span>
          </li>
        )}
      </ul>
      {!now.own && now.classes.length > SLOTS && <small>Colours repeat after {SLOTS} classes.</small>}
    </>
  );
}

function Ramp({ now }: { now: Extract<Coloring, { kind: "values" }> }) {
  const dark = state.isDark.value;
  const stops = Array.from({ length: 9 }, (_, i) => toHex(now.isDiverging ? divergingColor(i / 4 - 1, dark) : rampColor(i / 8, dark))).join(
    ",",
  );
  const format = valueFormat(now);
  const ticks = rampTicks(now.low, now.high, format, 3);
  return (
    <>
      <div class="ramp" style={{ background: `linear-gradient(90deg,${stops})` }} />
      <div class="ends">
        {ticks.map(({ at, label }) => (
          <span key={at} style={{ left: `${at * 100}%`, transform: `translateX(-${Math.round(at * 100)}%)` }}>
            {label}
          </span>
        ))}
      </div>
    </>
  );
}

/** The legend is open until it has been shut; where that cannot be kept, it is open. */
const SHUT = "phenolens-legend";
function wasShut(): boolean {
  try {
    return localStorage.getItem(SHUT) === "shut";
  } catch {
    return false;
  }
}
function keepShut(isShut: boolean): void {
  try {
    if (isShut) localStorage.setItem(SHUT, "shut");
    else localStorage.removeItem(SHUT);
  } catch {
    // The page works without.
  }
}

type CrowdOf = (left: number, top: number, width: number, height: number) => number;

/** Positions that came this long ago lie still. */
const SETTLED_MS = 300;

type Corner = "low" | "high" | "right";

/** The corner where the legend hides the fewest cells, found anew when cells, legend or map have another place or size. */
function useCorner(crowdOf: CrowdOf) {
  const box = useRef<HTMLDivElement | null>(null);
  const corner = useSignal<Corner>("low");
  const places = state.positions.value;
  const isShown = coloring.value !== null;
  useEffect(() => {
    const stage = box.current?.parentElement;
    if (!box.current || !stage) return;
    const place = () => {
      if (!box.current) return;
      const { offsetWidth: width, offsetHeight: height } = box.current;
      const bottom = stage.clientHeight - height - 14;
      const crowds: [Corner, number][] = [
        ["low", crowdOf(14, bottom, width, height)],
        ["high", crowdOf(14, 14, width, height)],
        ["right", stage.clientWidth > 2.2 * width ? crowdOf(stage.clientWidth - width - 54, bottom, width, height) : Infinity],
      ];
      corner.value = crowds.reduce((best, one) => (one[1] < best[1] ? one : best))[0];
    };
    // After the map has been fitted to new positions or another size, and once they have settled.
    let timer = setTimeout(place, SETTLED_MS);
    const resized = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(place, SETTLED_MS);
    });
    resized.observe(stage);
    resized.observe(box.current);
    return () => {
      clearTimeout(timer);
      resized.disconnect();
    };
  }, [places, isShown]);
  return { box, corner: corner.value };
}

/** What the colours mean. Pointing at a class highlights its cells; a click selects them. */
export function Legend({ crowdOf }: { crowdOf: CrowdOf }) {
  const now = coloring.value;
  const isOpen = useSignal(!wasShut());
  const { box, corner } = useCorner(crowdOf);
  if (!now) return null;
  const title = now.kind === "values" && now.isGene ? <i class="gene">{now.title}</i> : now.title;
  return (
    <div ref={box} class={`legend ${corner}${isOpen.value ? "" : " shut"}`}>
      <button
        type="button"
        class="head"
        aria-expanded={isOpen.value}
        onClick={() => {
          isOpen.value = !isOpen.value;
          keepShut(!isOpen.value);
        }}
      >
        <b>
          {title}
          {now.kind === "values" && unitOf(now) ? ` (${unitOf(now)})` : ""}
        </b>
        <i aria-hidden="true">{isOpen.value ? "–" : "+"}</i>
      </button>
      {isOpen.value && (now.kind === "classes" ? <Classes now={now} /> : <Ramp now={now} />)}
    </div>
  );
}
