import { expect, test } from 'vitest'
import { presetFields } from './presets.ts'

test('the table of Asana is known by its header, in whatever order and case', () => {
  const names = [
    'Name',
    'Task ID',
    'Completed At',
    'Section/Column',
    'Assignee',
    'Assignee Email',
    'Tags',
    'Effort',
  ]
  expect(presetFields(names)).toEqual([
    'title',
    'key',
    'finishedOn',
    'labels',
    'ignore',
    'responsible',
    'labels',
    'ignore',
  ])
})

test('points of Linear are no effort', () => {
  const names = [
    'ID',
    'Team',
    'Title',
    'Description',
    'Status',
    'Estimate',
    'Priority',
    'Labels',
    'Parent issue',
  ]
  expect(presetFields(names)).toEqual([
    'key',
    'ignore',
    'title',
    'description',
    'state',
    'ignore',
    'priority',
    'labels',
    'parent',
  ])
})

test('any other table is left to guessing', () => {
  expect(presetFields(['ID', 'Title', 'Status'])).toBeNull()
})
