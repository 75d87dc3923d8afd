import type { ImportMapping } from '@millrace/contract'
import type { ItemPast, ItemType } from '@millrace/core/work'
import type { OpenItem } from '../../work/index.ts'
import { checkDraft } from '../check-draft.ts'
import type { ItemDraft } from '../item-draft.ts'
import { type LabelMatcher, NEW_LABELS_MAX, splitLabels } from '../match-labels.ts'
import type { PeopleMatcher } from '../match-people.ts'
import { matchState, stateOrFirst } from '../match-state.ts'
import type { Surroundings } from '../queries/read-surroundings.ts'
import { readCustomField } from './custom-fields.ts'
import {
  type RowContext,
  readDay,
  readEffort,
  readMoment,
  readPriority,
  readText,
  readTruth,
  tellCell,
} from './draft-parts.ts'
import { cellOf } from './table-columns.ts'

/** What rows are turned into items with. */
export type RowTools = {
  readonly mapping: ImportMapping
  readonly surroundings: Surroundings
  readonly usualType: ItemType
  readonly containerId: string
  readonly people: PeopleMatcher
  readonly labels: LabelMatcher
  /** Ids of labels there are, and of those to be made. */
  readonly labelIds: ReadonlySet<string>
}

/** Where a row's item belongs. */
export type RowPlace = {
  readonly itemId: string
  readonly parent: { readonly itemId: string; readonly title: string } | null
}

const TITLE_MAX = 500
const DESCRIPTION_MAX = 100_000

/** The item of a row; null when there can be none, which is told. */
export function draftRow(row: RowContext, place: RowPlace, tools: RowTools): ItemDraft | null {
  const { columns } = row.survey
  const title = cellOf(row.cells, columns.of('title')).replace(/\s+/g, ' ')
  if (title === '') {
    const isBlank = row.cells.every((cell) => cell.trim() === '')
    if (!isBlank) row.tell({ code: 'import.title_missing', severity: 'error', line: row.line })
    return null
  }
  const type = readType(row, tools)
  const past = readPast(row, tools)
  const { stateId, ...state } = past.finishedAt === undefined ? readState(row, type) : doneState(row, type)
  const labels = readLabels(row, tools)
  const responsibleId = readPerson(row, 'responsible', tools)
  const item: OpenItem = {
    id: place.itemId,
    containerId: tools.containerId,
    typeId: type.id,
    stateId,
    title: cut(row, { text: title, max: TITLE_MAX, code: 'import.title_cut' }),
    description: cut(row, {
      text: cellOf(row.cells, columns.of('description')),
      max: DESCRIPTION_MAX,
      code: 'import.description_cut',
    }),
    parentId: place.parent?.itemId ?? null,
    priority: readPriority(row, columns.of('priority')),
    responsibleId,
    accountableId: readPerson(row, 'accountable', tools),
    ...readDays(row),
    effortMin: readEffort(row, columns.of('effort')),
    role: readText(row, columns.of('role')),
    practice: readText(row, columns.of('practice')),
    resources: readText(row, columns.of('resources')),
    artifact: readText(row, columns.of('artifact')),
    isMilestone: readTruth(row, columns.of('milestone')),
    labelIds: labels.map(({ id }) => id),
    past,
    fields: Object.fromEntries(columns.custom.flatMap((column) => readCustomField(row, column, tools) ?? [])),
  }
  const responsible = responsibleId === null ? null : cellOf(row.cells, columns.of('responsible'))
  const shown = {
    parent: place.parent?.title ?? null,
    state: state.name,
    responsible,
    labels: labels.map(({ name }) => name),
  }
  return isSound(row, { item, type }, tools) ? { line: row.line, item, isDone: state.isDone, shown } : null
}

function cut(
  row: RowContext,
  { text, max, code }: { readonly text: string; readonly max: number; readonly code: string },
): string {
  if (text.length <= max) return text
  row.tell({ code, severity: 'warning', line: row.line, params: { max } })
  return text.slice(0, max)
}

