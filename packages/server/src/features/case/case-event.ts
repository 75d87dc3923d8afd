import type { Event } from '@millrace/core/kernel'
import type { Unit } from '../../platform/commands/index.ts'
import type { HeldCase } from './held-case.ts'
import type { NumberedEntry } from './store/history.ts'

/** What a step of a case was, as the journal tells it. */
type Change = { readonly before: HeldCase | undefined; readonly entries: readonly NumberedEntry[] }

/** The fact that the plan of a case has changed, with what happened in it. */
export function caseEvent(unit: Unit, held: HeldCase, { before, entries }: Change): Event {
  const { id } = held.info
  return {
    ...{ id: unit.newId<'Event'>(), at: unit.now, actor: unit.actor },
    kind: kindOf(held, { before, entries }),
    subject: { kind: 'casePlan', id },
    containerId: id,
    data: {
      state: held.standing?.state.state ?? 'active',
      happened: entries.flatMap(({ entry }) => entry.happened.map((one) => told(held, one))),
    },
  }
}

function kindOf(held: HeldCase, { before, entries }: Change): string {
  return closingKind(held, before) ?? stateKind(held, before) ?? planKind(entries)
}

function closingKind({ closing }: HeldCase, before: HeldCase | undefined): string | null {
  const { acceptedAt = null, noticedAt = null } = before?.closing ?? {}
  if (closing.acceptedAt !== null && acceptedAt === null) return 'case.accepted'
  return closing.noticedAt !== null && noticedAt === null ? 'case.noticed' : null
}

function stateKind({ standing }: HeldCase, before: HeldCase | undefined): string | null {
  const [was, is] = [before?.standing?.state.state ?? 'active', standing?.state.state ?? 'active']
  return was === is ? null : ENDS[is]
}

function planKind(entries: Change['entries']): string {
  if (entries.some(({ entry }) => entry.command.kind === 'edit')) return 'case.plan_changed'
  return entries.length === 0 ? 'case.closing_changed' : 'case.went_on'
}

const ENDS = {
  ...{ active: 'case.reactivated', suspended: 'case.suspended', failed: 'case.failed' },
  ...{ completed: 'case.completed', terminated: 'case.terminated', closed: 'case.completed' },
} as const

type Happened = NumberedEntry['entry']['happened'][number]

function told({ standing }: HeldCase, one: Happened) {
  if (one.kind !== 'item') return one
  const index = standing?.graph.indexOf.get(one.defId) ?? -1
  const node = standing?.graph.nodes[index]
  return { defId: one.defId, name: node?.name ?? '', kind: node?.kind ?? null, transition: one.transition }
}
