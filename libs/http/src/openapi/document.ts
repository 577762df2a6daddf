import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { problemsOf } from './applying.ts';
import { besideTheSlices } from './beside.ts';
import { commandHeaders, languageHeader, queryHeaders } from './headers.ts';
import { inOwnWords } from './nullable.ts';
import { problemExamples, problemResponses, problemSchema } from './responses.ts';

export interface OpenApiOptions {
  readonly version: string;
  readonly title?: string;
  readonly description?: string;
  /** Entries that a page may have at most, where its query has no limit of its own. Default 500. */
  readonly largestPage?: number;
}

const verbs = ['get', 'put', 'post', 'patch', 'delete'] as const;
type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/**
 * The API's description, made from the slices: fields, envelope, examples, and for each operation every problem that it
 * can answer with; besides, what is served next to them. A command says `x-saksi-objections`, a query `x-saksi-roles`.
 */
export function describeApi(
  app: INestApplication,
  { version, title = 'Saksi', description = "The logbook of an election's security.", largestPage = 500 }: OpenApiOptions,
): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(title)
    .setDescription(description)
    .setVersion(version)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A session of a program' }, 'program')
    .addSecurityRequirements('program');
  const document = SwaggerModule.createDocument(app, builder.build(), { ignoreGlobalPrefix: false });
  const objections = Object.values(document.paths).flatMap((path) => verbs.flatMap((verb) => describeOperation(path[verb], largestPage)));
  document.paths = { ...document.paths, ...besideTheSlices };
  const schemas = inOwnWords(document.components?.schemas ?? {}) as NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
  document.components = { ...document.components, schemas: { ...schemas, Problem: problemSchema }, examples: problemExamples(objections) };
  return document;
}

/** Completes an operation's description, and tells its objections. */
function describeOperation(operation: Operation | undefined, largestPage: number): readonly string[] {
  if (!operation) return [];
  boundPage(operation, largestPage);
  const extensions = operation as unknown as Readonly<Record<`x-${string}`, unknown>>;
  const objections = extensions['x-saksi-objections'];
  const listed = Array.isArray(objections) ? objections.filter((code): code is string => typeof code === 'string') : [];
  const command = objections !== undefined;
  const query = !command && extensions['x-saksi-roles'] !== undefined;
  const headers = [...(command ? commandHeaders : query ? queryHeaders : []), languageHeader];
  const there = new Set((operation.parameters ?? []).map((parameter) => ('name' in parameter ? parameter.name.toLowerCase() : '')));
  operation.parameters = [...(operation.parameters ?? []), ...headers.filter(({ name }) => !there.has(name.toLowerCase()))];
  const codes = problemsOf({
    command,
    query,
    document: extensions['x-saksi-document'] === true,
    hasBody: operation.requestBody !== undefined,
    hasObjections: listed.length > 0,
  });
  operation.responses = { ...problemResponses(codes, listed), ...operation.responses };
  return listed;
}

/** A page has no more entries than the server is set to, unless its query says so itself. */
function boundPage({ parameters = [] }: Operation, largestPage: number): void {
  for (const parameter of parameters) {
    if ('in' in parameter && parameter.in === 'query' && parameter.name === 'limit') parameter.schema = { maximum: largestPage, ...parameter.schema };
  }
}

/**
 * Serves the description at `/api/openapi.json` and Swagger UI at `/api/docs`; before the application is initialised. It
 * is made when it is first asked for: few servers are ever asked, and making it was a tenth of a start.
 */
export function serveApiDescription(app: INestApplication, options: OpenApiOptions): void {
  SwaggerModule.setup('api/docs', app, () => describeApi(app, options), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: options.title ?? 'Saksi',
  });
}
