import { err, ok, type Result } from '@millrace/core/kernel'
import { isNode, localId } from '../layout/source-names.ts'
import type { Source } from '../source.ts'
import type { Added } from './draw-added.ts'
import { addOutgoing, flowMarkup, insertBehind, redirect, renameMention } from './edit-flow.ts'
import { type EditedFlow, type EditedModel, flowOf } from './edited-model.ts'
import type { ModelEdit } from './model-edit.ts'

type AddStep = Extract<ModelEdit, { readonly kind: 'add-step' }>

/** Puts a step of work on the way that leads on from an element; null where nothing led on. */
export function addStep(model: EditedModel, edit: AddStep): Result<Added | null> {
  const flowId = `flow_${edit.id}`
  for (const id of [edit.id, flowId])
    if (model.find(id)) return err({ code: 'bpmn.id_taken', params: { id } })
  const after = model.find(edit.afterId)
  const placed = after && wayOn(model, after)
  if (!placed) return err({ code: 'bpmn.element_unknown', params: { id: edit.afterId } })
  if (!placed.ok) return placed
  const { source, flow } = placed.value
  const sourceId = flow?.from ?? edit.afterId
  const incoming = flow?.id ?? flowId
  insertBehind(model, source, [stepMarkup(model, edit, { incoming, outgoing: flow && flowId })])
  noteLane(model, sourceId, edit.id)
  if (!flow) {
    addOutgoing(model, source, flowId)
    insertBehind(model, source, [flowMarkup(model, { id: flowId, from: sourceId, to: edit.id })])
    return ok(null)
  }
  redirect(model, flow, { to: edit.id })
  insertBehind(model, flow.source, [flowMarkup(model, { id: flowId, from: edit.id, to: flow.to })])
  renameMention(model, model.find(flow.to), { side: 'incoming', from: flow.id, to: flowId })
  return ok({ id: edit.id, flowId, onFlowId: flow.id })
}

type Place = { readonly source: Source; readonly flow: EditedFlow | null }

/** The element that the step comes after, and the one flow that leads on from there. */
function wayOn(model: EditedModel, after: Source): Result<Place> | undefined {
  const id = after.attributes.get('id') ?? ''
  if (after.name === 'sequenceFlow') {
    const flow = flowOf(after)
    const source = model.find(flow.from)
    return source && ok({ source, flow })
  }
  if (!isNode(after)) return undefined
  const [flow, ...others] = model.outgoing(id)
  if (after.name === 'endEvent') return err({ code: 'bpmn.not_a_step', params: { id } })
  if (others.length > 0) return err({ code: 'bpmn.several_ways', params: { id } })
  return ok({ source: after, flow: flow ?? null })
}

function stepMarkup(
  { prefix }: EditedModel,
  { id, name }: AddStep,
  { incoming, outgoing }: { readonly incoming: string; readonly outgoing: string | null },
) {
  return {
    name: `${prefix}userTask`,
    attributes: { id, name },
    children: [
      { name: `${prefix}incoming`, text: incoming },
      ...(outgoing === null ? [] : [{ name: `${prefix}outgoing`, text: outgoing }]),
    ],
  }
}

/** Whoever does what is before does the new step, until it is said otherwise. */
function noteLane(model: EditedModel, besideId: string, id: string): void {
  const visit = (element: Source): void => {
    if (element.name === 'flowNodeRef' && localId(element.text) === besideId)
      insertBehind(model, element, [{ name: `${model.prefix}flowNodeRef`, text: id }])
    element.children.forEach(visit)
  }
  for (const process of model.root.children) if (process.name === 'process') visit(process)
}
