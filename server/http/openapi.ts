import { z } from 'zod';
import type { OperationShape } from '#contract/operation.ts';
import { Problem, type ProblemCode } from '#contract/problems.ts';
import { statusOf } from './problems.ts';

type Json = Record<string, unknown>;

/** Refusals that an operation's shape implies, beside those that it names. */
export function refusalsOf(operation: OperationShape): ProblemCode[] {
  const codes = new Set<ProblemCode>(operation.refusals ?? []);
  const add = (...more: ProblemCode[]): void => {
    for (const code of more) codes.add(code);
  };
  add('internal', 'storage_fault', 'storage_busy', 'storage_full', 'storage_read_only', 'shutting_down');
  if (operation.query || operation.body) add('invalid_input');
  if (operation.body || operation.upload) add('malformed_json', 'body_too_large', 'unsupported_media');
  if (operation.access.kind !== 'public') add('not_signed_in', 'password_change_required', 'forbidden');
  if (operation.params) add('not_found');
  if (operation.method !== 'GET') add('cross_site');
  // Its reader may say which version is wanted (RFC 9110, 13.1.1).
  if (operation.method === 'GET') add('version_stale');
  // What a repeated key refers to may be gone by then.
  if (operation.idempotent) add('idempotency_key_missing', 'idempotency_key_reused', 'not_found');
  if (operation.versioned) add('version_missing', 'version_stale');
  return [...codes].sort();
}

/** The OpenAPI 3.1 document of the operation table; requests are described as sent, answers as given. */
export function openApiDocument(operations: readonly OperationShape[], serverName: string): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const path = (paths[operation.path] ??= {});
    path[operation.method.toLowerCase()] = describe(operation);
  }
  return {
    openapi: '3.1.0',
    info: { title: serverName, version: '1', description: '基层点单、县级赋权、可退可换' },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-session' } },
      schemas: { Problem: schemaOf(Problem, 'output') },
    },
  };
}

function describe(operation: OperationShape): Json {
  return {
    operationId: operation.id,
    tags: [operation.feature],
    summary: operation.summary,
    ...(operation.access.kind === 'public' ? { security: [] } : { security: [{ session: [] }] }),
    ...(operation.access.kind === 'roles' ? { 'x-roles': operation.access.roles } : {}),
    parameters: [...parametersOf(operation.params, 'path'), ...parametersOf(operation.query, 'query'), ...headersOf(operation)],
    ...(operation.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(operation.body, 'input') } } } }
      : {}),
    ...(operation.upload
      ? { requestBody: { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } } }
      : {}),
    responses: {
      [String(operation.status)]: successOf(operation),
      ...(operation.method === 'GET' ? { '304': { description: 'What If-None-Match names is what there is' } } : {}),
      ...problemsOf(operation),
    },
  };
}

function successOf(operation: OperationShape): Json {
  if (operation.status === 204) return { description: 'Done' };
  if (operation.download) {
    const file = { schema: { type: 'string', format: 'binary' } };
    return { description: 'A file', content: Object.fromEntries(operation.download.map((media) => [media, file])) };
  }
  if (operation.media)
    return { description: 'Done', content: { [operation.media.split(';')[0] ?? 'text/plain']: { schema: { type: 'string' } } } };
  return { description: 'Done', content: { 'application/json': { schema: schemaOf(operation.response, 'output') } } };
}

function problemsOf(operation: OperationShape): Json {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of refusalsOf(operation)) byStatus.set(statusOf[code], [...(byStatus.get(statusOf[code]) ?? []), code]);
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(
    [...byStatus].sort(([a], [b]) => a - b).map(([status, codes]) => [String(status), { description: codes.join(', '), content }]),
  );
}

function parametersOf(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return [];
  const { properties, required } = schemaOf(schema, 'input') as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties ?? {}).map(([name, description]) => ({
    name,
    in: place,
    required: place === 'path' || (required?.includes(name) ?? false),
    schema: description,
  }));
}

function headersOf(operation: OperationShape): Json[] {
  const header = (name: string, pattern: string, description: string): Json => ({
    name,
    in: 'header',
    required: true,
    description,
    schema: { type: 'string', pattern },
  });
  return [
    ...(operation.idempotent
      ? [header('Idempotency-Key', '^[0-9A-Za-z_-]{8,64}$', 'A repeated key acts once and shows what came of it')]
      : []),
    ...(operation.versioned ? [header('If-Match', '^"[1-9][0-9]*"$', 'The version that the caller saw')] : []),
  ];
}

/** zod's JSON Schema, less what would make a new field in an answer a breaking change or repeat a format as a long pattern. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const raw = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return clean(raw, io) as Json;
}

function clean(value: unknown, io: 'input' | 'output'): unknown {
  if (Array.isArray(value)) return value.map((entry) => clean(entry, io));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value as Json).filter(([key, inner]) => {
    if (key === '$schema') return false;
    if (key === 'additionalProperties' && io === 'output' && inner === false) return false;
    return !(key === 'pattern' && 'format' in value);
  });
  return Object.fromEntries(entries.map(([key, inner]) => [key, clean(inner, io)]));
}
