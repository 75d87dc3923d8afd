import { expect, test } from 'vitest'
import type { DecisionBinding } from '../model/bpmn-model.ts'
import { chooseDecision } from './choose-decision.ts'

const published = [
  { decisionId: 'a', number: 2, keys: ['risk', 'rate'], publishedAt: 200 },
  { decisionId: 'a', number: 1, keys: ['risk'], publishedAt: 100 },
  { decisionId: 'b', number: 1, keys: ['other'], publishedAt: 300 },
]

test.each<[string, string, DecisionBinding, number | null, number | null]>([
  ['the newest', 'risk', 'latest', 100, 2],
  ['the one of when the process was published', 'risk', 'deployment', 150, 1],
  ['the first after, where there was none then', 'rate', 'deployment', 150, 2],
  ['the newest, where nothing was published', 'risk', 'deployment', null, 2],
  ['the one of that number', 'risk', 1, null, 1],
  ['none, where that number does not hold it', 'rate', 1, null, null],
  ['none of that id', 'gone', 'latest', null, null],
])('%s answers', (_name, key, binding, deployedAt, number) => {
  expect(chooseDecision(published, { key, binding, deployedAt })?.number ?? null).toBe(number)
})
