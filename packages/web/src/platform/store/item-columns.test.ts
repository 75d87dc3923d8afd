import { expect, test } from 'vitest'
import { withRows } from './item-columns.ts'

test('items come out of lists, of values that repeat and of the one value all have', () => {
  const { items } = withRows({
    seq: 4,
    items: {
      id: ['a', 'b', 'c'],
      title: ['Pour', 'Cure', 'Strip'],
      responsibleId: { values: [null, 'p'], at: [0, 1, 0] },
      area: { values: ['2.3'] },
      ...Object.fromEntries(REST.map((field) => [field, { values: [null] }])),
    },
  })
  expect(items?.map(({ id, title, responsibleId, area }) => [id, title, responsibleId, area])).toEqual([
    ['a', 'Pour', null, '2.3'],
    ['b', 'Cure', 'p', '2.3'],
    ['c', 'Strip', null, '2.3'],
  ])
})

const REST = [
  ...[
    'key',
    'containerIds',
    'typeId',
    'description',
    'stateId',
    'stateGroup',
    'parentId',
    'rank',
    'priority',
  ],
  ...['accountableId', 'requesterId', 'teamId', 'startsOn', 'dueOn', 'effortMin', 'effortLowMin'],
  ...['effortHighMin', 'costOfDelayMinor', 'role', 'practice', 'resources', 'artifact', 'isMilestone'],
  ...['labelIds', 'fields', 'waitingFor', 'openBlockers', 'childCount', 'childDoneCount'],
  ...['lineCount', 'lineDoneCount', 'startedAt'],
  ...['finishedAt', 'acceptedAt', 'noticedAt', 'archivedAt', 'createdAt', 'createdBy', 'updatedAt'],
  ...['stateSince', 'ownSeenBy', 'seenBy', 'version'],
]
