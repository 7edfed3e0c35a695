import { computed, effect, signal } from "@preact/signals";
import { paintClasses } from "../../plots/palette";
import { STEPS } from "../share/link";
import { fail } from "../engine-client";
import { dealColors, isDark, siteModels } from "../store";
import { partsOf } from "./parts";
import { readSite, type Part, type Site, type SiteData } from "./site-file";

/** What site.json says; null until it has come. */
export const site = signal<Site | null>(null);
/** Parts that the address or a lesson hides. */
export const hiddenByAddress = signal<readonly Part[]>([]);
export const hiddenByLesson = signal<readonly Part[]>([]);

export const steps = computed(() => STEPS.filter((step) => site.value?.steps?.includes(step) ?? true));
const hidden = computed(() => new Set([...(site.value?.hide ?? []), ...hiddenByAddress.value, ...hiddenByLesson.value]));

/** The data set of the site that an address is. */
export function siteData(url: string): SiteData | null {
  return site.value?.data?.find((one) => new URL(one.url, document.baseURI).href === url) ?? null;
}

async function load(): Promise<Site> {
  const response = await fetch("./site.json");
  // A copy of the page without one is a page all the same.
  return response.ok ? readSite(await response.text()) : { format: "phenolens-site/1" };
}

/** Fetches site.json once and dresses the page as it says. */
export async function startSite(): Promise<void> {
  hiddenByAddress.value = partsOf(new URLSearchParams(location.search).get("hide"));
  const root = document.documentElement;
  effect(() => {
    root.dataset.hide = [...hidden.value].join(" ");
  });
  effect(() => {
    const { accent, accentDark } = site.value?.colors ?? {};
    const own = isDark.value ? accentDark : accent;
    for (const [name, value] of Object.entries({
      "--accent": own,
      "--accent-soft": own && `color-mix(in srgb, ${own} 14%, ${isDark.value ? "#1b1f25" : "#fff"})`,
      "--on-accent": own && (isDark.value ? "#10141c" : "#fff"),
    })) {
      if (value) root.style.setProperty(name, value);
      else root.style.removeProperty(name);
    }
  });
  try {
    site.value = await load();
  } catch (error) {
    fail(error);
    site.value = { format: "phenolens-site/1" };
  }
  siteModels.value = site.value.models ?? null;
  const classes = site.value.colors?.classes;
  if (classes) {
    paintClasses(classes);
    dealColors();
  }
}
