import { fileURLToPath } from 'node:url';
import { Validator } from '@seriousme/openapi-schema-validator';
import { z } from 'zod';

export const documentNames = ['mis', 'connect', 'loop', 'portal'] as const;
export type DocumentName = (typeof documentNames)[number];

export const fileOf = (name: DocumentName) =>
  fileURLToPath(new URL(`../../docs/openapi/${name}.yaml`, import.meta.url));

/** A JSON Schema as it stands in a document; whether it is one, ajv says when it compiles it. */
const schema = z.record(z.string(), z.unknown());
const example = z.object({ value: z.unknown(), 'x-assumed': z.string().optional() });
const examples = z.record(z.string(), example).default({});
const content = z.record(z.string(), z.object({ schema, examples })).default({});
export type Schema = z.infer<typeof schema>;
export type Content = z.infer<typeof content>;

export const examplesOf = (content: Content) =>
  Object.values(content).flatMap(({ examples: named }) => Object.entries(named));

const response = z.object({
  headers: z.record(z.string(), z.object({ required: z.boolean().default(false), schema })).default({}),
  content,
});

const parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header', 'cookie']),
  required: z.boolean().default(false),
  schema,
});

const servers = z.array(z.object({ url: z.string() }));
const security = z.array(z.record(z.string(), z.array(z.string())));

const operation = z.object({
  operationId: z.string(),
  parameters: z.array(parameter).default([]),
  requestBody: z.object({ required: z.boolean().default(false), content }).optional(),
  responses: z.record(z.string(), response),
  security: security.optional(),
});
export type RawOperation = z.infer<typeof operation>;

const pathItem = z.object({
  servers: servers.optional(),
  get: operation.optional(),
  post: operation.optional(),
  delete: operation.optional(),
});

const scheme = z.discriminatedUnion('type', [
  z.object({ type: z.literal('http'), scheme: z.literal('bearer') }),
  z.object({ type: z.literal('apiKey'), in: z.literal('cookie'), name: z.string() }),
]);
export type SecurityScheme = z.infer<typeof scheme>;

const document = z.object({
  servers,
  security: security.default([]),
  paths: z.record(z.string(), pathItem),
  components: z.object({
    schemas: z.record(z.string(), schema),
    securitySchemes: z.record(z.string(), scheme).default({}),
  }),
});
export type OpenApiDocument = z.infer<typeof document>;

const isRecord = (node: unknown): node is Record<string, unknown> =>
  typeof node === 'object' && node !== null && !Array.isArray(node);

/** Puts shared parameters, answers, headers and examples in their places. Schemas keep their references: ajv follows them. */
function resolved(node: unknown, root: Record<string, unknown>): unknown {
  if (Array.isArray(node)) return node.map((item) => resolved(item, root));
  if (!isRecord(node)) return node;
  const reference = node['$ref'];
  if (typeof reference === 'string' && !reference.startsWith('#/components/schemas/')) {
    const target = reference
      .slice('#/'.length)
      .split('/')
      .reduce<unknown>((place, key) => (isRecord(place) ? place[key] : undefined), root);
    return resolved(target, root);
  }
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, resolved(value, root)]));
}

/** What the document's own schema (OpenAPI 3.1) has against a file; empty where it is valid. */
export async function faultsOf(name: DocumentName): Promise<readonly unknown[]> {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(fileOf(name));
  if (valid && validator.version === '3.1') return [];
  return errors === undefined ? ['not OpenAPI 3.1'] : [errors].flat();
}

export async function readDocument(name: DocumentName): Promise<OpenApiDocument> {
  const validator = new Validator();
  await validator.validate(fileOf(name));
  return document.parse(resolved(validator.specification, validator.specification));
}
