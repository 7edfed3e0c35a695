import { useEffect, useState } from "preact/hooks";
import type { SampleInfo, StudyFile, StudyInfo } from "../../../contract/types";
import { bytes, count, many } from "../../../plots/format";
import { changeFiles, fail, refuse } from "../../engine-client";
import { findSources } from "../../open/find";
import { CELLS } from "../../open/accepted";
import { PickFiles } from "../../ui/pick-file";
import { Card, Note } from "../../ui/parts";
import { VALUE_KINDS } from "../../ui/words";
import * as state from "../../store";

/** The files of the study as it was asked for, left out or not. */
function askedFiles(): StudyFile[] {
  const source = state.source.value;
  if (source?.kind === "study") return source.files;
  return source && source.kind !== "path" ? [{ source }] : [];
}

/** Opens the samples that there are with one thing changed. */
function change(study: StudyInfo, made: (files: StudyFile[]) => StudyFile[]): void {
  const asked = askedFiles();
  const files = study.samples.map(({ sample, place }) => ({ ...asked[place]!, sample }));
  void changeFiles(made(files));
}

function NameField({ study, at }: { study: StudyInfo; at: number }) {
  const { sample, file } = study.samples[at]!;
  const [text, setText] = useState(sample);
  useEffect(() => setText(sample), [sample]);
  const put = () => {
    const wanted = text.trim();
    if (wanted === "" || wanted === sample) return setText(sample);
    if (study.samples.some((one, i) => i !== at && one.sample === wanted)) {
      setText(sample);
      return refuse(`Another sample is called ${wanted}: give each a name of its own.`);
    }
    change(study, (files) => files.map((one, i) => (i === at ? { ...one, sample: wanted } : one)));
  };
  return (
    <input
      type="text"
      class="sample-name"
      aria-label={`Name of the sample in ${file}`}
      value={text}
      onInput={(event) => setText(event.currentTarget.value)}
      onBlur={put}
      onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
    />
  );
}

function Row({ study, sample, at }: { study: StudyInfo; sample: SampleInfo; at: number }) {
  return (
    <tr>
      <td class="left">
        <NameField study={study} at={at} />
        <small class="soft" title={`${sample.file}, ${bytes(sample.bytes)}`}>
          {sample.file}
        </small>
      </td>
      <td>{count(sample.cells)}</td>
      <td>{count(sample.genes)}</td>
      <td class="left" title={sample.matrixWhy}>
        <code>{sample.matrix}</code> {VALUE_KINDS[sample.values]}
      </td>
      <td>
        <button
          type="button"
          class="close"
          aria-label={`Remove ${sample.sample}`}
          disabled={study.samples.length === 1}
          onClick={() => change(study, (files) => files.filter((_, i) => i !== at))}
        >
          ×
        </button>
      </td>
    </tr>
  );
}

/** Asks for files to add to those that are open. */
export function AddFiles({ look = "btn", children }: { look?: "btn" | "link"; children: string }) {
  return (
    <PickFiles
      label="Files of further samples"
      accept={CELLS}
      look={look}
      onPick={async (picked) => {
        const added = await findSources(Object.fromEntries(picked.map((file) => [file.name, file])), "cells").catch(fail);
        if (!added || !("files" in added)) return;
        if (added.files.length === 0)
          return refuse("No cells were found in these files (.h5ad, .h5, matrix.mtx with its tables, .csv, .zip).");
        const study = state.info.value?.study;
        if (study) change(study, (files) => [...files, ...added.files]);
        else void changeFiles([...askedFiles(), ...added.files]);
      }}
    >
      {children}
    </PickFiles>
  );
}

/** What is read of files of different genes. */
const USE = {
  each: "Models read each file by the genes that it measures; Survey, markers, training and Compare use the shared ones.",
  shared: "These alone are used; take X below to have models read each file by all the genes that it measures.",
};

/** The files that are read as one: their names, what is read of each, and those left out. */
export function Samples({ study }: { study: StudyInfo }) {
  const { samples, leftOut, genes, column } = study;
  const usedBy = USE[state.info.value?.matrix === study.shared ? "shared" : "each"];
  return (
    <Card
      title={`${many(samples.length, "sample")}`}
      lead={
        <>
          {genes.any === genes.every
            ? `All measure the same ${count(genes.any)} genes.`
            : `${count(genes.every)} of ${count(genes.any)} genes are measured in every file. ${usedBy}`}{" "}
          Names are in the column <code>{column}</code>.
        </>
      }
      actions={<AddFiles>Add files</AddFiles>}
    >
      <div class="wide">
        <table class="samples">
          <thead>
            <tr>
              <th scope="col" class="left">
                Sample
              </th>
              <th scope="col">Cells</th>
              <th scope="col">Genes</th>
              <th scope="col" class="left">
                Matrix
              </th>
              <th scope="col">
                <span class="sr">Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {samples.map((sample, at) => (
              <Row key={sample.fingerprint + String(at)} study={study} sample={sample} at={at} />
            ))}
          </tbody>
        </table>
      </div>
      {leftOut.map(({ file, why }) => (
        <Note key={file}>
          <b>{file}</b> is left out: {why}
        </Note>
      ))}
    </Card>
  );
}
