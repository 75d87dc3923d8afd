import { type MigrationReportView, operations } from '@millrace/contract'
import { isId } from '@millrace/core/kernel'
import {
  checkMigration as check,
  findPlanFaults,
  type MigrationPlan,
  suggestMigration as suggest,
} from '@millrace/core/process'
import { demand, type QueryContext, query, refuse } from '../../../platform/commands/index.ts'
import { stateOf } from '../engine-state.ts'
import type { Models } from '../present-repair.ts'
import { findChosen } from './choose-instances.ts'
import { findIncidents, findTokens, findWaits } from './find-engine-rows.ts'
import { loadModels } from './find-models.ts'
import { findKeptStates, type KeptRow } from './find-standing.ts'
import { countAtElements, findVersions } from './find-versions.ts'

/** Looks what a migration would do with running instances. */
export const checkMigration = query(operations['process.checkMigration'], async (context, input) => {
  const { tx, organisationId, now } = context
  const { containerId, to, ids, cursor, limit, plan: written, ...filter } = input
  demandProcess(context, containerId)
  const [target] = await findVersions(tx, organisationId, [{ processId: containerId, number: to }])
  if (!target) return refuse('platform.not_found', { what: 'version' })
  if (cursor !== undefined && !isId(cursor)) return refuse('platform.cursor_wrong')
  const chosen = await findChosen(tx, {
    ...{ organisationId, processId: containerId, now, after: cursor ?? null, limit },
    which: ids === undefined ? { filter } : { ids: ids.split(',').filter(isId) },
  })
  const { rows, models, stateFor } = await readStates(context, chosen, target.id)
  const plan = readPlan(written)
  const graph = graphOf(models, target.id)
  const froms = [...new Set(rows.map((row) => row.model_id))].map((id) => graphOf(models, id))
  const [fault] = findPlanFaults([graph, ...froms], graph, plan)
  if (fault) refuse('process.plan_unknown_element', { element: fault.element })
  const reports = rows.map((row): MigrationReportView => {
    const from = graphOf(models, row.model_id)
    const report = check({ from, to: graph, plan }, stateFor(row))
    const problems = row.model_id === target.id ? [SAME_VERSION] : report.problems
    return { instanceId: row.id, number: row.number, title: row.title, ...report, problems }
  })
  return { reports, next: chosen.length === limit ? (chosen.at(-1) ?? null) : null }
})

const SAME_VERSION = { kind: 'same-version', at: '', to: null } as const

/** Where the elements of one version would go in another. */
export const suggestMigration = query(operations['process.suggestMigration'], async (context, input) => {
  const { tx, organisationId } = context
  const { containerId: processId, from, to } = input
  demandProcess(context, processId)
  const versions = await findVersions(
    tx,
    organisationId,
    [from, to].map((number) => ({ processId, number })),
  )
  const idOf = (number: number) =>
    versions.find((one) => one.number === number)?.id ?? refuse('platform.not_found', { what: 'version' })
  const [fromId, toId] = [idOf(from), idOf(to)]
  const [models, counts] = await Promise.all([
    loadModels(tx, organisationId, [fromId, toId]),
    countAtElements(tx, organisationId, fromId),
  ])
  const graphs = [graphOf(models, fromId), graphOf(models, toId)] as const
  return {
    elements: suggest(...graphs).map((suggestion) => {
      const node = graphs[0].nodes[graphs[0].indexOf.get(suggestion.from) ?? -1]
      const { to: target, why } = suggestion
      const count = counts.get(suggestion.from) ?? 0
      return { id: suggestion.from, name: node?.name ?? '', type: node?.type ?? '', to: target, why, count }
    }),
    targets: graphs[1].nodes.slice(1).map(({ id, name, type }) => ({ id, name, type })),
  }
})

function demandProcess({ principal }: QueryContext, containerId: string): void {
  demand(principal.access, { permission: 'container.read', containerIds: [containerId], what: 'process' })
}

async function readStates({ tx, organisationId }: QueryContext, ids: readonly string[], targetId: string) {
  const [rows, tokens, waits, incidents] = await Promise.all([
    findKeptStates(tx, organisationId, ids),
    findTokens(tx, organisationId, ids),
    findWaits(tx, organisationId, ids),
    findIncidents(tx, organisationId, ids),
  ])
  const models = await loadModels(tx, organisationId, [
    ...new Set([targetId, ...rows.map((row) => row.model_id)]),
  ])
  const own = {
    tokens: Map.groupBy(tokens, (row) => row.instance_id),
    waits: Map.groupBy(waits, (row) => row.instance_id),
    incidents: Map.groupBy(incidents, (row) => row.instance_id),
  }
  const stateFor = (row: KeptRow) => {
    const part = <Part>(parts: ReadonlyMap<string, Part[]>) => parts.get(row.id) ?? []
    const { tokens, waits, incidents } = own
    const state = { instance: row, tokens: part(tokens), waits: part(waits), incidents: part(incidents) }
    return stateOf(state, graphOf(models, row.model_id))
  }
  return { rows, models, stateFor }
}

function graphOf(models: Models, id: string) {
  return models.get(id)?.graph ?? refuse('platform.not_found', { what: 'version' })
}

/** A plan as an address holds it: pairs with an arrow between. */
function readPlan(text: string): MigrationPlan {
  const pairs = text === '' ? [] : text.split(',').map((pair) => pair.split('>'))
  return Object.fromEntries(pairs.map(([from = '', to = '']) => [from, to === '' ? null : to]))
}
