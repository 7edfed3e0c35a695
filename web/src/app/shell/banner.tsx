import { failure, isDemo, message, messageAction, source, stored } from "../store";
import { open } from "../engine-client";
import { FAILURES } from "../ui/words";

/** What is worth knowing though nothing went wrong. */
export function Message() {
  if (!message.value) return null;
  const action = messageAction.value;
  return (
    <div class="banner good" role="status">
      <span>{message.value}</span>
      {action && (
        <button type="button" class="btn" onClick={action.run}>
          {action.title}
        </button>
      )}
      <button
        type="button"
        class="close"
        aria-label="Dismiss"
        onClick={() => {
          message.value = "";
          messageAction.value = null;
        }}
      >
        ×
      </button>
    </div>
  );
}

/** What went wrong, in one sentence with its code. The page goes on. */
export function Banner() {
  const now = failure.value;
  if (!now) return null;
  const again = now.retry ? source.value : null;
  return (
    <div class="banner" role="alert">
      <span>
        <b>{FAILURES[now.code]}.</b> {now.message} <code>{now.code}</code>
      </span>
      {again && (
        <button type="button" class="btn" onClick={() => void open(again, isDemo.value, stored.value)}>
          Open again
        </button>
      )}
      <button
        type="button"
        class="close"
        aria-label="Dismiss"
        onClick={() => {
          failure.value = null;
        }}
      >
        ×
      </button>
    </div>
  );
}
