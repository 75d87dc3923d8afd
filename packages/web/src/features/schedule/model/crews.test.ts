import type { AssignmentView, ResourceView } from '@millrace/contract'
import { expect, test } from 'vitest'
import { crews } from './crews.ts'

const resource = (id: string, name: string) => ({ id, name }) as ResourceView
const on = (itemId: string, resourceId: string) => ({ itemId, resourceId }) as AssignmentView

test('everybody who is on an item is named beside it, and nobody where nobody is', () => {
  const resources = [resource('r', 'Rebar crew'), resource('c', 'Crane 1')]
  const assignments = [on('slab', 'r'), on('slab', 'c'), on('wall', 'r'), on('roof', 'gone')]
  expect([...crews({ resources, assignments })]).toEqual([
    ['slab', 'Rebar crew, Crane 1'],
    ['wall', 'Rebar crew'],
  ])
})
