import { operations } from '@millrace/contract'
import {
  type CompiledForm,
  startFormKey,
  stepFormKey,
  type Variables,
  variablesAt,
} from '@millrace/core/process'
import { demand, type QueryContext, query, refuse } from '../../../platform/commands/index.ts'
import { stateOf } from '../engine-state.ts'
import { type ReadyForm, VersionForms } from '../version-forms.ts'
import { findIncidents, findTokens, findWaits } from './find-engine-rows.ts'
import { findOpenStep, type OpenStep } from './find-forms.ts'
import { findLatest, loadModels } from './find-models.ts'
import { demandProcess } from './get-process.ts'

/** The form by which instances of a process are started. */
export const getStartForm = query(operations['process.getStartForm'], async (context, { containerId }) => {
  await demandProcess(context, containerId)
  const { tx, organisationId } = context
  const modelId = (await findLatest(tx, organisationId, [containerId])).get(containerId)?.id
  if (modelId === undefined) return { form: null }
  const { ready } = await formIn(context, modelId, (graph) => startFormKey(graph))
  return { form: ready ? shown(ready) : null }
})

/** The form of the step that an item carries out, with what of the instance it asks for. */
export const getStepForm = query(operations['process.getStepForm'], async (context, { itemId }) => {
  const { tx, organisationId, principal } = context
  const found = await findOpenStep(tx, organisationId, itemId)
  if (!found) return refuse('platform.not_found', { what: 'item' })
  const { containerIds, step } = found
  demand(principal.access, { permission: 'container.read', containerIds, what: 'item' })
  return step === null ? { form: null, variables: {} } : await readStep(context, step)
})

type Graph = Parameters<typeof startFormKey>[0]

async function formIn(
  { tx, organisationId }: QueryContext,
  modelId: string,
  keyOf: (graph: Graph) => string | null,
) {
  const models = await loadModels(tx, organisationId, [modelId])
  const graph = models.get(modelId)?.graph
  if (!graph) throw new Error(`the version ${modelId} is not there`)
  const forms = await VersionForms.load(tx, organisationId, new Map([[modelId, graph]]))
  return { graph, ready: forms.find(modelId, keyOf(graph)) }
}

async function readStep(context: QueryContext, { instanceId, modelId, tokenId, instance }: OpenStep) {
  const { tx, organisationId } = context
  const [tokens, waits, incidents] = await Promise.all([
    findTokens(tx, organisationId, [instanceId]),
    findWaits(tx, organisationId, [instanceId]),
    findIncidents(tx, organisationId, [instanceId]),
  ])
  const element = tokens.find(({ id }) => id === tokenId)?.node ?? ''
  const { graph, ready } = await formIn(context, modelId, (graph) => stepFormKey(graph, element))
  if (!ready) return { form: null, variables: {} }
  const state = stateOf({ instance, tokens, waits, incidents }, graph)
  return { form: shown(ready), variables: only(variablesAt(state, tokenId), ready.form) }
}

function shown({ key, name, schema }: ReadyForm) {
  return { key, name, schema }
}

/** Of the variables those that the form names; the rest is nobody's business here. */
function only(variables: Variables, { names, parts }: CompiledForm) {
  const keys = parts.flatMap((part) => (part.kind === 'field' ? [part.field.key] : []))
  const wanted = new Set([...names, ...keys])
  return Object.fromEntries(Object.entries(variables).filter(([name]) => wanted.has(name)))
}
