import type { ItemPlanView } from '@millrace/contract'
import type { Package } from '@millrace/core/schedule'
import type { Tx } from '../../../platform/db/transaction.ts'
import { findPhasePlaces } from './find-packages.ts'

/** What is said of the items of some projects as ranges, by item; those of which nothing is said so are absent. */
export async function readPackages(
  tx: Tx,
  organisationId: string,
  projectIds: readonly string[],
): Promise<ReadonlyMap<string, Package>> {
  const rows = await tx.query<Package & { readonly id: string }>({
    name: 'schedule_read_packages',
    text: `
select w.id, w.effort_low_min as "effortLowMin", w.effort_high_min as "effortHighMin",
  k.duration_low_min as "durationLowMin", k.duration_high_min as "durationHighMin", k.people_low as "peopleLow",
  k.people_high as "peopleHigh", k.cost_low_minor as "costLowMinor", k.cost_high_minor as "costHighMinor"
from work_item w
left join plan_package k on k.organisation_id = w.organisation_id and k.item_id = w.id
where w.organisation_id = $1
  and w.container_ids && $2::uuid[]
  and w.archived_at is null
  and (w.effort_low_min is not null or k.item_id is not null)
order by w.id
limit 100000`,
    values: [organisationId, projectIds],
  })
  return new Map(rows.map(({ id, ...said }) => [id, said]))
}

/** What is said of an item as ranges, and the phase it lies in where its project is planned in waves. */
export async function readPackage(
  tx: Tx,
  organisationId: string,
  itemId: string,
): Promise<ItemPlanView['package']> {
  const place = (await findPhasePlaces(tx, organisationId, [itemId])).get(itemId)
  const [said] = await tx.query<Omit<ItemPlanView['package'], 'phaseName' | 'isLater'>>({
    name: 'schedule_read_package',
    text: `
select k.duration_low_min as "durationLowMin", k.duration_high_min as "durationHighMin", k.people_low as "peopleLow",
  k.people_high as "peopleHigh", k.cost_low_minor as "costLowMinor", k.cost_high_minor as "costHighMinor"
from plan_package k
where k.organisation_id = $1
  and k.item_id = $2`,
    values: [organisationId, itemId],
  })
  return { ...(said ?? UNSAID), phaseName: place?.phaseName ?? null, isLater: place?.isLater ?? false }
}

const UNSAID = {
  ...{ durationLowMin: null, durationHighMin: null, peopleLow: null, peopleHigh: null },
  ...{ costLowMinor: null, costHighMinor: null },
}
