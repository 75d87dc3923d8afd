import type { Event } from '@millrace/core/kernel'
import type { WorkEvent } from '@millrace/core/work'
import type { Reaction, Unit } from '../../platform/commands/index.ts'
import { getCatalogue, heldCatalogue } from './catalogue-cache.ts'
import { readFormulaWorld } from './formula-world.ts'
import type { Catalogue } from './queries/load-catalogue.ts'
import { gather, lockParents, lockUpwards, noteGathered } from './store/roll-ups.ts'

type Changed = Extract<WorkEvent, { kind: 'work.changed' }>

/** After items changed, what lies above them gathers anew: only where an organisation has roll-ups. */
export const gatherReaction: Reaction = {
  kinds: [
    'work.created',
    'work.changed',
    'work.moved',
    'work.blocked',
    'work.unblocked',
    'work.placed',
    'work.seen_by_changed',
    'work.archived',
    'work.restored',
  ],
  react: async (unit, events) => {
    const catalogue = await heldCatalogue(unit.tx, unit.organisationId)
    if (catalogue.rollUps.size === 0) return
    const ids = await lockUpwards(unit, [...idsOf(events)])
    await gatherFor(unit, ids, catalogue)
  },
}

/** The items themselves, and the parents that one of them left. */
function idsOf(events: readonly Event[]): ReadonlySet<string> {
  const left = events
    .filter((event): event is Changed => event.kind === 'work.changed')
    .flatMap(({ data }) => data.changes.parentId?.from ?? [])
  return new Set([...events.map(({ subject }) => subject.id), ...left])
}

/** Gathers everything anew: a field, a formula, a state's name or the day has changed. */
export async function gatherEverywhere(unit: Unit): Promise<void> {
  const catalogue = await getCatalogue(unit.tx, unit.organisationId)
  if (catalogue.rollUps.size === 0) return
  const ids = await lockParents(unit, [...catalogue.rollUps.keys()])
  const { today } = await gatherFor(unit, ids, catalogue)
  await noteGathered(unit, today)
}

async function gatherFor(unit: Unit, ids: readonly string[], catalogue: Catalogue) {
  const world = await readFormulaWorld(unit, catalogue)
  const changed = await gather(unit, ids, { rollUps: catalogue.rollUps, world })
  unit.record(gathered(unit, changed, catalogue))
  return world
}

/** So many items an event touches at most. */
const TOUCHED_AT_ONCE = 500

/** Whoever looks at the items is sent them anew; it is no part of their own history. */
function gathered(unit: Unit, ids: readonly string[], { rollUps }: Catalogue): readonly Event[] {
  const [fieldId = ''] = rollUps.keys()
  const events: Event[] = []
  for (let at = 0; at < ids.length; at += TOUCHED_AT_ONCE) {
    events.push({
      id: unit.newId<'Event'>(),
      kind: 'work.gathered',
      at: unit.now,
      actor: unit.actor,
      subject: { kind: 'field', id: fieldId },
      touches: ids.slice(at, at + TOUCHED_AT_ONCE).map((id) => ({ kind: 'item', id })),
      containerId: null,
      data: {},
    })
  }
  return events
}
