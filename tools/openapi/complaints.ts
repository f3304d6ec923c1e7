import { examplesOf, type Content, type OpenApiDocument, type RawOperation } from './document.ts';
import { jsonOf, mediaTypeOf, type Exchange } from './exchange.ts';
import { isLike } from './likeness.ts';
import { bodyChecker, type SchemaChecks } from './schema-checks.ts';

type Place = RawOperation['parameters'][number]['in'];

/** Headers of HTTP and of our transport, which no document lists. */
const ofTransport = new Set([
  'host',
  'connection',
  'content-length',
  'content-type',
  'transfer-encoding',
  'accept',
  'accept-encoding',
  'accept-language',
  'user-agent',
  'sec-fetch-mode',
  'cookie',
  'authorization',
  'x-sandbox-world',
]);

/** What is wrong with a path, a query and headers. */
export function parameterComplaints(
  schemas: SchemaChecks,
  { parameters }: RawOperation,
  { query, requestHeaders }: Exchange,
  pathValues: Readonly<Record<string, string>>,
): string[] {
  const sent: Record<Place, Readonly<Record<string, string>>> = {
    path: Object.fromEntries(
      Object.entries(pathValues).map(([name, value]) => [name, decodeURIComponent(value)]),
    ),
    query: Object.fromEntries(new URLSearchParams(query)),
    header: Object.fromEntries(
      Object.entries(requestHeaders).filter(([name]) => !ofTransport.has(name.toLowerCase())),
    ),
    cookie: {},
  };
  const known = (place: Place, name: string) =>
    parameters.some(
      (parameter) => parameter.in === place && parameter.name.toLowerCase() === name.toLowerCase(),
    );
  const undescribed = Object.entries(sent).flatMap(([place, values]) =>
    Object.keys(values)
      .filter((name) => !known(place as Place, name))
      .map((name) => `${place} parameter ${name} is not described`),
  );
  const wrong = parameters.flatMap(({ name, in: place, required, schema }) => {
    const value = sent[place][place === 'header' ? name.toLowerCase() : name];
    if (value === undefined) return required ? [`${place} parameter ${name} is missing`] : [];
    return schemas.text(schema, value).map((complaint) => `${place} parameter ${name}: ${complaint}`);
  });
  return [...undescribed, ...wrong];
}

export function securityComplaints(
  document: OpenApiDocument,
  { security = document.security }: RawOperation,
  { requestHeaders }: Exchange,
): string[] {
  const { securitySchemes } = document.components;
  const held = (name: string) => {
    const scheme = securitySchemes[name];
    if (scheme?.type === 'http') return /^Bearer \S+$/.test(requestHeaders['authorization'] ?? '');
    return scheme !== undefined && (requestHeaders['cookie'] ?? '').includes(`${scheme.name}=`);
  };
  const satisfied =
    security.length === 0 || security.some((needed) => Object.keys(needed).every((name) => held(name)));
  const takesBearer = security.some((needed) =>
    Object.keys(needed).some((name) => securitySchemes[name]?.type === 'http'),
  );
  const extra = requestHeaders['authorization'] !== undefined && !takesBearer;
  return [
    ...(satisfied ? [] : ['the credentials that the document asks for are missing']),
    ...(extra ? ['Authorization is sent and not described'] : []),
  ];
}

export function requestBodyComplaints(
  schemas: SchemaChecks,
  { requestBody }: RawOperation,
  { requestHeaders, requestBody: sent }: Exchange,
): string[] {
  const type = mediaTypeOf(requestHeaders);
  if (!requestBody) return sent === '' ? [] : ['a body is sent and not described'];
  if (sent === '' && type === null) return requestBody.required ? ['the body is missing'] : [];
  return bodyComplaints(schemas, requestBody.content, type, sent);
}

export function responseComplaints(
  schemas: SchemaChecks,
  { responses }: RawOperation,
  exchange: Exchange,
): string[] {
  const described = responses[String(exchange.status)];
  if (!described) return [`status ${exchange.status} is not described`];
  const headers = Object.entries(described.headers).flatMap(([name, { required, schema }]) => {
    const value = exchange.responseHeaders[name.toLowerCase()];
    if (value === undefined) return required ? [`header ${name} is missing`] : [];
    return schemas.text(schema, value).map((complaint) => `header ${name}: ${complaint}`);
  });
  // Without `content` the document says nothing of a body: the vendor's page does not either.
  if (Object.keys(described.content).length === 0) return headers;
  const type = mediaTypeOf(exchange.responseHeaders);
  return [
    ...headers,
    ...bodyComplaints(schemas, described.content, type, exchange.responseBody),
    ...wordsComplaints(described.content, exchange),
  ];
}

function bodyComplaints(
  schemas: SchemaChecks,
  content: Content,
  type: string | null,
  text: string,
): string[] {
  const described = type === null ? undefined : content[type];
  if (!described) return [`content type ${type ?? 'none'} is not described`];
  return bodyChecker(type ?? '')(schemas, described.schema, text);
}

/** A refusal's documented examples are all that it may say, word for word. */
function wordsComplaints(content: Content, { status, responseBody }: Exchange): string[] {
  const examples = examplesOf(content);
  const said = jsonOf(responseBody);
  const open = status < 400 || examples.length === 0 || examples.some(([, { value }]) => isLike(value, said));
  return open ? [] : [`${responseBody} is none of the documented answers`];
}
