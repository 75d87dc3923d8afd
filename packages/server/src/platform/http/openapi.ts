import { type Operation, operations, type Route, refusals } from '@millrace/contract'
import { z } from 'zod'

type Json = Record<string, unknown>

/**
 * The public interface as an OpenAPI document, made from the contract alone.
 *
 * @see OpenAPI Specification 3.1.1
 */
export function openApiDocument(version: string): Json {
  const paths: Record<string, Json> = {}
  for (const operation of Object.values(operations)) {
    const route: Route = operation.route
    const path = (route.scope === 'organisation' ? '/api/v1/o/{org}' : '/api/v1') + route.path
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describe(operation, route) }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Millrace',
      version,
      description:
        'Moments are integer milliseconds since 1970-01-01T00:00Z, plan dates are YYYY-MM-DD, money is in whole minor units. ' +
        'Refusals are problem documents (RFC 9457) with a stable code. Writes take an Idempotency-Key header, remembered for a week. ' +
        'POST /api/v1/o/{org}/commands takes {"commands":[{"id","name","input"}]}: up to 1,000 commands in one transaction.',
    },
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'millrace.session_token' },
      },
      schemas: { Problem: problemSchema() },
    },
  }
}

type AnyOperation = (typeof operations)[keyof typeof operations]

function describe(operation: AnyOperation, route: Route): Json {
  const schema = z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Json // A schema of an object.
  const properties = (schema['properties'] ?? {}) as Record<string, Json>
  const required = new Set((schema['required'] ?? []) as string[]) // As JSON Schema has it.
  const inPath = new Set([...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))
  const rest = Object.keys(properties).filter((name) => !inPath.has(name))
  const inQuery = route.method === 'GET' ? rest : []
  const parameters = [...(route.scope === 'organisation' ? ['org'] : []), ...inPath, ...inQuery].map(
    (name) => ({
      name,
      in: inQuery.includes(name) ? 'query' : 'path',
      required: !inQuery.includes(name) || required.has(name),
      schema: properties[name] ?? { type: 'string' },
    }),
  )
  return {
    operationId: operation.id,
    tags: [operation.id.split('.')[0]],
    summary: operation.summary,
    description: `Permission: \`${operation.permission}\`.`,
    parameters,
    ...(route.method === 'GET' || rest.length === 0 ? {} : { requestBody: body(rest, properties, required) }),
    responses: {
      200: {
        description: 'Done.',
        content: answerOf(operation),
      },
      default: {
        description: `Refused: ${operation.refusals.map((code) => `\`${code}\``).join(', ') || 'by the platform only'}.`,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function answerOf(operation: Operation): Json {
  if (operation.media) {
    // RFC 8259 and OpenAPI have no schema for bytes: the media type says it all.
    return Object.fromEntries(operation.media.map((media) => [media, {}]))
  }
  return { 'application/json': { schema: z.toJSONSchema(operation.output, { unrepresentable: 'any' }) } }
}

function body(
  names: readonly string[],
  properties: Readonly<Record<string, Json>>,
  required: ReadonlySet<string>,
): Json {
  const schema = {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, properties[name]])),
    required: names.filter((name) => required.has(name)),
  }
  return { required: true, content: { 'application/json': { schema } } }
}

function problemSchema(): Json {
  return {
    type: 'object',
    required: ['type', 'title', 'status', 'detail', 'code', 'remedy'],
    properties: {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string' },
      code: { type: 'string', enum: Object.keys(refusals) },
      params: { type: 'object' },
      remedy: { type: 'string' },
      index: { type: 'integer' },
    },
  }
}
