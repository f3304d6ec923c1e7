import {
  parameterComplaints,
  requestBodyComplaints,
  responseComplaints,
  securityComplaints,
} from './complaints.ts';
import {
  examplesOf,
  readDocument,
  type Content,
  type DocumentName,
  type OpenApiDocument,
  type RawOperation,
} from './document.ts';
import { jsonOf, type Exchange } from './exchange.ts';
import { isLike } from './likeness.ts';
import { schemaChecks, type SchemaChecks } from './schema-checks.ts';

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
  /** The README's row, where the vendor's own page does not say so. */
  readonly assumed: string | null;
}

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

  /** Every answer that the document promises. Of successes one a status: their examples are only samples. */
  answers(): readonly DocumentedAnswer[] {
    return this.operations.flatMap(({ operationId: operation, responses }) =>
      Object.entries(responses).flatMap(([code, response]): DocumentedAnswer[] => {
        const status = Number(code);
        const named = status < 300 ? [] : examplesOf(response.content);
        if (named.length === 0) return [{ operation, status, example: null, value: null, assumed: null }];
        return named.map(([example, { value, 'x-assumed': assumed = null }]) => ({
          operation,
          status,
          example,
          value,
          assumed,
        }));
      }),
    );
  }

  /** Whether an exchange is the documented answer in question. */
  isAnswer({ operation, status, example, value }: DocumentedAnswer, exchange: Exchange): boolean {
    return (
      exchange.status === status &&
      this.operationOf(exchange)?.operationId === operation &&
      (example === null || isLike(value, jsonOf(exchange.responseBody)))
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
        ...parameterComplaints(this.#schemas, operation, exchange, values),
        ...securityComplaints(this.#document, operation, exchange),
        ...requestBodyComplaints(this.#schemas, operation, exchange),
      ],
      response: responseComplaints(this.#schemas, operation, exchange),
    };
  }

  #place({ method, path }: Exchange) {
    for (const { pattern, operation } of this.#places) {
      const found = operation.method === method ? pattern.exec(path) : null;
      if (found) return { operation, values: found.groups ?? {} };
    }
    return null;
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
