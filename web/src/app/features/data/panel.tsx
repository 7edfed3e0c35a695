import type { ColumnInfo, FileInfo, MatrixInfo, UnusableMatrix } from "../../../contract/types";
import { bytes, count, percent } from "../../../plots/format";
import { analyze, readAgain } from "../../engine-client";
import * as state from "../../store";
import { shownProgress } from "../../task";
import { VALUE_KINDS } from "../../ui/words";
import { AddFiles, Samples } from "./samples";
import { NoModel } from "./no-model";
import { ModelsPanel } from "../models/models-panel";
import { FileButton } from "../../open/opening";
import { Orthologs } from "../../open/orthologs";
import { Card, Headline, Note } from "../../ui/parts";

function MatrixRow({ matrix, isTaken }: { matrix: MatrixInfo; isTaken: boolean }) {
  return (
    <tr>
      <td>
        <label class="radio">
          <input type="radio" name="matrix" checked={isTaken} onChange={() => void analyze(matrix.path)} />
          <code>{matrix.path}</code>
        </label>
      </td>
      <td class="left" title={matrix.why}>
        {matrix.features ?? VALUE_KINDS[matrix.scale.stored]}
      </td>
      <td>{count(matrix.genes)}</td>
      <td title={`${matrix.layout}, ${matrix.dtype}`}>
        {matrix.layout === "dense" ? "dense" : percent(matrix.stored / Math.max(matrix.cells * matrix.genes, 1))}
      </td>
    </tr>
  );
}

function UnusableRow({ matrix }: { matrix: UnusableMatrix }) {
  return (
    <tr>
      <td>
        <label class="radio">
          <input type="radio" name="matrix" disabled />
          <code>{matrix.path}</code>
        </label>
      </td>
      <td class="left" colSpan={3}>
        cannot be used: {matrix.why}
      </td>
    </tr>
  );
}

function Matrices() {
  const info = state.info.value!;
  const taken = state.matrixInfo.value;
  return (
    <Card
      title="Expression matrices"
      lead={
        <>
          {info.matrixWhy} {taken?.why}
        </>
      }
    >
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">Matrix</th>
              <th scope="col" class="left">
                Values
              </th>
              <th scope="col">Genes</th>
              <th scope="col">Non-zero</th>
            </tr>
          </thead>
          <tbody>
            {info.matrices.map((matrix) => (
              <MatrixRow key={matrix.path} matrix={matrix} isTaken={matrix.path === info.matrix} />
            ))}
            {info.unusable.map((matrix) => (
              <UnusableRow key={matrix.path} matrix={matrix} />
            ))}
          </tbody>
        </table>
      </div>
      {info.matrices.length > 1 && <p class="after">Selecting another matrix runs the analysis again.</p>}
    </Card>
  );
}

function ColumnChip({ column }: { column: ColumnInfo }) {
  const color = state.colorBy.value;
  const isOn = color.kind === "column" && color.name === column.name;
  return (
    <button
      type="button"
      class={isOn ? "tagbtn on" : "tagbtn"}
      aria-pressed={isOn}
      title={`Colour the map by ${column.name}`}
      onClick={() => state.choose({ colorBy: { kind: "column", name: column.name } })}
    >
      {column.name}
      <small>{column.kind === "number" ? "number" : column.categories !== undefined ? count(column.categories) : column.kind}</small>
    </button>
  );
}

/** Which column names the genes, where there is a choice. */
function GenesFrom({ info }: { info: FileInfo }) {
  if (info.geneColumns.length === 0) return null;
  return (
    <label class="field">
      <span>Genes are named by</span>
      <select
        value={info.reading.genesFrom ?? ""}
        onChange={(event) => {
          const { genesFrom: _before, ...rest } = info.reading;
          const name = event.currentTarget.value;
          void readAgain(name ? { ...rest, genesFrom: name } : rest);
        }}
      >
        <option value="">what fits best ({info.geneVerdict.source === "_index" ? "the index" : info.geneVerdict.source})</option>
        <option value="_index">the index</option>
        {info.geneColumns.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Which modality, assay or genome is read, where there is a choice. */
function PartRead({ info: { choice, reading } }: { info: FileInfo }) {
  if (!choice || choice.all.length < 2) return null;
  return (
    <label class="field">
      <span>{choice.of[0]!.toUpperCase() + choice.of.slice(1)}</span>
      <select value={choice.taken} onChange={(event) => void readAgain({ ...reading, part: event.currentTarget.value })}>
        {choice.all.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What is in the file, and which of its genes the models use. */
export function DataPanel() {
  const info = state.info.value;
  if (!info)
    return (
      <Headline title="Opening the file">
        {shownProgress.value?.step === "convert"
          ? "The files are converted to .h5ad first, on this computer, and then read in parts."
          : state.source.value?.kind !== "url"
            ? "The file is read in parts, directly from your disk."
            : shownProgress.value?.step === "download"
              ? "The whole file is downloaded first: it is small, or its host does not support partial downloads."
              : "Only the parts that are needed are downloaded."}
      </Headline>
    );
  // Of the matrix analysed, once one is: another than the file's first choice has genes of its own.
  const analysed = state.report.value?.coverage ?? [];
  const coverage = info.coverage.map((one) => analysed.find(({ model }) => model === one.model) ?? one);
  const refused = info.matrix !== "" && coverage.length > 0 && coverage.every((one) => one.verdict === "refused");
  // What concerns a model's genes is shown beside them.
  const shown = new Set<string>();
  // The card of samples says how files were joined, and which were left out.
  for (const { code, message } of info.notices) if (code === "left-out" || code === "study") shown.add(message);
  const notices = [...info.notices, ...(state.report.value?.notices ?? [])].filter(
    (one) => !one.code.startsWith("coverage-") && !shown.has(one.message) && shown.add(one.message),
  );
  return (
    <>
      <Headline title="File contents">
        {count(info.cells)} cells × {count(info.genes)} genes, {bytes(info.bytes)}.
        {!info.study && ["file", "sample"].includes(state.source.value?.kind ?? "") && (
          <>
            {" "}
            <AddFiles look="link">Add files of other samples</AddFiles>
          </>
        )}
      </Headline>
      {/* Where the header has no room for it. */}
      <div class="narrow-only">
        <FileButton label="Another file of cells">Open another</FileButton>
      </div>
      {state.isDemo.value && (
        <Note>These cells are simulated from class profiles, to try the page with. Do not draw biological conclusions from them.</Note>
      )}
      {refused && <NoModel />}
      {notices.map((notice) => (
        <Note key={notice.code + notice.message}>
          {notice.message}
          {notice.code === "transposed" && (
            <>
              {" "}
              <button type="button" class="link" onClick={() => void readAgain({ ...info.reading, isTransposed: true })}>
                Read it with cells in columns
              </button>
            </>
          )}
        </Note>
      ))}
      {info.study && <Samples study={info.study} />}
      <Matrices />
      <ModelsPanel>
        <PartRead info={info} />
        <GenesFrom info={info} />
        {coverage.length > 0 && <Orthologs />}
      </ModelsPanel>
      {info.columns.length > 0 && (
        <Card
          title="Cell metadata (obs)"
          lead="Click a column to colour the map by it. Choose the labels to score the models on under Trust."
        >
          <div class="tags">
            {info.columns.map((column) => (
              <ColumnChip key={column.name} column={column} />
            ))}
          </div>
        </Card>
      )}
    </>
  );
}
