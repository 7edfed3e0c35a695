/** The part of JSON Schema (draft 2020-12) that models/manifest.schema.json uses. `description` says in words what a pattern asks for. */
export interface Schema {
  [annotation: `$${string}`]: unknown;
  $ref?: string;
  $defs?: Record<string, Schema>;
  title?: string;
  description?: string;
  type?: "object" | "array" | "string" | "number" | "integer";
  const?: unknown;
  enum?: unknown[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: false;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
  not?: Schema;
  if?: Schema;
  then?: Schema;
  else?: Schema;
}

type Words = string | null;

const NOUNS: Record<NonNullable<Schema["type"]>, string> = {
  object: "an object",
  array: "a list",
  string: "text",
  number: "a number",
  integer: "a whole number",
};

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const isOfType = (value: unknown, type: NonNullable<Schema["type"]>): boolean => {
  if (type === "object") return isObject(value);
  if (type === "array") return Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  return type === "number" ? Number.isFinite(value) : typeof value === "string";
};
const either = (values: unknown[]) => values.map(String).join(" or ");
const first = <T>(values: Iterable<T>, wrong: (value: T) => Words): Words => {
  for (const value of values) {
    const words = wrong(value);
    if (words !== null) return words;
  }
  return null;
};

/** The first thing that is wrong with a value, as `FIELD must be ...`; null where nothing is. `root` holds the definitions. */
export function violation(schema: Schema, value: unknown, root: Schema = schema, at = ""): Words {
  if (schema.$ref !== undefined) {
    const words = violation(root.$defs![schema.$ref.replace("#/$defs/", "")]!, value, root, at);
    if (words !== null) return words;
  }
  const it = at || "its content";
  if (schema.const !== undefined && value !== schema.const) return `${it} must be ${String(schema.const)}`;
  if (schema.enum && !schema.enum.includes(value)) return `${it} must be ${either(schema.enum)}`;
  if (schema.type && !isOfType(value, schema.type)) return `${it} must be ${NOUNS[schema.type]}`;
  return (
    (typeof value === "string" ? wrongText(schema, value, it) : null) ??
    (typeof value === "number" ? wrongNumber(schema, value, it) : null) ??
    (Array.isArray(value) ? wrongList(schema, value, root, at) : null) ??
    (isObject(value) ? wrongObject(schema, value, root, at) : null) ??
    wrongChoice(schema, value, root, at)
  );
}

function wrongText({ pattern, minLength = 0, maxLength = Infinity, description }: Schema, value: string, it: string): Words {
  const { length } = [...value];
  if (length >= minLength && length <= maxLength && (pattern === undefined || new RegExp(pattern, "u").test(value))) return null;
  return `${it} must be ${description ?? (length < minLength ? "text, not empty" : `text of at most ${maxLength} characters`)}`;
}

function wrongNumber({ minimum, maximum, exclusiveMinimum }: Schema, value: number, it: string): Words {
  if (minimum !== undefined && value < minimum) return `${it} must be ${minimum} or more`;
  if (maximum !== undefined && value > maximum) return `${it} must be ${maximum} or less`;
  return exclusiveMinimum !== undefined && value <= exclusiveMinimum ? `${it} must be above ${exclusiveMinimum}` : null;
}

function wrongList({ items, minItems = 0, maxItems = Infinity }: Schema, value: unknown[], root: Schema, at: string): Words {
  if (value.length < minItems) return `${at} must be a list of at least ${minItems}`;
  if (value.length > maxItems) return `${at} must be a list of at most ${maxItems}`;
  return items ? first(value.entries(), ([i, item]) => violation(items, item, root, `${at}[${i}]`)) : null;
}

function wrongObject(
  { properties = {}, required = [], additionalProperties }: Schema,
  value: Record<string, unknown>,
  root: Schema,
  at: string,
): Words {
  const path = (name: string) => (at ? `${at}.${name}` : name);
  const extra = additionalProperties === false ? Object.keys(value).find((name) => !Object.hasOwn(properties, name)) : undefined;
  if (extra !== undefined) return `${path(extra)} is not a field of phenolens-model/1`;
  const missing = required.find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) return `${path(missing)} is missing`;
  return first(Object.entries(properties), ([name, schema]) =>
    Object.hasOwn(value, name) ? violation(schema, value[name], root, path(name)) : null,
  );
}

function wrongChoice(schema: Schema, value: unknown, root: Schema, at: string): Words {
  const { oneOf, anyOf, allOf = [], not } = schema;
  const holds = (one: Schema) => violation(one, value, root, at) === null;
  if (oneOf && oneOf.filter(holds).length !== 1) return wrongKind(oneOf, value, root, at);
  if (anyOf && !anyOf.some(holds)) return violation(anyOf[0]!, value, root, at);
  if (not && holds(not)) {
    if (not.enum) return `${at} must not be ${either(not.enum)}`;
    return `${[at, not.required?.[0]].filter(Boolean).join(".")} must be left out`;
  }
  const branch = schema.if && (holds(schema.if) ? schema.then : schema.else);
  return (branch ? violation(branch, value, root, at) : null) ?? first(allOf, (one) => violation(one, value, root, at));
}

/** Kinds of an object are told apart by their `name`. */
function wrongKind(kinds: Schema[], value: unknown, root: Schema, at: string): Words {
  const names = kinds.map(({ properties }) => properties!.name!.const);
  const name = isObject(value) ? value.name : undefined;
  const own = kinds[names.indexOf(name)];
  return own ? violation(own, value, root, at) : `${at}.name is ${String(name)}, which this version does not know (${names.join(", ")})`;
}
