import { type InstanceView, operations, type StandingView } from '@millrace/contract'
import { type GraphNode, type ProcessGraph, type ProcessState, standingOf } from '@millrace/core/process'
import { type QueryContext, query, refuse } from '../../../platform/commands/index.ts'
import { stateOf } from '../engine-state.ts'
import { presentRelated, presentStuck, presentWork } from '../present-repair.ts'
import { demandInstance } from './demand-instance.ts'
import { findIncidents, findTokens, findWaits } from './find-engine-rows.ts'
import { loadModels } from './find-models.ts'
import {
  findInstanceFiles,
  findKeptStates,
  findRelated,
  findTokenMoments,
  findWork,
  readInstanceSums,
  type WorkRow,
} from './find-standing.ts'
import { findStuckIn } from './find-stuck.ts'
import { findVersionNumbers } from './find-versions.ts'

/** Where an instance is and why. */
export const getStanding = query(operations['process.getStanding'], async (context, { id }) => {
  const instance = await demandInstance(context, id)
  const { tx, organisationId } = context
  const one = { organisationId, instanceId: id }
  const [placed, numbers, stuck, work, related, files, sums] = await Promise.all([
    placesOf(context, instance),
    findVersionNumbers(tx, organisationId, instance.modelId),
    findStuckIn(tx, organisationId, id),
    findWork(tx, one),
    findRelated(tx, one),
    findInstanceFiles(tx, one),
    readInstanceSums(tx, one),
  ])
  const { models, graph, state, moments } = placed
  const standing: StandingView = {
    ...{ modelNumber: numbers.number, newestNumber: numbers.newest },
    tokens: presentTokens(graph, state, { moments, work }),
    waits: state.waits.map(({ id: waitId, tokenId, node, kind, name, key, dueAt }) => ({
      ...{ id: waitId, tokenId: tokenId < 0 ? null : tokenId, ...named(graph, node), kind, name, key, dueAt },
    })),
    incidents: stuck.map((row) => presentStuck(row, models)),
    scopes: state.scopes.map(({ id: scopeId, parentId, node, variables }) => ({
      ...{ id: scopeId, parentId: parentId < 0 ? null : parentId, ...named(graph, node) },
      // They came as JSON.
      values: variables as StandingView['scopes'][number]['values'],
    })),
    work: presentWork(work),
    ...presentRelated(related),
    files: files.map((file) => ({
      ...{ id: file.id, itemId: file.item_id, name: file.name, uploadedAt: file.uploaded_at },
    })),
    sums: {
      ...{ effortMin: sums.effort_min, spentMin: sums.spent_min },
      ...{ costOfDelayMinor: sums.cost_of_delay_minor, fileCount: files[0]?.file_count ?? 0 },
    },
    elements: graph.nodes.filter(isPlace).map((node) => ({
      ...{ elementId: node.id, elementName: node.name, type: node.type },
      inside: graph.nodes[node.scope]?.id ?? '',
    })),
  }
  return { instance, standing }
})

async function placesOf({ tx, organisationId }: QueryContext, instance: InstanceView) {
  const one = { organisationId, instanceId: instance.id }
  const [models, [kept], tokens, waits, incidents, moments] = await Promise.all([
    loadModels(tx, organisationId, [instance.modelId]),
    findKeptStates(tx, organisationId, [instance.id]),
    findTokens(tx, organisationId, [instance.id]),
    findWaits(tx, organisationId, [instance.id]),
    findIncidents(tx, organisationId, [instance.id]),
    findTokenMoments(tx, one),
  ])
  const graph = models.get(instance.modelId)?.graph
  if (!graph || !kept) return refuse('platform.not_found', { what: 'instance' })
  return { models, graph, moments, state: stateOf({ instance: kept, tokens, waits, incidents }, graph) }
}

function presentTokens(
  graph: ProcessGraph,
  state: ProcessState,
  { moments, work }: { readonly moments: ReadonlyMap<number, number>; readonly work: readonly WorkRow[] },
): StandingView['tokens'] {
  const open = work.filter(({ closed_at }) => closed_at === null)
  return state.tokens.map((token) => ({
    ...{ id: token.id, ...named(graph, token.node), type: graph.nodes[token.node]?.type ?? '' },
    ...{ since: moments.get(token.id) ?? 0, why: standingOf(graph, state, token) },
    inside: graph.nodes[graph.nodes[token.node]?.scope ?? 0]?.id ?? '',
    itemId: open.find((one) => one.token === token.id)?.item_id ?? null,
  }))
}

function named({ nodes }: ProcessGraph, index: number) {
  const node = nodes[index]
  return { elementId: node?.id ?? '', elementName: node?.name ?? '' }
}

/** Whether a token can be moved there: not to what begins by itself. */
function isPlace({ type, index }: GraphNode): boolean {
  return index > 0 && type !== 'boundaryEvent' && type !== 'startEvent'
}
