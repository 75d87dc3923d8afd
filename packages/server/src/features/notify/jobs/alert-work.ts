import type { PlainDate } from '@millrace/core/kernel'
import { alertOn, type News } from '@millrace/core/notify'
import { type ExecuteDeps, runInTime, type Unit } from '../../../platform/commands/index.ts'
import type { DailyWork } from '../../../platform/jobs/index.ts'
import { dayOf } from '../../../platform/time-zone.ts'
import { forEachOrganisation } from '../../identity/index.ts'
import { type DueItem, findDueItems, findTimeZone } from '../queries/find-due-items.ts'
import { tell } from '../tell.ts'

const FIRST_ID = '00000000-0000-0000-0000-000000000000'
const ITEMS_AT_ONCE = 500

/** Tells whoever is responsible, once a day, of their open items that are due today or overdue. */
export function createAlertWork(deps: ExecuteDeps): DailyWork {
  return {
    kind: 'notify.alert',
    run: async (signal) => {
      await forEachOrganisation(deps.db, signal, (organisationId) =>
        alertOrganisation(deps, organisationId, signal),
      )
    },
  }
}

/** In pieces: a plan that slipped may have thousands of late items, and nobody shall wait for all of them. */
async function alertOrganisation(
  deps: ExecuteDeps,
  organisationId: string,
  signal: AbortSignal,
): Promise<void> {
  let after: string | null = FIRST_ID
  while (after !== null) {
    signal.throwIfAborted()
    const from: string = after
    await runInTime(deps, { organisationId, personId: FIRST_ID }, async (unit) => {
      after = await alertPiece(unit, from)
    })
  }
}

/** @returns after which item to go on; null when that was all */
async function alertPiece(unit: Unit, after: string): Promise<string | null> {
  const timeZone = await findTimeZone(unit.tx, unit.organisationId)
  const today = dayOf(unit.now, timeZone ?? 'UTC')
  const items = await findDueItems(unit.tx, unit.organisationId, { today, after, limit: ITEMS_AT_ONCE })
  const news = items.flatMap((item) => alertNews(unit, item, today) ?? [])
  await tell(unit, news, { by: null, alertedOn: today })
  return items.length < ITEMS_AT_ONCE ? null : (items.at(-1)?.id ?? null)
}

function alertNews(unit: Unit, item: DueItem, today: PlainDate): News | null {
  const is = alertOn(item.due_on, today)
  if (is === null) return null
  return {
    id: unit.newId<'Event'>(),
    itemId: item.id,
    instanceId: null,
    kind: 'alert',
    at: unit.now,
    actor: unit.actor,
    to: [item.responsible_id],
    isPrivate: true,
    commentId: null,
    facts: { is, dueOn: item.due_on },
  }
}
