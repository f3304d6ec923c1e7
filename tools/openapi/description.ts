import { bodyChecker, schemaChecks, type SchemaChecks } from './schema-checks.ts';
import {
  readDocument,
  type Content,
  type DocumentName,
  type OpenApiDocument,
  type RawOperation,
} from './document.ts';
import { mediaTypeOf, type Exchange } from './exchange.ts';

type Place = RawOperation['parameters'][number]['in'];

export interface Operation extends RawOperation {
  readonly method: string;
  /** The path's template, as the document has it. */
  readonly path: string;
}

/** What is wrong with an exchange, by the side that sent it. */
export interface Complaints {
  readonly request: readonly string[];
  readonly response: readonly string[];
}

/** One answer that a document promises: `404`, or one of the named examples of `400`. */
export interface DocumentedAnswer {
  readonly operation: string;
  readonly status: number;
  readonly example: string | null;
  readonly value: unknown;
}

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

/** One of the documents in `docs/openapi`, ready to judge what was really sent. */
export class Description {
  readonly operations: readonly Operation[];
  readonly #document: OpenApiDocument;
  readonly #schemas: SchemaChecks;
  readonly #places: readonly { readonly pattern: RegExp; readonly operation: Operation }[];

  private constructor(document: OpenApiDocument) {
    this.#document = document;
    this.#schemas = schemaChecks(document.components.schemas);
    const items = Object.entries(document.paths).map(([path, item]) => ({
      item,
      path,
      operations: (['get', 'post', 'delete'] as const).flatMap((method) =>
        item[method] ? [{ ...item[method], method: method.toUpperCase(), path }] : [],
      ),
    }));
    this.operations = items.flatMap(({ operations }) => operations);
    // A path without parameters goes before one with them, as the specification says.
    this.#places = items
      .toSorted((a, b) => a.path.split('{').length - b.path.split('{').length)
      .flatMap(({ item, path, operations }) =>
        operations.map((operation) => ({
          operation,
          pattern: patternOf(`${pathOfSandbox(item.servers ?? document.servers)}${path}`),
        })),
      );
  }

  static async open(name: DocumentName): Promise<Description> {
    return new Description(await readDocument(name));
  }

  /** Every answer that the document promises. */
  answers(): readonly DocumentedAnswer[] {
    return this.operations.flatMap(({ operationId: operation, responses }) =>
      Object.entries(responses).flatMap(([code, { content }]): DocumentedAnswer[] => {
        const status = Number(code);
        const named = Object.values(content).flatMap(({ examples }) => Object.entries(examples));
        return status < 300 || named.length === 0
          ? [{ operation, status, example: null, value: undefined }]
          : named.map(([example, { value }]) => ({ operation, status, example, value }));
      }),
    );
  }

  /** The values of all examples against the schemas that they stand beside. */
  badExamples(): readonly string[] {
    const of = (where: string, content: Content) =>
      Object.values(content).flatMap(({ schema, examples }) =>
        Object.entries(examples).flatMap(([name, { value }]) =>
          this.#schemas.json(schema, value).map((complaint) => `${where} ${name}: ${complaint}`),
        ),
      );
    return this.operations.flatMap(({ operationId, requestBody, responses }) => [
      ...of(`${operationId} request`, requestBody?.content ?? {}),
      ...Object.entries(responses).flatMap(([status, { content }]) =>
        of(`${operationId} ${status}`, content),
      ),
    ]);
  }

  operationOf(exchange: Exchange): Operation | null {
    return this.#place(exchange)?.operation ?? null;
  }

  complaintsAbout(exchange: Exchange): Complaints {
    const place = this.#place(exchange);
    if (!place) return { request: [`${exchange.method} ${exchange.path} is not described`], response: [] };
    const { operation, values } = place;
    return {
      request: [
        ...this.#parameterComplaints(operation, exchange, values),
        ...this.#securityComplaints(operation, exchange),
        ...this.#requestBodyComplaints(operation, exchange),
      ],
      response: this.#responseComplaints(operation, exchange),
    };
  }

  #place({ method, path }: Exchange) {
    for (const { pattern, operation } of this.#places) {
      const found = operation.method === method ? pattern.exec(path) : null;
      if (found) return { operation, values: found.groups ?? {} };
    }
    return null;
  }

  #parameterComplaints(
    { parameters }: Operation,
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
      return this.#schemas.text(schema, value).map((complaint) => `${place} parameter ${name}: ${complaint}`);
    });
    return [...undescribed, ...wrong];
  }

  #securityComplaints({ security = this.#document.security }: Operation, { requestHeaders }: Exchange) {
    const { securitySchemes } = this.#document.components;
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

  #requestBodyComplaints({ requestBody }: Operation, { requestHeaders, requestBody: sent }: Exchange) {
    const type = mediaTypeOf(requestHeaders);
    if (!requestBody) return sent === '' ? [] : ['a body is sent and not described'];
    if (sent === '' && type === null) return requestBody.required ? ['the body is missing'] : [];
    return this.#bodyComplaints(requestBody.content, type, sent);
  }

  #responseComplaints({ responses }: Operation, exchange: Exchange): string[] {
    const described = responses[String(exchange.status)];
    if (!described) return [`status ${exchange.status} is not described`];
    const headers = Object.entries(described.headers).flatMap(([name, { required, schema }]) => {
      const value = exchange.responseHeaders[name.toLowerCase()];
      if (value === undefined) return required ? [`header ${name} is missing`] : [];
      return this.#schemas.text(schema, value).map((complaint) => `header ${name}: ${complaint}`);
    });
    // Without `content` the document says nothing of a body: the vendor's page does not either.
    if (Object.keys(described.content).length === 0) return headers;
    const type = mediaTypeOf(exchange.responseHeaders);
    return [...headers, ...this.#bodyComplaints(described.content, type, exchange.responseBody)];
  }

  #bodyComplaints(content: Content, type: string | null, text: string): string[] {
    const described = type === null ? undefined : content[type];
    if (!described) return [`content type ${type ?? 'none'} is not described`];
    return bodyChecker(type ?? '')(this.#schemas, described.schema, text);
  }
}

/** Where the documents' paths begin in the sandbox: of the servers, the one on this machine says so. */
function pathOfSandbox(servers: readonly { readonly url: string }[]): string {
  const local = servers.find(({ url }) => url.startsWith('http://localhost:'));
  if (!local) throw new Error('a document names no server on localhost');
  return new URL(local.url).pathname.replace(/\/$/, '');
}

const patternOf = (template: string) =>
  new RegExp(
    `^${template.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, (_whole, name: string) => `(?<${name}>[^/]+)`)}$`,
  );
