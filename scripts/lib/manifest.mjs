// models/manifest.schema.json is the one source of a model's manifest: the types and the schema that the engine checks by are made of it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

const SOURCE = "models/manifest.schema.json";
const MADE = `Made of ${SOURCE} by \`npm run format\`; not to be edited.`;

/** A named type of a definition: `file` is ManifestFile. */
const typeName = (definition) => `Manifest${definition[0].toUpperCase()}${definition.slice(1)}`;
const sentence = (text) => `/** ${text[0].toUpperCase()}${text.slice(1)}. */\n`;
const literals = (values) => values.map((value) => JSON.stringify(value)).join(" | ");

function typeOf(schema) {
  if (schema.$ref) return typeName(schema.$ref.replace("#/$defs/", ""));
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return literals(schema.enum);
  if (schema.oneOf) return schema.oneOf.map(typeOf).join(" | ");
  if (schema.type === "array") {
    const item = typeOf(schema.items);
    return /[|{]/.test(item) ? `Array<${item}>` : `${item}[]`;
  }
  if (schema.type === "integer") return "number";
  return schema.type === "object" ? objectOf(schema) : schema.type;
}

function objectOf({ properties, required = [] }) {
  if (!properties) return "Record<string, unknown>";
  const types = Object.values(properties).map(typeOf);
  // Files by their keys are looked up by key.
  if (types.length > 1 && types.every((type) => type === types[0] && type.startsWith("Manifest"))) return `Record<string, ${types[0]}>`;
  const fields = Object.entries(properties).map(
    ([name, schema]) =>
      `${schema.description ? sentence(schema.description) : ""}${name}${required.includes(name) ? "" : "?"}: ${typeOf(schema)};`,
  );
  return `{\n${fields.join("\n")}\n}`;
}

/** Paths below the repository and what is to be in them, before it is formatted. */
export function manifestFiles() {
  const schema = JSON.parse(readFileSync(join(root, SOURCE), "utf8"));
  const { encoding, ...properties } = schema.properties;
  const types = [
    `/** manifest.json of a model folder, format \`phenolens-model/1\`. ${MADE} */\nexport interface Manifest ${objectOf({
      ...schema,
      properties: { ...properties, encoding: { ...encoding, oneOf: undefined, $ref: "#/$defs/encoding" } },
    })}`,
    `${sentence(encoding.description)}export type ManifestEncoding = ${typeOf(encoding)};`,
    ...Object.entries(schema.$defs).map(([name, definition]) => `export interface ${typeName(name)} ${typeOf(definition)}`),
  ];
  return {
    "web/src/contract/manifest.ts": `${types.join("\n\n")}\n`,
    "web/src/engine/model/manifest-schema.ts":
      "/* oxlint-disable unicorn/no-thenable -- `then` is JSON Schema's word */\n" +
      `import type { Schema } from "./schema";\n\n/** ${MADE} */\nexport const MANIFEST_SCHEMA: Schema = ${JSON.stringify(schema)};\n`,
  };
}
