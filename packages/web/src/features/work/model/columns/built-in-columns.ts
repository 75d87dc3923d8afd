import { AREAS_OF_INTEREST, type WorkItem, type WorkItemPatch } from '@millrace/core/work'
import { formatDay, formatEffort, formatInstant, formatMoney, PRIORITY_NAMES } from '../../../../ui/index.ts'
import { texts } from '../../texts.ts'
import { effortInWords } from '../effort-words.ts'
import type { Lookup } from '../lookup.ts'
import { changeItem } from '../moves.ts'
import { amountOf } from '../read-amount.ts'
import { formatSpan } from '../span.ts'
import { type Column, readOnly } from './column.ts'
import { dayFrom, effortFrom, idFrom, moneyFrom, moveFrom, writeField } from './write-cell.ts'

/** The columns that every table can show, in the order in which they are offered. */
export const BUILT_IN_COLUMNS: readonly Column[] = [
  readOnly({
    id: 'key',
    name: texts.sortField['key'] ?? '',
    width: 104,
    sort: 'key',
    text: (item) => item.key,
  }),
  {
    id: 'title',
    name: texts.field.title,
    width: 340,
    align: 'start',
    edit: 'type',
    sort: 'title',
    text: (item) => item.title,
    write: (text, item) => (text.trim() === '' ? null : changeItem(item, { title: text.trim() })),
  },
  {
    id: 'state',
    name: texts.field.state,
    width: 128,
    align: 'start',
    edit: 'choose',
    sort: 'state',
    text: (item, lookup) => stateName(item, lookup),
    write: moveFrom,
  },
  {
    id: 'priority',
    name: texts.field.priority,
    width: 96,
    align: 'start',
    edit: 'choose',
    sort: 'priority',
    text: (item) => (item.priority === 0 ? '' : PRIORITY_NAMES[item.priority]),
    write: (text, item) => {
      const priority = ([0, 1, 2, 3, 4] as const).find(
        (each) =>
          PRIORITY_NAMES[each].toLowerCase() === text.trim().toLowerCase() || String(each) === text.trim(),
      )
      return priority === undefined && text.trim() !== ''
        ? null
        : changeItem(item, { priority: priority ?? 0 })
    },
  },
  personColumn('responsible', 'responsibleId'),
  dayColumn('due', 'dueOn', 132),
  {
    id: 'labels',
    name: texts.field.labels,
    width: 168,
    align: 'start',
    edit: 'choose',
    sort: null,
    text: (item, lookup) => item.labelIds.flatMap((id) => lookup.labels.get(id)?.name ?? []).join(', '),
    write: (text, item, lookup) => {
      const ids = text.split(',').flatMap((name) => idFrom(name.trim(), lookup.labels) ?? [])
      return ids.length === 0 && text.trim() !== '' ? null : changeItem(item, { labelIds: ids })
    },
  },
  readOnly({
    id: 'standing',
    name: texts.field.standing,
    width: 168,
    sort: null,
    text: (item, lookup) => standingText(item, lookup),
  }),
  {
    id: 'effort',
    amount: (item) => item.effortMin,
    total: (sum) => formatEffort(sum),
    name: texts.field.effort,
    width: 84,
    align: 'end',
    edit: 'type',
    sort: 'effort',
    text: (item) => effortInWords(item),
    draft: (item) => (item.effortMin === null ? '' : effortInWords({ ...item, effortLowMin: null })),
    write: (text, item) =>
      writeField(item, text, { value: effortFrom, patch: (effortMin) => ({ effortMin }) }),
  },
  {
    id: 'costOfDelay',
    amount: (item) => item.costOfDelayMinor,
    total: (sum, lookup) => formatMoney(sum, lookup.organisation.currency),
    name: texts.field.costOfDelay,
    width: 116,
    align: 'end',
    edit: 'type',
    sort: 'costOfDelay',
    text: (item, lookup) =>
      item.costOfDelayMinor === null ? '' : formatMoney(item.costOfDelayMinor, lookup.organisation.currency),
    draft: (item, lookup) =>
      item.costOfDelayMinor === null ? '' : amountOf(item.costOfDelayMinor, lookup.organisation.currency),
    write: (text, item, lookup) =>
      writeField(item, text, {
        value: (amount) => moneyFrom(amount, lookup),
        patch: (costOfDelayMinor) => ({ costOfDelayMinor }),
      }),
  },
  readOnly({
    id: 'type',
    name: texts.field.type,
    width: 110,
    sort: 'type',
    text: (item, lookup) => lookup.types.get(item.typeId)?.name ?? '',
  }),
  personColumn('accountable', 'accountableId'),
  personColumn('requester', 'requesterId'),
  {
    id: 'team',
    name: texts.field.team,
    width: 130,
    align: 'start',
    edit: 'choose',
    sort: 'team',
    text: (item, lookup) => (item.teamId === null ? '' : (lookup.teams.get(item.teamId)?.name ?? '')),
    write: (text, item, lookup) =>
      writeField(item, text, {
        value: (name) => idFrom(name, lookup.teams),
        patch: (teamId) => ({ teamId }),
      }),
  },
  dayColumn('start', 'startsOn', 100),
  {
    id: 'area',
    name: texts.field.area,
    width: 160,
    align: 'start',
    edit: 'choose',
    sort: 'area',
    text: (item) => texts.area[item.area] ?? item.area,
    write: (text, item) => {
      const area = AREAS_OF_INTEREST.find((each) => each === text.trim() || texts.area[each] === text.trim())
      return area ? changeItem(item, { area }) : null
    },
  },
  wordsColumn('role'),
  wordsColumn('practice'),
  wordsColumn('resources'),
  wordsColumn('artifact'),
  readOnly({
    id: 'progress',
    name: texts.field.progress,
    width: 92,
    sort: 'children',
    text: (item) =>
      item.childCount === 0 ? '' : `${String(item.childDoneCount)}/${String(item.childCount)}`,
  }),
  readOnly({
    id: 'lines',
    name: texts.field.lines,
    width: 92,
    sort: null,
    text: (item) => (item.lineCount === 0 ? '' : `${String(item.lineDoneCount)}/${String(item.lineCount)}`),
  }),
  readOnly({
    id: 'container',
    name: texts.field.container,
    width: 160,
    sort: 'container',
    text: (item, lookup) => lookup.containers.get(item.containerIds[0] ?? '')?.name ?? '',
  }),
  readOnly({
    id: 'stateSince',
    name: texts.field.stateSince,
    width: 92,
    align: 'end',
    sort: 'stateSince',
    text: (item, lookup) => formatSpan(lookup.now - item.stateSince),
  }),
  readOnly({
    id: 'created',
    name: texts.field.created,
    width: 140,
    sort: 'created',
    text: (item) => formatInstant(item.createdAt),
  }),
  readOnly({
    id: 'updated',
    name: texts.field.updated,
    width: 140,
    sort: 'updated',
    text: (item) => formatInstant(item.updatedAt),
  }),
]

