import { drawnWidth, figureFile, type FigureFile } from "../../exports/figure-file";
import * as plots from "../../plots/index";
import { paperStyle, type Drawable, type FigureChoices } from "./figure-look";

/** A figure as its files have it. Loads all plots: imported when one is asked for. */
export function madeFigure(figure: Drawable, choices: FigureChoices, title = figure.title): FigureFile {
  return figureFile(figure.draw(plots, paperStyle(choices), drawnWidth(choices)), choices, choices.hasTitle ? title : "");
}
