import { type ItemView, type Operation, operations, type RelationView, routes } from '@millrace/contract'
import type { Relation, WorkItem } from '@millrace/core/work'
import { expect, expectTypeOf, test } from 'vitest'
import { openApiDocument } from '../platform/http/openapi.ts'
import { composeRegistry, downloads } from './registry.ts'

/** Operations of an account stand beside the registry, because they belong to no organisation. */
const inOrganisation = Object.values(operations).filter(
  (operation) => operation.route.scope === 'organisation',
)

test('every operation of the contract is offered, and nothing else is', () => {
  const registry = composeRegistry()
  const files = downloads.map(({ operation }) => operation.id)
  const offered = [...registry.commands.keys(), ...registry.queries.keys(), ...files]
  expect(offered.toSorted()).toEqual(inOrganisation.map((operation) => operation.id).toSorted())
})

test('what answers with a file says of which kind, and nothing else does', () => {
  for (const { route, media } of Object.values<Operation>(operations)) {
    expect(media !== undefined).toBe(route.kind === 'download')
  }
})

test('every route belongs to an operation', () => {
  expect(Object.keys(operations).toSorted()).toEqual(Object.keys(routes).toSorted())
})

/** Said and not kept: nothing that is stored changes, and yet it is no question that anything may repeat or keep. */
const SAID: ReadonlySet<string> = new Set(['work.tellPresence'])

test('operations are named by their own id, and commands change while questions and files only read', () => {
  for (const [id, operation] of Object.entries(operations)) {
    expect(operation.id).toBe(id)
    const isRead = operation.route.kind !== 'command' && !SAID.has(id)
    expect(isRead).toBe(operation.route.method === 'GET')
  }
})

test('every place in a path is part of the input', () => {
  const document = openApiDocument('test') as {
    paths: Record<string, Record<string, { parameters: { name: string; schema: unknown }[] }>>
  }
  for (const [path, methods] of Object.entries(document.paths)) {
    const places = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
    for (const described of Object.values(methods)) {
      expect(described.parameters.map(({ name }) => name)).toEqual(expect.arrayContaining(places))
    }
  }
})

test('an item is the same on every floor', () => {
  expectTypeOf<WorkItem>().toExtend<ItemView>()
  expectTypeOf<Relation>().toExtend<RelationView>()
})