/** The columns that a table shows until somebody chooses others. */
export const USUAL_COLUMNS = [
  'key',
  'title',
  'state',
  'priority',
  'responsible',
  'due',
  'labels',
  'standing',
  'effort',
  'costOfDelay',
] as const

type PersonField = 'responsibleId' | 'accountableId' | 'requesterId'

function personColumn(id: 'responsible' | 'accountable' | 'requester', field: PersonField): Column {
  return {
    id,
    name: texts.field[id],
    width: 148,
    align: 'start',
    edit: 'choose',
    sort: id,
    text: (item, lookup) => lookup.people.get(item[field] ?? '')?.name ?? '',
    write: (text, item, lookup) =>
      writeField(item, text, {
        value: (name) => idFrom(name, lookup.people),
        patch: (person): WorkItemPatch => ({ [field]: person }),
      }),
  }
}

function dayColumn(id: 'due' | 'start', field: 'dueOn' | 'startsOn', width: number): Column {
  return {
    id,
    name: texts.field[id],
    width,
    align: 'start',
    edit: 'choose',
    sort: id,
    text: (item) => {
      const day = item[field]
      return day === null ? '' : formatDay(day)
    },
    write: (text, item, lookup) =>
      writeField(item, text, {
        value: (words) => dayFrom(words, lookup),
        patch: (day): WorkItemPatch => ({ [field]: day }),
      }),
  }
}

function wordsColumn(id: 'role' | 'practice' | 'resources' | 'artifact'): Column {
  return {
    id,
    name: texts.field[id],
    width: 140,
    align: 'start',
    edit: id === 'practice' ? 'choose' : 'type',
    sort: id === 'resources' ? null : id,
    text: (item) => item[id] ?? '',
    write: (text, item) =>
      writeField(item, text, { value: (words) => words, patch: (words): WorkItemPatch => ({ [id]: words }) }),
  }
}

function stateName(item: WorkItem, lookup: Lookup): string {
  const states = lookup.types.get(item.typeId)?.workflow.states ?? []
  return states.find((state) => state.id === item.stateId)?.name ?? item.stateId
}

function standingText(item: WorkItem, lookup: Lookup): string {
  const { waitingFor } = item
  const blockers = item.openBlockers.map((blocker) => texts.blocker[blocker.reason])
  if (waitingFor === null) return blockers.join(', ')
  const whom = waitingFor.personId === null ? '' : (lookup.people.get(waitingFor.personId)?.name ?? '')
  return [...blockers, [whom, waitingFor.note].filter(Boolean).join(': ')].join(', ')
}
