import type { Annotation, NamedGroup } from "../../../contract/annotation";
import { hexOf } from "../../../plots/own-colors";
import type { ColorBook } from "../../../plots/palette";
import * as state from "../../store";
import { byColumn, type Coloring } from "../map/coloring";
import { annotation, groupCodes, shownName } from "./state";

/** Classes have the colours they have as predictions: a type keeps its colour everywhere. */
const book = (): ColorBook => state.colorBook("cell_type");

const ownColor = ({ color }: NamedGroup): string | null => (color === "" ? null : hexOf(color));

/** A group's colour: the file's own where it has one, else that of its name. */
export function colorOf(group: NamedGroup): string {
  const { name } = shownName(group);
  book().add([name]);
  return ownColor(group) ?? book().color(name, state.isDark.value);
}

/** The names as they are shown now, each once, in the order of the groups, and which each group has. */
function shownNames({ groups }: Annotation): { names: string[]; of: number[]; colors: string[] } {
  const place = new Map<string, number>();
  const colors: string[] = [];
  const of = groups.map((group) => {
    const { name } = shownName(group);
    const known = place.get(name);
    if (known !== undefined) return known;
    place.set(name, place.size);
    colors.push(colorOf(group));
    return place.size - 1;
  });
  return { names: [...place.keys()], of, colors };
}

/** Colours the map by the names in progress; groups without one go by their own. */
export function annotationColoring(): Coloring | null {
  const [now, codes] = [annotation.value, groupCodes.value];
  if (!now || !codes) return null;
  const { names, of, colors } = shownNames(now);
  const hasOwn = now.groups.some((group) => ownColor(group) !== null);
  return byColumn(book(), "Names in progress", {
    name: "annotation",
    kind: "category",
    codes: codes.map((group) => (group < 0 ? -1 : of[group]!)),
    categories: names,
    ...(hasOwn ? { colors } : {}),
  });
}
