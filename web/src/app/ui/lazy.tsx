import { signal } from "@preact/signals";
import type { FunctionComponent, VNode } from "preact";
import { useEffect } from "preact/hooks";
import { fail } from "../engine-client";

/**
 * A component whose code is fetched when it is first drawn, or when `when` first says so; `waiting` stands in its place until then, by
 * default nothing. Once there it stays drawn: a dialog closes itself.
 */
export function lazy(
  load: () => Promise<FunctionComponent>,
  { when = () => true, waiting = null }: { when?: () => boolean; waiting?: VNode | null } = {},
): FunctionComponent {
  const loaded = signal<FunctionComponent | null>(null);
  return function Lazy() {
    const Component = loaded.value;
    const isWanted = when();
    useEffect(() => {
      if (isWanted && !Component)
        load().then((component) => {
          loaded.value = component;
        }, fail);
    }, [isWanted]);
    return Component ? <Component /> : waiting;
  };
}
