import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { droppedOn } from "../dropped";
import { warmUp } from "../session";
import { takeGiven } from "../given";

/** Takes data and models dropped anywhere on the page, at any time. */
export function DropLayer() {
  const isOver = useSignal(false);
  useEffect(() => {
    const stop = new AbortController();
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const onOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (!isOver.value) warmUp();
      isOver.value = true;
    };
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      isOver.value = false;
      void droppedOn(event.dataTransfer).then(takeGiven);
    };
    const onLeave = (event: DragEvent) => { if (!event.relatedTarget) isOver.value = false; };
    addEventListener("dragover", onOver, stop);
    addEventListener("drop", onDrop, stop);
    addEventListener("dragleave", onLeave, stop);
    return () => stop.abort();
  }, []);
  if (!isOver.value) return null;
  return <div class="dropping" aria-hidden="true"><b>Drop to open</b><span>It stays on this computer.</span></div>;
}
