import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { fail } from "../engine-client";
import { isOnlyHere } from "../open/own-models";
import { rule } from "../features/map/selection";
import { fitsLink } from "../features/map/selection-rule";
import { scriptModel, takeScript } from "./python";
import { saveSession } from "./session";
import * as state from "../store";
import { shareableLink } from "./view-link";
import { useDismiss } from "../ui/dismiss";

/** What a link carries of what is open, in a sentence. */
function sentence(): string {
  const isHere = state.source.value?.kind === "file";
  const data = isHere
    ? "It holds the view and your file’s name, not your data: who opens it drops the same file."
    : "It opens the same data with the same view.";
  const left = rule.value && !fitsLink(rule.value) ? " The cells you selected one by one are too many for a link." : "";
  const own = state.usableModels.value.filter(({ name }) => isOnlyHere(name)).map(({ title }) => title);
  const models =
    own.length > 0
      ? ` ${own.join(" and ")} ${own.length > 1 ? "are" : "is"} not in it: put the .zip on a host and add &model= and its address.`
      : "";
  return data + left + models;
}

function CopyLink() {
  const field = useRef<HTMLInputElement | null>(null);
  const copied = useSignal("");
  const link = shareableLink();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      copied.value = "Copied.";
    } catch {
      // Pages over plain http may not write to the clipboard.
      field.current?.select();
      copied.value = "Press Ctrl+C to copy.";
    }
  };
  return (
    <div class="sharelink">
      <div class="linkbox">
        <input
          ref={field}
          type="text"
          readOnly
          aria-label="Link to this view"
          value={link}
          onFocus={(event) => event.currentTarget.select()}
        />
        <button type="button" class="btn primary" onClick={() => void copy()}>
          Copy
        </button>
      </div>
      <small role="status">{copied.value || sentence()}</small>
    </div>
  );
}

/** Ways to hand on what is on the page. */
export function ShareMenu() {
  const isOpen = useSignal(false);
  const script = scriptModel();
  const box = useDismiss(isOpen.value, () => {
    isOpen.value = false;
  });
  return (
    <div class="menu sharing" ref={box}>
      <button
        type="button"
        class="btn"
        aria-expanded={isOpen.value}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        Share <span aria-hidden="true">▾</span>
      </button>
      {isOpen.value && (
        <div class="sheet share" role="group" aria-label="Share">
          <CopyLink />
          <button
            type="button"
            onClick={() => {
              saveSession();
              isOpen.value = false;
            }}
          >
            <b>Session file</b>
            <small>view, matched labels, selection and scores, but no cell: drop it here with the same file and all is as it is now</small>
          </button>
          <button
            type="button"
            disabled={!script}
            onClick={() => {
              void takeScript().catch(fail);
              isOpen.value = false;
            }}
          >
            <b>The same in Python</b>
            <small>
              {script
                ? `a scanpy script: quality, normalization, and what ${script.title} says of every cell`
                : "a scanpy script of what a linear model says, once one has run"}
            </small>
          </button>
        </div>
      )}
    </div>
  );
}
