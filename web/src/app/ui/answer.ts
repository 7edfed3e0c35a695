import { useEffect, useRef } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { toWire, type WireError } from "../../contract/errors";

export interface Answer<T> {
  value: T | null;
  failure: WireError | null;
  isBusy: boolean;
}

/** Asks the engine whenever `key` changes; the last answer stays until the next is there. A null key asks nothing. */
export function useAnswer<T>(key: string | null, ask: () => Promise<T>): Answer<T> {
  const answer = useSignal<Answer<T>>({ value: null, failure: null, isBusy: false });
  const latest = useRef(0);
  useEffect(() => {
    const mine = ++latest.current;
    if (key === null) {
      answer.value = { value: null, failure: null, isBusy: false };
      return;
    }
    answer.value = { ...answer.value, isBusy: true };
    ask().then(
      (value) => {
        if (latest.current === mine) answer.value = { value, failure: null, isBusy: false };
      },
      (error) => {
        if (latest.current === mine) answer.value = { value: null, failure: toWire(error), isBusy: false };
      },
    );
  }, [key]);
  return answer.value;
}
