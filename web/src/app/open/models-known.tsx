import { effect, signal } from "@preact/signals";
import { classInfo, knownClasses, mostTissues, originWords, type Knowing } from "../../contract/known-classes";
import type { Manifest } from "../../contract/manifest";
import { count } from "../../plots/format";
import { ClassesLink } from "../features/models/listed";
import { site } from "../site/state";
import { models } from "../store";
import { isDemoSettled } from "./demo";

/** The models that come with the page, as their manifests say; null until those are read. */
const served = signal<Knowing[] | null>(null);

async function json<T>(path: string): Promise<T> {
  const response = await fetch(`./models/${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}

async function read(): Promise<Knowing[]> {
  const names = site.value?.models ?? (await json<string[]>("index.json"));
  const manifests = await Promise.all(names.map((name) => json<Manifest>(`${name}/manifest.json`)));
  return manifests.map(({ species, heads }) => ({
    species,
    heads: heads.map(({ phenotype, classes }) => ({ phenotype, classes: classes.map(classInfo) })),
  }));
}

/** Reads the manifests, once, after the demo's result: the first screen does not wait for them. */
export function startModelsKnown(): void {
  const stop = effect(() => {
    if (!isDemoSettled.value) return;
    queueMicrotask(() => stop());
    // A copy of the page without models has nothing to say of them; a failure is told when one is needed.
    read().then(
      (found) => {
        served.value = found;
      },
      () => {},
    );
  });
}

/** What the models know, in a sentence that leads to the list. */
export function ModelsKnown() {
  const known: readonly Knowing[] = models.value.length > 0 ? models.value : (served.value ?? []);
  const types = knownClasses(known, "cell_type");
  if (types.length === 0) return <p class="knows" />;
  const species = new Set(known.map((one) => one.species));
  const [only] = species;
  const named = species.size === 1 && only !== "other" && only !== "unknown" ? `${only} ` : "";
  const words = originWords(types, mostTissues(known));
  return (
    <p class="knows">
      The models know{" "}
      <span>
        <ClassesLink title="What the models know" models={known} phenotype="cell_type">
          {count(types.length)} {named}cell types
        </ClassesLink>
        {words ? ":" : "."}
      </span>
      {words && ` ${words}.`}
    </p>
  );
}
