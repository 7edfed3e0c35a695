import { signal, type ReadonlySignal } from "@preact/signals";

/** What the user should know though nothing went wrong: one or two sentences, and what can be done about it, on a button. */
export interface Message {
  text: string;
  action: { title: string; run(): void } | null;
}

const shown = signal<Message | null>(null);
export const message: ReadonlySignal<Message | null> = shown;

/** Shows a message in place of the one before. */
export function showMessage(text: string, action: Message["action"] = null): void {
  shown.value = { text, action };
}

export function clearMessage(): void {
  shown.value = null;
}
