import { findState, type WorkItem } from '@millrace/core/work'
import { minorUnitDigits } from '@millrace/formats/dates'
import type { ItemNames, WalkedItem } from '../../work/index.ts'
import type { ExportColumn } from './export-column.ts'
import { hours } from './export-hours.ts'
import { AREA_WORDS, BLOCKER_WORDS, PRIORITY_WORDS } from './export-words.ts'
import { plannedColumns } from './planned-columns.ts'

/** What the columns of a file are made with. */
export type ColumnTools = {
  readonly names: ItemNames
  /** The address of an item's page without its key, such as `https://work.example.org/o/acme/i/`. */
  readonly itemsUrl: string
}

type Person = 'responsibleId' | 'accountableId' | 'requesterId'
type Words = 'role' | 'practice' | 'resources' | 'artifact'
type Effort = 'effortMin' | 'effortLowMin' | 'effortHighMin'

/** The columns that all items have, in the order of a file for which nobody chose any. */
export function builtInColumns(tools: ColumnTools): readonly ExportColumn[] {
  return [
    ...mainColumns(tools),
    ...peopleColumns(tools),
    ...amountColumns(tools),
    ...plannedColumns(),
    ...placeColumns(tools),
  ]
}

function mainColumns({ names }: ColumnTools): readonly ExportColumn[] {
  return [
    text({ id: 'key', header: 'Key', width: 12 }, ({ key }) => key),
    text({ id: 'title', header: 'Title', width: 48 }, ({ title }) => title),
    text({ id: 'type', header: 'Type', width: 14 }, ({ typeId }) => names.types.get(typeId)?.name ?? null),
    text({ id: 'state', header: 'State', width: 16 }, (item) => stateName(item, names)),
    text({ id: 'priority', header: 'Priority', width: 10 }, ({ priority }) => PRIORITY_WORDS[priority]),
    { ...named('start', 'Start', 12), kind: 'day', read: ({ item }) => item.startsOn },
    { ...named('due', 'Due', 12), kind: 'day', read: ({ item }) => item.dueOn },
    {
      ...named('labels', 'Labels', 24),
      kind: 'list',
      read: ({ item }) => item.labelIds.flatMap((id) => names.labels.get(id)?.name ?? []),
    },
    text({ id: 'standing', header: 'Stands still', width: 28 }, (item) => standing(item, names)),
  ]
}

function peopleColumns({ names }: ColumnTools): readonly ExportColumn[] {
  const person = (id: string, header: string, field: Person): ExportColumn =>
    text({ id, header, width: 22 }, (item) => names.people.get(item[field] ?? '')?.name ?? null)
  return [
    person('responsible', 'Responsible', 'responsibleId'),
    person('accountable', 'Accountable', 'accountableId'),
    person('requester', 'Asked for by', 'requesterId'),
    text(
      { id: 'team', header: 'Team', width: 18 },
      ({ teamId }) => names.teams.get(teamId ?? '')?.name ?? null,
    ),
  ]
}

function amountColumns({ names: { currency } }: ColumnTools): readonly ExportColumn[] {
  const effort = (id: string, header: string, from: Effort): ExportColumn => ({
    id,
    field: `${id}Hours`,
    header: `${header} (h)`,
    width: 12,
    kind: 'number',
    read: ({ item }) => hours(item[from]),
  })
  return [
    effort('effort', 'Effort', 'effortMin'),
    effort('effortLow', 'Effort at least', 'effortLowMin'),
    effort('effortHigh', 'Effort at most', 'effortHighMin'),
    {
      ...named('costOfDelay', `Cost of delay (${currency} per week)`, 16),
      kind: 'number',
      read: ({ item }) => major(item.costOfDelayMinor, currency),
    },
    text({ id: 'progress', header: 'Sub-items done', width: 14 }, ({ childCount, childDoneCount }) =>
      childCount === 0 ? null : `${childDoneCount} of ${childCount}`,
    ),
    { ...named('milestone', 'Milestone', 10), kind: 'truth', read: ({ item }) => item.isMilestone },
  ]
}

function placeColumns({ names, itemsUrl }: ColumnTools): readonly ExportColumn[] {
  const words = (id: Words, header: string) => text({ id, header, width: 20 }, (item) => item[id])
  const moment = (id: string, header: string, read: (item: WorkItem) => number | null): ExportColumn => ({
    ...named(id, header, 17),
    kind: 'moment',
    read: ({ item }) => read(item),
  })
  return [
    { ...named('parent', 'Parent', 12), kind: 'text', read: ({ parentKey }) => parentKey },
    text({ id: 'area', header: 'Area of interest', width: 22 }, ({ area }) => AREA_WORDS[area]),
    words('role', 'Role'),
    words('practice', 'Practice'),
    words('resources', 'Resources'),
    words('artifact', 'Result'),
    text({ id: 'description', header: 'Description', width: 40 }, ({ description }) => description),
    moment('created', 'Created', ({ createdAt }) => createdAt),
    moment('updated', 'Changed', ({ updatedAt }) => updatedAt),
    moment('stateSince', 'In this state since', ({ stateSince }) => stateSince),
    moment('started', 'Started', ({ startedAt }) => startedAt),
    moment('finished', 'Finished', ({ finishedAt }) => finishedAt),
    text({ id: 'container', header: 'Container', width: 24 }, (item) => containerName(item, names)),
    text({ id: 'link', header: 'Link', width: 36 }, ({ key }) => itemsUrl + encodeURIComponent(key)),
  ]
}

function named(id: string, header: string, width: number) {
  return { id, field: id, header, width }
}

function text(
  { id, header, width }: { readonly id: string; readonly header: string; readonly width: number },
  read: (item: WorkItem) => string | null | undefined,
): ExportColumn {
  return {
    ...named(id, header, width),
    kind: 'text',
    read: ({ item }: WalkedItem) => read(item) ?? null,
  }
}

/** An amount as people write it, without a fraction of its smallest coin. */
export function major(minor: number | null, currency: string): number | null {
  return minor === null ? null : minor / 10 ** minorUnitDigits(currency)
}

function stateName(item: WorkItem, { types }: ItemNames): string {
  const type = types.get(item.typeId)
  return (type && findState(type.workflow, item.stateId)?.name) ?? item.stateId
}

/** The container it is at home in, or else the first of those that may be seen. */
function containerName(item: WorkItem, { containers }: ItemNames): string | null {
  const visible = item.containerIds.find((id) => containers.has(id))
  return (visible === undefined ? undefined : containers.get(visible)?.name) ?? null
}

function standing({ waitingFor, openBlockers }: WorkItem, { people }: ItemNames): string | null {
  const reasons = openBlockers.map(({ reason, note }) =>
    [BLOCKER_WORDS[reason], note].filter(Boolean).join(': '),
  )
  if (waitingFor !== null) {
    const whom = people.get(waitingFor.personId ?? '')?.name ?? ''
    reasons.push(`Waits for ${[whom, waitingFor.note].filter(Boolean).join(': ')}`)
  }
  return reasons.length === 0 ? null : reasons.join('; ')
}
