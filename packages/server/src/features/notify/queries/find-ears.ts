import type { Ear, NewsKind } from '@millrace/core/notify'
import { isSeenBy } from '@millrace/core/work'
import type { Tx } from '../../../platform/db/transaction.ts'
import { findSight } from '../../identity/index.ts'
import type { AudienceRow } from './read-audience.ts'

/** Everybody of an audience, with what they have to do with the items, want to hear and may see. */
export async function findEars(
  tx: Tx,
  organisationId: string,
  rows: readonly AudienceRow[],
): Promise<readonly Ear[]> {
  if (rows.length === 0) return []
  const personIds = [...new Set(rows.map((row) => row.person_id))]
  const containerIds = [...new Set(rows.flatMap((row) => row.container_ids))]
  const [sight, mutes] = await Promise.all([
    findSight(tx, organisationId, { personIds, containerIds }),
    readMutesOf(tx, organisationId, personIds),
  ])
  const mutesOf = Map.groupBy(mutes, (mute) => mute.person_id)
  return rows.map((row) => {
    const roles = sight.get(row.person_id)
    const item = { containerIds: row.container_ids, seenBy: row.seen_by }
    const onlooker = { personId: row.person_id, manages: (id: string) => roles?.get(id) === 'manager' }
    const seen = isSeenBy(item, onlooker) ? row.container_ids.filter((id) => roles?.has(id)) : []
    return earOf(row, seen, mutesOf.get(row.person_id) ?? [])
  })
}

function earOf(row: AudienceRow, seen: readonly string[], mutes: readonly MuteRow[]): Ear {
  const inAll = (isMute: (mute: MuteRow, containerId: string) => boolean) =>
    seen.length > 0 && seen.every((id) => mutes.some((mute) => isMute(mute, id)))
  const kinds = new Set(mutes.flatMap(({ kind }) => kind ?? []))
  const mutedKinds = [...kinds].filter(
    (kind) =>
      mutes.some((mute) => mute.kind === kind && mute.container_id === null) ||
      inAll((mute, id) => mute.kind === kind && mute.container_id === id),
  )
  return {
    personId: row.person_id,
    subjectId: row.subject_id,
    reasons: row.reasons,
    choice: row.choice,
    mayRead: seen.length > 0,
    mutedKinds: new Set(mutedKinds),
    isMuted: inAll((mute, id) => mute.kind === null && mute.container_id === id),
  }
}

type MuteRow = {
  readonly person_id: string
  readonly container_id: string | null
  readonly kind: NewsKind | null
}

async function readMutesOf(
  tx: Tx,
  organisationId: string,
  personIds: readonly string[],
): Promise<readonly MuteRow[]> {
  return await tx.query<MuteRow>({
    name: 'notify_read_mutes_of',
    text: `
select m.person_id, m.container_id, m.kind
from mute m
where m.organisation_id = $1
  and m.person_id = any($2::uuid[])
order by m.id`,
    values: [organisationId, personIds],
  })
}
