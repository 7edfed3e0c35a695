import { dismissFailure, open } from "../engine-client";
import { failure, isDemo, source, stored } from "../store";
import { ErrorDetails } from "../ui/run-parts";
import { FAILURES } from "../ui/words";
import { clearMessage, message } from "./message";

/** What is worth knowing though nothing went wrong. */
export function Message() {
  const now = message.value;
  if (!now) return null;
  const { text, action } = now;
  return (
    <div class="banner good" role="status">
      <span>{text}</span>
      {action && (
        <button type="button" class="btn" onClick={action.run}>
          {action.title}
        </button>
      )}
      <button type="button" class="close" aria-label="Dismiss" onClick={clearMessage}>
        ×
      </button>
    </div>
  );
}

/** What went wrong, in one sentence; its code is in the details. */
export function Banner() {
  const now = failure.value;
  if (!now) return null;
  const again = now.retry ? source.value : null;
  return (
    <div class="banner" role="alert">
      <span>
        <b>{FAILURES[now.code]}.</b> {now.message} <ErrorDetails code={now.code} />
      </span>
      {again && (
        <button type="button" class="btn" onClick={() => void open(again, isDemo.value, stored.value)}>
          Open again
        </button>
      )}
      <button type="button" class="close" aria-label="Dismiss" onClick={dismissFailure}>
        ×
      </button>
    </div>
  );
}
