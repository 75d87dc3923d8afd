import { expect, test } from 'vitest'
import { closestName } from './closest-name.ts'

const names = ['priority', 'responsible', 'due', 'state', 'stateSince', 'start', 'type']

test.each([
  ['prioritty', 'priority'],
  ['piroirty', 'priority'],
  ['RESPONSIBLE', 'responsible'],
  ['sate', 'state'],
  ['deu', 'due'],
  ['tpye', 'type'],
  ['budget', null],
  ['', null],
  ['x'.repeat(4000), null],
])('%s means %s', (word, name) => expect(closestName(word, names)).toBe(name))
