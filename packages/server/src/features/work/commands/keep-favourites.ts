import { operations } from '@millrace/contract'
import type { Event } from '@millrace/core/kernel'
import { rankAtEnd } from '@millrace/core/work'
import { command, demand, mayInContainers, refuse, type Unit } from '../../../platform/commands/index.ts'
import {
  type FoundFavourite,
  findFavourites,
  presentFavourite,
  seesFavourite,
} from '../queries/find-favourites.ts'
import { findItems } from '../queries/find-items.ts'
import { readViews } from '../queries/read-catalogue.ts'
import { deleteFavourites, insertFavourites, rankFavourites } from '../store/favourites.ts'

/** More is no longer at hand. */
const FAVOURITES_MAX = 100

type Wanted = { readonly kind: 'container' | 'item' | 'view'; readonly targetId: string }

/** Keeps things at hand; what is there already is answered as it is. */
export const addFavourite = command(operations['work.addFavourite'], async (unit, inputs) => {
  await demandTargets(unit, inputs)
  const { personId } = unit.principal
  await refuseTaken(unit, inputs)
  const column = (input: Wanted, kind: Wanted['kind']) => (input.kind === kind ? input.targetId : null)
  await insertFavourites(
    unit,
    inputs.map((input, index) => ({
      id: input.id,
      person_id: personId,
      container_id: column(input, 'container'),
      item_id: column(input, 'item'),
      view_id: column(input, 'view'),
      rank: input.rank ?? rankAtEnd(unit.now, index),
    })),
  )
  const all = await findFavourites(unit.tx, unit.organisationId, { personId })
  if (all.length > FAVOURITES_MAX) refuse('work.favourites_full', { max: FAVOURITES_MAX })
  const kept = inputs.map((input, index) => {
    const found = all.find((row) => targetOf(row) === input.targetId)
    return found ?? refuse('platform.not_found', { what: input.kind }, index)
  })
  unit.record(kept.map((row) => favouriteEvent(unit, 'work.favourite_added', row.id)))
  return kept.map(presentFavourite)
})

/** Gives one's own favourites other places. */
export const moveFavourite = command(operations['work.moveFavourite'], async (unit, inputs) => {
  const rows = await ownFavourites(unit, inputs)
  await rankFavourites(unit, inputs)
  unit.record(rows.map((row) => favouriteEvent(unit, 'work.favourite_moved', row.id)))
  return rows.map((row, index) => presentFavourite({ ...row, rank: inputs[index]?.rank ?? row.rank }))
})

/** Forgets one's own favourites. */
export const removeFavourite = command(operations['work.removeFavourite'], async (unit, inputs) => {
  const rows = await ownFavourites(unit, inputs)
  const ids = rows.map((row) => row.id)
  await deleteFavourites(unit, ids)
  unit.record(ids.map((id) => favouriteEvent(unit, 'work.favourite_removed', id)))
  return inputs.map(() => ({}))
})

/** What one cannot see is as if it were not there. */
async function demandTargets(unit: Unit, wanted: readonly Wanted[]): Promise<void> {
  const ids = (kind: Wanted['kind']) =>
    wanted.filter((each) => each.kind === kind).map(({ targetId }) => targetId)
  const items = await findItems(unit.tx, unit.organisationId, ids('item'))
  const views = await readViews(unit.tx, unit.organisationId, ids('view'))
  const { access, personId } = unit.principal
  const placesOf = ({ kind, targetId }: Wanted): readonly string[] =>
    kind === 'container' ? [targetId] : (items.find(({ id }) => id === targetId)?.containerIds ?? [])
  wanted.forEach((each, index) => {
    if (each.kind !== 'view') {
      const containerIds = placesOf(each)
      demand(access, { permission: 'container.read', containerIds, what: each.kind }, index)
      return
    }
    const view = views.find(({ id }) => id === each.targetId)
    const isOurs = view !== undefined && (view.is_shared || view.owner_id === personId)
    const place = view?.container_id ?? null
    const isHere = place === null || mayInContainers(access, 'container.read', [place])
    if (!isOurs || !isHere) refuse('platform.not_found', { what: 'view' }, index)
  })
}

async function refuseTaken(unit: Unit, inputs: readonly { readonly id: string }[]): Promise<void> {
  const ids = inputs.map(({ id }) => id)
  const taken = await findFavourites(unit.tx, unit.organisationId, { ids })
  if (taken.length > 0) refuse('platform.exists', { what: 'favourite' })
}

async function ownFavourites(
  unit: Unit,
  inputs: readonly { readonly id: string }[],
): Promise<readonly FoundFavourite[]> {
  const ids = inputs.map(({ id }) => id)
  const found = await findFavourites(unit.tx, unit.organisationId, { ids })
  return inputs.map(({ id }, index) => {
    const row = found.find((each) => each.id === id)
    if (!row || !seesFavourite(unit.principal, row)) {
      return refuse('platform.not_found', { what: 'favourite' }, index)
    }
    return row
  })
}

const targetOf = (row: FoundFavourite) => row.container_id ?? row.item_id ?? row.view_id

/** Says only that something of the person changed: what they keep at hand is nobody else's concern. */
function favouriteEvent(unit: Unit, kind: string, id: string): Event {
  return {
    id: unit.newId<'Event'>(),
    kind,
    at: unit.now,
    actor: unit.actor,
    subject: { kind: 'favourite', id },
    containerId: null,
    data: {},
  }
}
