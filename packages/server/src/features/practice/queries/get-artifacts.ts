import { operations } from '@millrace/contract'
import {
  demand,
  mayOnItem,
  type QueryContext,
  query,
  refuse,
  visibleContainerIds,
} from '../../../platform/commands/index.ts'
import { readArtifactSteps, readArtifacts, readAsked } from './find-artifacts.ts'
import { findItemPlaces } from './find-item-places.ts'

/** The artifacts that the person sees. */
export const listArtifacts = query(operations['practice.listArtifacts'], async (context, { containerId }) => {
  const { tx, organisationId, principal } = context
  if (containerId !== undefined) {
    const containerIds = [containerId]
    demand(principal.access, { permission: 'container.read', containerIds, what: 'container' })
  }
  const containerIds = containerId === undefined ? visibleContainerIds(principal.access) : [containerId]
  return { artifacts: await readArtifacts(tx, organisationId, { containerIds }) }
})

/** One artifact with its history, and the items that ask for it. */
export const getArtifact = query(operations['practice.getArtifact'], async (context, { id }) => {
  const { tx, organisationId, principal } = context
  const [artifact] = await readArtifacts(tx, organisationId, { ids: [id] })
  if (!artifact) return refuse('platform.not_found', { what: 'artifact' })
  const containerIds = [artifact.containerId]
  demand(principal.access, { permission: 'container.read', containerIds, what: 'artifact' })
  const steps = await readArtifactSteps(tx, organisationId, id)
  const asked = await readAsked(tx, organisationId, { artifactIds: [id] })
  const seen = await seenAmong(
    context,
    [...steps, ...asked].flatMap(({ itemId }) => itemId ?? []),
  )
  return {
    artifact,
    // What shows it may tell of work that the person does not see.
    steps: steps.map((step) =>
      step.itemId && seen.has(step.itemId) ? step : { ...step, itemId: null, evidence: [] },
    ),
    asked: asked.filter(({ itemId }) => seen.has(itemId)),
  }
})

/** What an item asks for. */
export const listAsked = query(operations['practice.listAsked'], async (context, { itemId }) => {
  const { tx, organisationId, principal } = context
  const seen = await seenAmong(context, [itemId])
  if (!seen.has(itemId)) refuse('platform.not_found', { what: 'item' })
  const asked = await readAsked(tx, organisationId, { itemIds: [itemId] })
  const artifacts = await readArtifacts(tx, organisationId, {
    ids: asked.map(({ artifactId }) => artifactId),
  })
  const visible = visibleContainerIds(principal.access)
  return {
    asked,
    artifacts: artifacts.filter(({ containerId }) => visible === null || visible.includes(containerId)),
  }
})

async function seenAmong({ tx, organisationId, principal }: QueryContext, ids: readonly string[]) {
  const places = await findItemPlaces(tx, organisationId, ids)
  return new Set(
    [...places.values()].flatMap((item) =>
      mayOnItem(principal.access, 'container.read', item) ? [item.id] : [],
    ),
  )
}
