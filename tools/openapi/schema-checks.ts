import { Ajv2020, type AnySchemaObject, type Options } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Schema } from './document.ts';

/** Checks of values against schemas; each answers what is wrong, or nothing. */
export interface SchemaChecks {
  json(schema: Schema, value: unknown): string[];
  /** A value that travelled as text: a parameter, a header. */
  text(schema: Schema, value: string): string[];
  form(schema: Schema, fields: Record<string, string>): string[];
}

/** Where a closed schema would change what is said: conditions look at a part of an object. */
const conditions = new Set(['if', 'then', 'else', 'not']);
const values = new Set(['const', 'enum', 'default', 'example', 'examples']);

const inPlace = '#/components/schemas/';
const asPart = '#/components/parts/';

/** What `allOf` puts together is closed as a whole: its parts stay open. */
const partOf = (node: unknown): unknown =>
  typeof node === 'object' && node !== null && '$ref' in node
    ? { $ref: String(node.$ref).replace(inPlace, asPart) }
    : node;

/**
 * The same schema, closed: an object has no fields but the described ones. A vendor may add fields whenever it likes;
 * our sandbox and our server may not, without the document saying so.
 */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== 'object' || node === null) return node;
  const inner: AnySchemaObject = Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key === 'allOf' && Array.isArray(value)) return [key, value.map(partOf)];
      return [key, conditions.has(key) || values.has(key) ? value : closed(value)];
    }),
  );
  const open =
    typeof inner['properties'] === 'object' && Array.isArray(inner['properties']) === false
      ? inner['additionalProperties'] === undefined
      : false;
  return open ? { ...inner, unevaluatedProperties: false } : inner;
}

export function schemaChecks(schemas: Readonly<Record<string, Schema>>): SchemaChecks {
  const parts = Object.entries(schemas).map(([name, schema]) => {
    const whole = closed(schema) as AnySchemaObject;
    const { unevaluatedProperties: _closed, ...open } = whole;
    return [name, open] as const;
  });
  const components = { schemas: closed(schemas), parts: Object.fromEntries(parts) };
  const options: Options = {
    allErrors: true,
    discriminator: true,
    strictTypes: false,
    strictRequired: false,
    strictTuples: false,
  };
  const checkerWith = (more: Options) => {
    const ajv = new Ajv2020({ ...options, ...more });
    addFormats(ajv);
    ajv.addVocabulary(['components', 'x-assumed']);
    const compiled = new Map<Schema, ReturnType<typeof ajv.compile>>();
    return (schema: Schema, value: unknown): string[] => {
      const validate =
        compiled.get(schema) ?? ajv.compile({ ...(closed(schema) as AnySchemaObject), components });
      compiled.set(schema, validate);
      if (validate(value)) return [];
      return (validate.errors ?? []).map(({ instancePath, message, params }) =>
        `${instancePath || 'it'} ${message} ${JSON.stringify(params)}`.trim(),
      );
    };
  };
  const json = checkerWith({});
  const coerced = checkerWith({ coerceTypes: true });
  const wrapped = new Map<Schema, Schema>();
  // Only what stands in an object can be coerced.
  const wrap = (schema: Schema) => {
    const wrapping = wrapped.get(schema) ?? { type: 'object', properties: { value: schema } };
    wrapped.set(schema, wrapping);
    return wrapping;
  };
  return {
    json,
    text: (schema, value) => coerced(wrap(schema), { value }),
    form: (schema, fields) => coerced(schema, { ...fields }),
  };
}

type BodyCheck = (checks: SchemaChecks, schema: Schema, text: string) => string[];

const asJson: BodyCheck = (checks, schema, text) => {
  try {
    return checks.json(schema, JSON.parse(text));
  } catch {
    return ['the body is not JSON'];
  }
};

const asForm: BodyCheck = (checks, schema, text) =>
  checks.form(schema, Object.fromEntries(new URLSearchParams(text)));

const asText: BodyCheck = (checks, schema, text) => checks.json(schema, text);

/** How a body of a content type is read. */
export function bodyChecker(mediaType: string): BodyCheck {
  if (/[/+]json$/.test(mediaType)) return asJson;
  return mediaType === 'application/x-www-form-urlencoded' ? asForm : asText;
}
