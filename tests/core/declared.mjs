// What the hand-written .d.ts files declare of the core, to be compared with what the core takes and gives.
import { readFileSync } from "node:fs";
import { parseAst } from "vite";

/** Interfaces and type aliases by name. */
function readDeclarations(urls) {
  const found = new Map();
  for (const url of urls) {
    for (const statement of parseAst(readFileSync(url, "utf8"), { lang: "dts" }).body) {
      const declaration = statement.declaration ?? statement;
      if (/^TS(Interface|TypeAlias)Declaration$/.test(declaration.type)) found.set(declaration.id.name, declaration);
    }
  }
  return found;
}

const declarations = readDeclarations(
  ["core", "survey", "compare", "integrate"].map((name) => new URL(`../../wasm/bind/phenolens_${name}.d.ts`, import.meta.url)),
);

const isInterface = (name) => declarations.get(name)?.type === "TSInterfaceDeclaration";

/** Members of an interface, its parents' before its own. */
function membersOf(name) {
  const declaration = declarations.get(name);
  return [...(declaration.extends ?? []).flatMap(({ expression }) => membersOf(expression.name)), ...declaration.body.body];
}

/** Methods of an interface: `{ name, params, result }`, `result` null where no Result comes back. */
export function methodsOf(name) {
  return membersOf(name)
    .filter(({ type, key }) => type === "TSMethodSignature" && key.name !== "delete")
    .map(({ key, params, returnType: { typeAnnotation: type } }) => ({
      name: key.name,
      params: params.map(({ typeAnnotation }) => typeAnnotation.typeAnnotation),
      result: type.typeName?.name === "Result" ? type.typeArguments.params[0] : null,
    }));
}

/** Classes of the module: those that it has a constructor for. */
export const CLASSES = membersOf("CoreModule")
  .filter(({ typeAnnotation }) => typeAnnotation?.typeAnnotation.type === "TSConstructorType")
  .map(({ key }) => key.name);

/** The class that a parameter wants an object of, if one. */
export const classOf = (type) => (CLASSES.includes(type.typeName?.name) ? type.typeName.name : null);

/** Fields of an object type by name: `{ type, isOptional }`; null for what is no object. In a union those of every alternative. */
export function fieldsOf(type) {
  if (type.type === "TSParenthesizedType") return fieldsOf(type.typeAnnotation);
  if (type.type === "TSTypeLiteral") return fieldsOfMembers(type.members);
  if (type.type === "TSUnionType" || type.type === "TSIntersectionType") {
    const parts = type.types.map(fieldsOf);
    return parts.includes(null) ? null : new Map(parts.flatMap((fields) => [...fields]));
  }
  const name = type.typeName?.name;
  if (name === "Record") {
    const [keys, value] = type.typeArguments.params;
    return new Map(keys.types.map(({ literal }) => [literal.value, { type: value, isOptional: false }]));
  }
  if (isInterface(name)) return fieldsOfMembers(membersOf(name));
  return declarations.has(name) ? fieldsOf(declarations.get(name).typeAnnotation) : null;
}

function fieldsOfMembers(members) {
  return new Map(
    members.map(({ key, optional, typeAnnotation }) => [key.name, { type: typeAnnotation.typeAnnotation, isOptional: optional === true }]),
  );
}

const KEYWORDS = { TSNumberKeyword: "number", TSStringKeyword: "string", TSBooleanKeyword: "boolean" };

/** Where a value is not what a type says: one sentence each, for a field missing, one that is not declared, another type. */
export function mismatches(value, type, at) {
  const wrong = (wanted) => [`${at} is ${value?.constructor?.name ?? value}, declared as ${wanted}.`];
  if (type.type in KEYWORDS) return typeof value === KEYWORDS[type.type] ? [] : wrong(KEYWORDS[type.type]);
  if (type.type === "TSNullKeyword") return value === null ? [] : wrong("null");
  if (type.type === "TSLiteralType") return value === type.literal.value ? [] : wrong(type.literal.value);
  if (type.type === "TSArrayType")
    return Array.isArray(value) ? value.flatMap((one, i) => mismatches(one, type.elementType, `${at}[${i}]`)) : wrong("an array");
  if (type.type === "TSUnionType") {
    const found = type.types.map((one) => mismatches(value, one, at));
    return found.find((each) => each.length === 0) ?? found.reduce((least, each) => (each.length < least.length ? each : least));
  }
  const name = type.typeName?.name;
  if (/^(Float|Int|Uint)\d+Array$/.test(name)) return value?.constructor?.name === name ? [] : wrong(name);
  const fields = fieldsOf(type);
  if (!fields) {
    if (!declarations.has(name)) throw new Error(`${at}: the type ${name ?? type.type} cannot be compared.`);
    return mismatches(value, declarations.get(name).typeAnnotation, at);
  }
  if (value === null || typeof value !== "object") return wrong("an object");
  return [
    ...Object.keys(value)
      .filter((key) => !fields.has(key))
      .map((key) => `${at}.${key} is not declared.`),
    ...[...fields].flatMap(([key, field]) => {
      if (key in value) return mismatches(value[key], field.type, `${at}.${key}`);
      return field.isOptional ? [] : [`${at}.${key} is declared and missing.`];
    }),
  ];
}
