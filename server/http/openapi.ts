import { problem } from '../contract/problem.schema.ts';
import { problemSlugs } from '../domain/problem.ts';
import type { Endpoint } from './endpoint.ts';

type Json = Readonly<Record<string, unknown>>;

/** The OpenAPI 3.1 document of the table of endpoints: the same schemas that validate, nothing written twice. */
export function openapi(endpoints: readonly Endpoint[], version: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:([A-Za-z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method]: operation(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Ustaz',
      version,
      description: `Errors are application/problem+json; slugs: ${problemSlugs().join(', ')}.`,
    },
    paths,
    components: {
      schemas: { Problem: problem },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

function operation(endpoint: Endpoint): Json {
  return {
    summary: endpoint.summary,
    operationId: `${endpoint.method}-${endpoint.path.slice(5).replace(/[/:]+/g, '-')}`,
    tags: [endpoint.path.split('/')[2] ?? 'api'],
    'x-permission': endpoint.permission,
    'x-scope': endpoint.scope === 'none' ? 'none' : endpoint.scope.of,
    'x-audit': endpoint.audit?.action ?? null,
    security: endpoint.permission === 'anyone' ? [] : [{ bearer: [] }],
    parameters: [...parameters(endpoint.params?.schema, 'path'), ...parameters(endpoint.query?.schema, 'query')],
    ...(endpoint.body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: endpoint.body.schema } } } }),
    responses: {
      ...success(endpoint.reply),
      default: {
        description: 'A problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function parameters(schema: object | undefined, where: 'path' | 'query'): Json[] {
  if (schema === undefined || !('properties' in schema)) return [];
  const required: readonly unknown[] = 'required' in schema && Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: property,
  }));
}

function success(reply: Endpoint['reply']): Json {
  if (reply === null) return { 204: { description: 'Done' } };
  const content = 'file' in reply ? { [reply.file]: {} } : { 'application/json': { schema: reply.schema } };
  return { 200: { description: 'OK', content } };
}
