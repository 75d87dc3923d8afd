import { err, ok, type Result } from '@millrace/core/kernel'
import { localId, parts, referred } from '../layout/source-names.ts'
import type { Source } from '../source.ts'
import { redirect, renameMention } from './edit-flow.ts'
import { type EditedFlow, type EditedModel, mention } from './edited-model.ts'

const STEP = /(?:Task|^task|^callActivity|^subProcess|^intermediate\w+Event)$/

/** What is done or waited for, and can be taken out or moved as a whole. */
export function findStep(model: EditedModel, id: string): Result<Source> {
  const step = model.find(id)
  if (!step) return err({ code: 'bpmn.element_unknown', params: { id } })
  if (!STEP.test(step.name)) return err({ code: 'bpmn.not_a_step', params: { id } })
  return ok(step)
}

/** What was taken out: elements that are drawn no more, and flows that have become one. */
export type Removed = {
  readonly ids: ReadonlySet<string>
  readonly joined: ReadonlyMap<string, string>
}

/** Takes a step out: what led to it leads to what came after it. */
export function removeStep(model: EditedModel, id: string): Result<Removed> {
  const step = findStep(model, id)
  if (!step.ok) return step
  const [incoming, outgoing] = [model.incoming(id), model.outgoing(id)]
  const [next] = outgoing
  const isSplit = incoming.some(({ from }) => model.outgoing(from).length > 1)
  if (outgoing.length > 1 || incoming.some(({ from }) => from === id) || (!next && isSplit))
    return err({ code: 'bpmn.several_ways', params: { id } })
  if (hasMore(model, step.value, id)) return err({ code: 'bpmn.step_has_more', params: { id } })
  const gone =
    next && incoming.length > 0
      ? joinFlows(model, next, incoming)
      : dropFlows(model, id, [...incoming, ...outgoing])
  const connected = dropConnected(model, id)
  model.remove(step.value)
  return ok({
    ids: new Set([...idsWithin(step.value), ...gone, ...connected]),
    joined: new Map(next ? incoming.map((flow) => [flow.id, next.id]) : []),
  })
}

/** Events on its edge, messages, and what undoes it: all that the picture is needed for. */
function hasMore(model: EditedModel, step: Source, id: string): boolean {
  const beside = step.parent?.children ?? []
  const isHost = beside.some((one) => referred(one, 'attachedToRef') === id)
  const messages = model.root.children.flatMap((one) => parts(one, 'messageFlow'))
  const isTold = messages.some(
    (one) => referred(one, 'sourceRef') === id || referred(one, 'targetRef') === id,
  )
  return isHost || isTold || step.attributes.get('isForCompensation') === 'true'
}

/** All flows that came to the step lead to where it led on; the flow from it goes. */
function joinFlows(model: EditedModel, next: EditedFlow, incoming: readonly EditedFlow[]): readonly string[] {
  const target = model.find(next.to)
  const [first, ...others] = incoming
  for (const flow of incoming) redirect(model, flow, { to: next.to })
  model.remove(next.source)
  if (!first || !target) return [next.id]
  const said = mention(target, 'incoming', next.id)
  if (!said) return [next.id]
  renameMention(model, target, { side: 'incoming', from: next.id, to: first.id })
  const { prefix } = said.span
  for (const { id } of others)
    model.insert(
      target,
      (indent) => `${indent}<${prefix}incoming>${id}</${prefix}incoming>`,
      (one) => one === said,
    )
  return [next.id]
}

/** What the step itself says of them goes with it. */
function dropFlows(model: EditedModel, stepId: string, flows: readonly EditedFlow[]): readonly string[] {
  for (const { id, source, from, to } of flows) {
    const ends = [
      [from, 'outgoing'],
      [to, 'incoming'],
    ] as const
    for (const [end, side] of ends) {
      const element = end === stepId ? undefined : model.find(end)
      const said = element && mention(element, side, id)
      if (said) model.remove(said)
    }
    model.remove(source)
  }
  return flows.map(({ id }) => id)
}

/** Lines from notes to the step, and its place in lanes. */
function dropConnected(model: EditedModel, id: string): readonly string[] {
  const gone: string[] = []
  const visit = (element: Source): void => {
    const isLine =
      element.name === 'association' &&
      (referred(element, 'sourceRef') === id || referred(element, 'targetRef') === id)
    if (isLine) gone.push(element.attributes.get('id') ?? '')
    if (isLine || (element.name === 'flowNodeRef' && localId(element.text) === id)) model.remove(element)
    element.children.forEach(visit)
  }
  for (const one of model.root.children) if (one.name !== 'BPMNDiagram') visit(one)
  return gone
}

function idsWithin(element: Source): readonly string[] {
  return [element.attributes.get('id') ?? '', ...element.children.flatMap(idsWithin)]
}
