import type { Event } from '@millrace/core/kernel'
import type { WorkEvent } from '@millrace/core/work'
import type { Reaction, Unit } from '../../platform/commands/index.ts'
import { READ_FILES_JOB } from './job-kinds.ts'
import { readCommentSources, readFileSources, readItemSources, readPlaces } from './queries/read-sources.ts'
import { itemSource, type Source } from './source.ts'
import { putEntries, putPlaces, removeEntries } from './store.ts'

type Read = (tx: Unit['tx'], organisationId: string, ids: readonly string[]) => Promise<readonly Source[]>

/** What this feature makes of what happens elsewhere: it can be found as it is, from the same moment on. */
export const searchReactions: readonly Reaction[] = [
  { kinds: ['work.created', 'work.changed'], react: keepItems },
  { kinds: ['work.placed', 'work.archived', 'work.restored'], react: keepPlaces },
  { kinds: ['discussion.added', 'discussion.edited'], react: keepBy(readCommentSources) },
  { kinds: ['files.attached'], react: keepFiles },
  { kinds: ['discussion.moved'], react: keepMovedBy(readCommentSources) },
  { kinds: ['files.moved'], react: keepMovedBy(readFileSources) },
  {
    kinds: ['discussion.removed', 'files.removed'],
    react: async (unit, events) => removeEntries(unit, idsOf(events)),
  },
]

const idsOf = (events: readonly Event[]) => [...new Set(events.map(({ subject }) => subject.id))]

function keepBy(read: Read): Reaction['react'] {
  return async (unit, events) => putEntries(unit, await read(unit.tx, unit.organisationId, idsOf(events)))
}

/** What was moved is named beside the item it came to. */
function keepMovedBy(read: Read): Reaction['react'] {
  return async (unit, events) => {
    const ids = events.flatMap(({ touches = [] }) => touches.map(({ id }) => id))
    putEntries(unit, await read(unit.tx, unit.organisationId, ids))
  }
}

/** A new item is known from its event; most changes say nothing about texts, and cost no question. */
async function keepItems(unit: Unit, events: readonly Event[]): Promise<void> {
  const facts = events as readonly WorkEvent[] // The kinds above are those of work.
  const changed = facts.filter((event) => event.kind === 'work.changed' && changesTexts(event))
  const changedIds = idsOf(changed)
  const fresh = facts.flatMap((event) =>
    event.kind === 'work.created' && !changedIds.includes(event.subject.id)
      ? [itemSource(event.data.item)]
      : [],
  )
  const read = changedIds.length > 0 ? await readItemSources(unit.tx, unit.organisationId, changedIds) : []
  putEntries(unit, [...fresh, ...read])
}

function changesTexts({ data }: Extract<WorkEvent, { kind: 'work.changed' }>): boolean {
  const { title, description, labelIds } = data.changes
  return [title, description, labelIds].some((change) => change !== undefined)
}

async function keepPlaces(unit: Unit, events: readonly Event[]): Promise<void> {
  putPlaces(unit, await readPlaces(unit.tx, unit.organisationId, idsOf(events)))
}

/** Their names at once; what is in them a job reads, for it lies outside the database. */
async function keepFiles(unit: Unit, events: readonly Event[]): Promise<void> {
  putEntries(unit, await readFileSources(unit.tx, unit.organisationId, idsOf(events)))
  await unit.enqueue({ kind: READ_FILES_JOB, organisationId: unit.organisationId, payload: {} })
}
