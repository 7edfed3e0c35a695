import { count, many } from "../../plots/format";
import * as state from "../store";
import { toggleTheme } from "./theme";
import { BACKENDS, VALUE_KINDS } from "../ui/words";
import { leave } from "../open/address";
import { isHelpOpen } from "./keys";
import { Logo } from "./logo";
import { FileButton } from "../open/opening";
import { lazy } from "../ui/lazy";
import { Explained } from "../ui/tip";

const ShareMenu = lazy(async () => (await import("../share/share-menu")).ShareMenu);
const ExportMenu = lazy(async () => (await import("../features/export/export-menu")).ExportMenu);

/** What the models run on, and why not on the GPU where they were to. */
function BackendChip() {
  const model = state.activeModel.value;
  const onnx = state.runs.value.find((run) => state.modelByName.value.get(run.model)?.kind === "onnx");
  const run = onnx ?? (model && state.runByModel.value.get(model.name));
  if (!run) return null;
  const words = `${BACKENDS[run.backend]}${run.lanes > 1 ? ` (${run.lanes} workers)` : ""}`;
  const chip = (
    <span class="chip opt">
      <i class={run.backend === "webgpu" ? "dot" : "dot idle"} />
      {words}
    </span>
  );
  return run.fallback ? <Explained text={run.fallback}>{chip}</Explained> : chip;
}

function FileLine() {
  const info = state.info.value;
  const source = state.source.value;
  if (!info) {
    const name =
      source?.kind === "file"
        ? source.file.name
        : source?.kind === "url"
          ? source.url.split("/").at(-1)
          : source?.kind === "study"
            ? `${source.files.length} files`
            : source?.kind === "sample"
              ? source.name
              : "";
    return (
      <div class="file">
        <b>{name}</b>
      </div>
    );
  }
  const matrix = state.matrixInfo.value;
  return (
    <div class="file">
      <b title={info.name}>{info.name}</b>
      {state.isDemo.value && <em class="tag">simulated</em>}
      <span>
        {count(info.cells)} cells × {count(matrix?.genes ?? info.genes)} genes
        {info.study && ` · ${many(info.study.samples.length, "sample")}`}
        {matrix && ` · ${VALUE_KINDS[matrix.values]} in ${matrix.path}`}
      </span>
    </div>
  );
}

function ThemeButton() {
  const dark = state.isDark.value;
  return (
    <button
      type="button"
      class="btn icon theme"
      aria-label={dark ? "Light theme" : "Dark theme"}
      title={dark ? "Light theme" : "Dark theme"}
      onClick={toggleTheme}
    >
      <svg width="15" height="15" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.5" />
        <path d="M8 1.8a6.2 6.2 0 010 12.4z" fill="currentColor" />
      </svg>
    </button>
  );
}

export function Header() {
  const isFirst = state.phase.value === "first";
  return (
    <header class="top">
      <button type="button" class="logo" onClick={leave} aria-label="Phenolens, start page">
        <Logo />
        <span>Phenolens</span>
      </button>
      {!isFirst && <FileLine />}
      <div class="sp" />
      {!isFirst && <BackendChip />}
      {!isFirst && (
        <span class="hide another">
          <FileButton>Open another</FileButton>
        </span>
      )}
      <button
        type="button"
        class="btn icon"
        aria-label="Glossary and keyboard shortcuts"
        title="Glossary and keyboard shortcuts (?)"
        onClick={() => {
          isHelpOpen.value = true;
        }}
      >
        ?
      </button>
      <ThemeButton />
      {state.info.value && <ShareMenu />}
      {state.info.value && <ExportMenu />}
    </header>
  );
}
