import type { ModelReferences } from '@millrace/contract'
import { type QueryContext, visibleContainerIds } from '../../platform/commands/index.ts'
import type { OutgoingSettings } from '../../platform/outgoing/index.ts'
import { findDecisionsOf, findOfferedVersions } from './queries/find-decisions.ts'
import { readFormsOf } from './queries/find-forms.ts'
import { listCallable } from './queries/list-callable.ts'
import { readTimeWorld } from './times/time-world.ts'

/** What the model of a process may name, for whoever draws it. */
export async function readReferences(
  { tx, organisationId, principal, now }: QueryContext,
  processId: string,
  origins: OutgoingSettings['origins'],
): Promise<ModelReferences> {
  const [models, offered, forms, processes, { calendars }] = await Promise.all([
    findDecisionsOf(tx, organisationId, [processId]),
    findOfferedVersions(tx, organisationId, [processId]),
    readFormsOf(tx, organisationId, processId),
    listCallable(tx, organisationId, visibleContainerIds(principal.access)),
    readTimeWorld(tx, organisationId, now),
  ])
  const answered = new Set(offered.flatMap(({ keys }) => keys))
  const live = models.filter(({ model }) => model.archivedAt === null)
  const named = new Map(live.flatMap(({ model }) => model.keys.map(({ key, name }) => [key, name] as const)))
  return {
    decisions: [...new Set([...named.keys(), ...answered])].map((key) => ({
      ...{ key, name: named.get(key) || key, isPublished: answered.has(key) },
    })),
    forms: forms.filter(({ archivedAt }) => archivedAt === null).map(({ key, name }) => ({ key, name })),
    ...{ processes, calendars, origins },
  }
}
