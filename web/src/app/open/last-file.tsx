import { openFile } from "./address";
import { fail } from "../engine-client";
import { lastFile, rememberHandle } from "../share/session";
import { Note } from "../ui/parts";

type Asking = FileSystemFileHandle & { requestPermission?(options: { mode: "read" }): Promise<PermissionState> };

async function reopen(handle: Asking): Promise<void> {
  if ((await handle.requestPermission?.({ mode: "read" })) === "denied") return;
  const file = await handle.getFile();
  rememberHandle(file, handle);
  openFile(file);
}

/** After a reload: the file that was open, which the page cannot read again unasked. */
export function LastFile() {
  const last = lastFile.value;
  if (!last) return null;
  const { handle } = last;
  return (
    <Note kind="good">
      <b>{last.name}</b> was open here.{" "}
      {handle ? (
        <>
          <button type="button" class="link" onClick={() => void reopen(handle).catch(fail)}>
            Open it again
          </button>
          : labels, selection and view were kept.
        </>
      ) : (
        "Drop it again: labels, selection and view were kept."
      )}
    </Note>
  );
}
