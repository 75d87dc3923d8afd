import { newId } from '../../platform/ids.ts'
import { carryOut } from './carry-out.ts'
import type { Estate } from './estate.ts'
import type { Member, WholeServer } from './whole-server.ts'

/** What hangs on an item, or is one. */
const SECRET = [
  ...(['item', 'otherItem', 'caseItem', 'blocker', 'relation', 'comment', 'checklist', 'line'] as const),
  ...(['file', 'notification', 'reminder', 'favourite', 'timeEntry'] as const),
]
type Secret = (typeof SECRET)[number]

/** Confidential items in the containers of an estate, with the mark in every text. */
export type Secrets = {
  /** The estate, with its items and all that hangs on them replaced by the confidential ones. */
  readonly estate: Estate
  /** Whether a kind of thing is as open as before. */
  readonly isOpen: (kind: string) => boolean
  /** The keys of the items. */
  readonly keys: readonly string[]
}

/**
 * Makes items that everybody sees at first, tells people of them, and then names those who see them.
 *
 * @param people.told gets a line in the inbox before, and may not see any of it afterwards
 * @param people.named whoever sees it afterwards
 */
export async function makeSecrets(
  server: WholeServer,
  owner: Member,
  { open, mark, people }: { open: Estate; mark: string; people: { told: Member; named: readonly Member[] } },
): Promise<Secrets> {
  // One id for each kind, and no other kinds.
  const id = Object.fromEntries(SECRET.map((kind) => [kind, newId()])) as Record<Secret, string>
  const { project, field } = open.ids
  const { told, named } = people
  const item = (itemId: string, containerId: string, more = {}) => ({
    ...{ id: itemId, containerId, title: `${mark} title`, description: `${mark} words`, stateId: 'ready' },
    ...{ responsibleId: told.personId, fields: { [field]: `${mark} value` }, role: `${mark} role` },
    ...{ artifact: `${mark} artifact`, dueOn: '2026-10-02', ...more },
  })
  const under = newId()
  const listed = { checklistId: id.checklist, text: `${mark} line`, responsibleId: told.personId }
  await carryOut(server, owner, [
    ['work.createItem', item(id.item, project)],
    ['work.createItem', item(id.otherItem, project, { responsibleId: null, dueOn: null })],
    ['work.createItem', item(id.caseItem, open.ids.case)],
    ['work.createItem', item(under, project, { parentId: id.item, title: `${mark} below` })],
    ['work.blockItem', { id: id.item, blockerId: id.blocker, reason: 'decision', note: `${mark} note` }],
    ['work.waitForItem', { id: id.item, personId: told.personId, note: `${mark} waits` }],
    ['work.relateItems', { id: id.relation, fromId: id.item, toId: open.ids.item, kind: 'precedes' }],
    ['work.relateItems', { id: newId(), fromId: open.ids.otherItem, toId: id.otherItem, kind: 'blocks' }],
    [
      'case.addPlanItem',
      {
        containerId: open.ids.case,
        planItemId: 'secret',
        kind: 'humanTask',
        name: 'Step',
        itemId: id.caseItem,
      },
    ],
    ['schedule.placeInPhase', { itemId: id.otherItem, phaseId: open.ids.phase }],
    ['schedule.takeBaseline', { id: newId(), containerId: project, name: 'With all of it' }],
    ['discussion.addComment', { id: id.comment, itemId: id.item, body: `${mark} comment` }],
    ['work.addChecklist', { id: id.checklist, itemId: id.item, name: `${mark} list` }],
    ['work.addChecklistLine', { id: id.line, ...listed }],
    [
      'cost.addTime',
      { id: id.timeEntry, itemId: id.item, day: '2026-10-01', minutes: 30, note: `${mark} time` },
    ],
    ['work.addFavourite', { id: id.favourite, kind: 'item', targetId: id.item }],
    [
      'notify.setReminder',
      { id: id.reminder, itemId: id.item, remindAt: Date.now() + 86_400_000, note: mark },
    ],
  ])
  await carryOut(server, told, [
    ['work.addFavourite', { id: newId(), kind: 'item', targetId: id.item }],
    ['cost.addTime', { id: newId(), itemId: id.item, day: '2026-10-01', minutes: 20, note: `${mark} time` }],
    ['notify.follow', { itemId: id.item, isFollowing: true }],
  ])
  await addRows(server, owner, { id, mark, told })
  const personIds = named.map(({ personId }) => personId)
  const hide = [id.item, id.otherItem, id.caseItem]
  await carryOut(
    server,
    owner,
    hide.map((itemId) => ['work.setSeenBy', { id: itemId, personIds }] as const),
  )
  const { rows } = await server.database.owner.pool.query<{ key: string }>(
    'select key from work_item where organisation_id = $1 and seen_by is not null order by key',
    [owner.organisationId],
  )
  const kinds = new Set<string>(SECRET)
  return {
    estate: { ids: { ...open.ids, ...id }, mark },
    isOpen: (kind) => kind === 'blocker' || !kinds.has(kind),
    keys: rows.map(({ key }) => key),
  }
}

/** What comes in by upload, or by what others do, is put straight into its tables. */
async function addRows(
  { database: { owner: behind } }: WholeServer,
  { organisationId, personId }: Member,
  { id, mark, told }: { id: Readonly<Record<Secret, string>>; mark: string; told: Member },
): Promise<void> {
  await behind.pool.query(
    `insert into file (organisation_id, id, item_id, name, media_type, size_bytes, sha256, uploaded_by, uploaded_at)
     values ($1, $2, $3, $4, 'text/plain', 1, 'none', $5, now())`,
    [organisationId, id.file, id.item, `${mark}.txt`, personId],
  )
  const event = {
    id: newId(),
    kind: 'reminder',
    at: 0,
    personId: null,
    commentId: null,
    facts: { note: mark },
  }
  await behind.pool.query(
    `insert into notification (organisation_id, id, person_id, item_id, reason, is_mention, events, last_at)
     values ($1, $2, $3, $4, 'addressed', true, $5, now())`,
    [organisationId, id.notification, told.personId, id.item, JSON.stringify([event])],
  )
}
