import { knownClasses, learnedFrom, mostTissues, originWords } from "../../contract/known-classes";
import type { ModelInfo } from "../../contract/types";
import { json } from "../../exports/metrics-json";
import type { CommandKind, Common } from "../command";

export interface ModelsCommand extends Common {
  command: "models";
  /** Names or folders; those that run unasked where none is given. */
  models: string[];
  isJson: boolean;
}

/** Prints what models know: their classes, and what each was learned from. */
export const models: CommandKind<ModelsCommand> = {
  usage: "  phenolens models [NAME|FOLDER]... [--json]\n",
  leastFiles: 0,
  options: { json: { type: "boolean" } },
  parse: (common, values, names) => ({ command: "models", ...common, models: names, isJson: values.json === true }),
  async run(engine, { models: names, isJson }) {
    const known = await engine.models(names);
    process.stdout.write(isJson ? json(known.map(listing)) : known.map(text).join("\n"));
    return [];
  },
};

const listing = ({ name, title, species, heads }: ModelInfo) => ({
  name,
  title,
  species,
  heads: heads.map(({ phenotype, classes }) => ({
    phenotype,
    classes: classes.map(({ label, ontologyId, cells }) => ({ label, ontologyId, ...(cells === undefined ? {} : { realCells: cells }) })),
  })),
});

function text(model: ModelInfo): string {
  const { name, title, species, heads } = model;
  const lines = heads.flatMap(({ phenotype }) => {
    const classes = knownClasses([model], phenotype);
    const words = originWords(classes, phenotype === "cell_type" ? mostTissues([model]) : []);
    return [
      `  ${phenotype}, ${classes.length} classes${words && `: ${words}`}`,
      ...classes.map((one) => {
        const origin = learnedFrom(one);
        return `    ${one.label}${one.ontologyId && ` (${one.ontologyId})`}${origin && `: ${origin}`}`;
      }),
    ];
  });
  return `${name}: ${title}, ${species}\n${lines.join("\n")}\n`;
}
