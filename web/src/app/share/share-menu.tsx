import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { fail } from "../engine-client";
import { isOnlyHere } from "../open/own-models";
import { namesCodec, namesForLink } from "../features/annotate/link-names";
import { annotation } from "../features/annotate/state";
import { rule } from "../features/map/selection";
import { fitsLink } from "../features/map/selection-rule";
import { exportScript, scriptModel } from "./python";
import { saveSession } from "./session";
import * as state from "../store";
import { shareableLink } from "./view-link";
import { useDismiss } from "../ui/dismiss";

/** Says where names were given that a link does not carry. */
function namesLeftOut(): string {
  const now = annotation.value;
  if (!now?.groups.some(({ isAccepted }) => isAccepted)) return "";
  const names = namesForLink(now);
  if (names && namesCodec.write(names) !== null) return "";
  const why = names ? "is longer than a link may be" : "has parts split off or selections, whose cells a link has no room for";
  return ` Your annotation ${why}, and is not included: send the session file or the annotation's JSON.`;
}

/** What a link carries of what is open, in a sentence. */
function sentence(): string {
  const isHere = state.source.value !== null && state.source.value.kind !== "url";
  const what = state.info.value?.study ? "files" : "file";
  const data = isHere
    ? `Contains the view and the name of your ${what}, but not your data: the recipient drops the same ${what}.`
    : "Opens the same data with the same view.";
  const left = rule.value && !fitsLink(rule.value) ? " Your selection has too many cells for a link and is not included." : "";
  const own = state.usableModels.value.filter(({ name }) => isOnlyHere(name)).map(({ title }) => title);
  const models =
    own.length > 0 ? ` ${own.join(" and ")} ${own.length > 1 ? "are" : "is"} not included: host the .zip and add &model= and its URL.` : "";
  return data + left + namesLeftOut() + models;
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
      copied.value = "Use Ctrl+C to copy.";
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

/** Ways to share what is on the page. */
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
            <small>
              view, label matching, selection, annotation and scores, no expression: drop it here with the same file to restore them
            </small>
          </button>
          <button
            type="button"
            disabled={!script}
            onClick={() => {
              void exportScript().catch(fail);
              isOpen.value = false;
            }}
          >
            <b>Python script</b>
            <small>
              {script
                ? `computes the same with scanpy: quality, normalization and predictions of ${script.title}`
                : "computes the same with scanpy, once a linear model has run"}
            </small>
          </button>
        </div>
      )}
    </div>
  );
}
