import type { WireError } from "../../contract/errors";
import type { TaskState } from "../task";
import { Note } from "./parts";

/** The code of an error, for who reports it: folded away. */
export function ErrorDetails({ code }: { code: WireError["code"] }) {
  return (
    <details class="error">
      <summary>Details</summary>
      Error code: <code>{code}</code>
    </details>
  );
}

/** What went wrong, in its sentence; nothing where nothing did. */
export function Failure({ error }: { error: WireError | null }) {
  return (
    error && (
      <Note kind="bad">
        {error.message} <ErrorDetails code={error.code} />
      </Note>
    )
  );
}

interface Props {
  task: TaskState;
  /** On the button that starts it. */
  title: string;
  disabled?: boolean;
  /** Absent where the button submits its form. */
  onStart?: () => void;
  stopTitle?: string;
}

/** The button that starts a task; while it runs, the one that stops it. */
export function TaskButton({ task, title, disabled, onStart, stopTitle = "Stop" }: Props) {
  return task.isBusy.value ? (
    <button type="button" class="btn" onClick={task.stop}>
      {stopTitle}
    </button>
  ) : (
    <button type={onStart ? "button" : "submit"} class="btn primary" disabled={disabled ?? false} onClick={() => onStart?.()}>
      {title}
    </button>
  );
}
