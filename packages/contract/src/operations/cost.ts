import { z } from 'zod'
import { operation } from '../operation.ts'
import { costRoutes } from '../routes/cost.ts'
import { id, nextCursor, nothing, pageInput, plainDate } from '../schemas/base.ts'
import { earnedValueView, projectValueView } from '../schemas/earned-value.ts'
import { timeEntryView } from '../schemas/time-entry.ts'

const minutes = z.int().describe('Whole minutes, from 1 to 1440')
const note = z.string().max(10_000)
const entry = { permission: 'item.write', output: timeEntryView } as const
const rules = ['cost.day_wrong', 'cost.minutes_wrong', 'cost.note_too_long'] as const

export const costOperations = {
  'cost.startTimer': operation({
    ...entry,
    id: 'cost.startTimer',
    route: costRoutes['cost.startTimer'],
    summary: 'Start your timer on an item. If it runs on another one, it stops there first.',
    input: z.object({ id, itemId: id, note: note.default('') }),
    refusals: ['work.archived', 'cost.note_too_long', 'platform.not_found', 'platform.exists'],
  }),
  'cost.stopTimer': operation({
    ...entry,
    id: 'cost.stopTimer',
    route: costRoutes['cost.stopTimer'],
    summary: 'Stop a timer: your own, or another one where you manage.',
    input: z.object({ id }),
    refusals: ['cost.not_running', 'cost.not_yours', 'platform.not_found'],
  }),
  'cost.addTime': operation({
    ...entry,
    id: 'cost.addTime',
    route: costRoutes['cost.addTime'],
    summary: 'Write down time that you spent on an item.',
    input: z.object({ id, itemId: id, day: plainDate, minutes, note: note.default('') }),
    refusals: [...rules, 'work.archived', 'platform.not_found', 'platform.exists'],
  }),
  'cost.changeTime': operation({
    ...entry,
    id: 'cost.changeTime',
    route: costRoutes['cost.changeTime'],
    summary: 'Change day, minutes or note of an entry: your own, or any where you manage.',
    input: z.object({
      id,
      patch: z.object({ day: plainDate.optional(), minutes: minutes.optional(), note: note.optional() }),
    }),
    refusals: [...rules, 'cost.still_running', 'cost.not_yours', 'platform.not_found'],
  }),
  'cost.removeTime': operation({
    id: 'cost.removeTime',
    route: costRoutes['cost.removeTime'],
    summary: 'Take an entry away: your own, or any where you manage.',
    permission: 'item.write',
    input: z.object({ id }),
    output: nothing,
    refusals: ['cost.not_yours', 'platform.not_found'],
  }),
  'cost.getEarnedValue': operation({
    id: 'cost.getEarnedValue',
    route: costRoutes['cost.getEarnedValue'],
    summary:
      'What a project was to have done by a day, what it did and what that cost, against a baseline: with all indices and estimates, by item and over time.',
    permission: 'container.read',
    input: z.object({
      containerId: id,
      baselineId: id.optional().describe('The last one when left out'),
      statusOn: plainDate.optional().describe('The status date of the plan, or today, when left out'),
    }),
    output: z.object({
      value: earnedValueView.nullable().describe('Null: there is no baseline yet, or it has no dates'),
    }),
    refusals: ['cost.day_wrong', 'schedule.plan_too_large', 'platform.not_found'],
  }),
  'cost.listEarnedValue': operation({
    id: 'cost.listEarnedValue',
    route: costRoutes['cost.listEarnedValue'],
    summary:
      'The projects that you see, by key, each measured against its last baseline at its status date or now.',
    permission: 'organisation.read',
    input: z.object({ after: z.string().max(100).optional().describe('The key that the last answer gave') }),
    output: z.object({
      projects: z.array(projectValueView),
      next: z.string().nullable().describe('Ask again after this key; null: these were all'),
    }),
    refusals: [],
  }),
  'cost.listItemTime': operation({
    id: 'cost.listItemTime',
    route: costRoutes['cost.listItemTime'],
    summary: 'Time spent on an item, newest first, with its sum and that of the items under it.',
    permission: 'container.read',
    input: z.object({ itemId: id, ...pageInput }),
    output: z.object({
      entries: z.array(timeEntryView),
      ownMin: z.int().describe('Minutes on the item itself'),
      belowMin: z.int().describe('Minutes on items under it that you can see'),
      next: nextCursor,
    }),
    refusals: ['platform.not_found', 'platform.cursor_wrong'],
  }),
  'cost.listMyTime': operation({
    id: 'cost.listMyTime',
    route: costRoutes['cost.listMyTime'],
    summary: 'Your own entries of some days, at most 62, by day.',
    permission: 'organisation.read',
    input: z.object({ from: plainDate, to: plainDate }),
    output: z.object({ entries: z.array(timeEntryView) }),
    refusals: ['cost.days_wrong'],
  }),
  'cost.getTimer': operation({
    id: 'cost.getTimer',
    route: costRoutes['cost.getTimer'],
    summary: 'Your timer, if it runs.',
    permission: 'organisation.read',
    input: z.object({}),
    output: z.object({ timer: timeEntryView.nullable() }),
    refusals: [],
  }),
} as const