function readType(row: RowContext, { surroundings, usualType }: RowTools): ItemType {
  const column = row.survey.columns.of('type')
  const text = cellOf(row.cells, column)
  if (text === '' || !column) return usualType
  const wanted = column.values?.[text] ?? text
  const named = surroundings.types.find(
    ({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase(),
  )
  if (named) return named
  const params = { value: text.slice(0, 60), type: usualType.name }
  tellCell(row, column, { code: 'import.type_unknown', params })
  return usualType
}

function readState(
  row: RowContext,
  type: ItemType,
): { readonly stateId: string; readonly name: string; readonly isDone: boolean } {
  const column = row.survey.columns.of('state')
  const text = cellOf(row.cells, column)
  const found = text === '' ? null : matchState(type, column?.values?.[text] ?? text)
  const state = found ?? stateOrFirst(type, undefined)
  if (text !== '' && !found && column) {
    const params = { value: text.slice(0, 60), type: type.name, state: state.name }
    tellCell(row, column, { code: 'import.state_unknown', params })
  }
  return { stateId: state.id, name: state.name, isDone: state.group === 'done' }
}

/** What was finished is done, whatever its state says; a type may have no such state. */
function doneState(row: RowContext, type: ItemType): ReturnType<typeof readState> {
  const done = type.workflow.states.find(({ group }) => group === 'done')
  return done ? { stateId: done.id, name: done.name, isDone: true } : readState(row, type)
}

function readPast(row: RowContext, { surroundings }: RowTools): ItemPast {
  const { columns } = row.survey
  const { timeZone } = surroundings
  return {
    createdAt: readMoment(row, columns.of('createdOn'), timeZone) ?? undefined,
    finishedAt: readMoment(row, columns.of('finishedOn'), timeZone) ?? undefined,
  }
}

function readPerson(
  row: RowContext,
  field: 'responsible' | 'accountable',
  { people }: RowTools,
): string | null {
  const column = row.survey.columns.of(field)
  const text = cellOf(row.cells, column)
  if (text === '' || !column) return null
  return people.find(
    { name: text },
    { line: row.line, column: row.survey.columns.names[column.column], tell: row.tell },
  )
}

function readLabels(
  row: RowContext,
  { labels }: RowTools,
): readonly { readonly id: string; readonly name: string }[] {
  const found = new Map<string, string>()
  for (const column of row.survey.columns.labels) {
    for (const name of splitLabels(cellOf(row.cells, column))) {
      const { id, isCut } = labels.find(name)
      const params = { label: name.slice(0, 80), max: id === null ? NEW_LABELS_MAX : 60 }
      if (id === null) tellCell(row, column, { code: 'import.labels_too_many', params })
      else found.set(id, name)
      if (isCut) tellCell(row, column, { code: 'import.label_cut', params })
    }
  }
  return [...found].slice(0, LABELS_MAX).map(([id, name]) => ({ id, name }))
}

/** As many as an item can carry. */
const LABELS_MAX = 50

function readDays(row: RowContext): { readonly startsOn: string | null; readonly dueOn: string | null } {
  const { columns } = row.survey
  const startsOn = readDay(row, columns.of('startsOn'))
  const dueOn = readDay(row, columns.of('dueOn'))
  if (startsOn === null || dueOn === null || startsOn <= dueOn) return { startsOn, dueOn }
  const params = { startsOn, dueOn }
  row.tell({ code: 'import.dates_reversed', severity: 'warning', line: row.line, params })
  return { startsOn: null, dueOn }
}

/** Whether this can be an item; why not is told. */
function isSound(
  row: RowContext,
  { item, type }: { readonly item: OpenItem; readonly type: ItemType },
  tools: RowTools,
): boolean {
  const refusal = checkDraft(item, type, tools)
  if (refusal) row.tell({ code: refusal.code, severity: 'error', line: row.line, params: refusal.params })
  return refusal === null
}
