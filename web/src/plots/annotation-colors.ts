import type { Annotation } from "../contract/annotation";
import { writtenName } from "../contract/annotation-cells";
import { ColorBook } from "./palette";

/**
 * The annotation with a colour for every group and every group of the start: its own where it has one, else that of the palette, by `names`
 * as they are shown elsewhere.
 */
export function withPalette(annotation: Annotation, names = new ColorBook()): Annotation {
  const starts = new ColorBook();
  names.add(annotation.groups.map(writtenName).filter(Boolean));
  starts.add(annotation.start.map(({ name }) => name));
  return {
    ...annotation,
    start: annotation.start.map((one) => ({ ...one, color: one.color || starts.color(one.name, false) })),
    groups: annotation.groups.map((group) => ({ ...group, color: group.color || names.color(writtenName(group), false) })),
  };
}
