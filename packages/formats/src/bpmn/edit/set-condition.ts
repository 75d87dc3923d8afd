import { err, ok, type Result } from '@millrace/core/kernel'
import { xmlMarkup } from '../../xml/index.ts'
import { parts, referred } from '../layout/source-names.ts'
import type { Source } from '../source.ts'
import { type EditedModel, flowOf } from './edited-model.ts'
import type { ModelEdit } from './model-edit.ts'

type SetCondition = Extract<ModelEdit, { readonly kind: 'set-condition' }>

const ASKING: ReadonlySet<string> = new Set(['exclusiveGateway', 'inclusiveGateway', 'complexGateway'])
const XSI = 'http://www.w3.org/2001/XMLSchema-instance'

/** Says when a way is taken; without a condition it is the one that is left. */
export function setCondition(model: EditedModel, { flowId, condition }: SetCondition): Result<undefined> {
  const source = model.find(flowId)
  if (source?.name !== 'sequenceFlow') return err({ code: 'bpmn.element_unknown', params: { id: flowId } })
  const from = model.find(flowOf(source).from)
  if (!from || !ASKING.has(from.name) || model.outgoing(flowOf(source).from).length < 2)
    return err({ code: 'bpmn.no_conditions', params: { id: flowId } })
  const [old] = parts(source, 'conditionExpression')
  if (condition === null) {
    if (old) model.remove(old)
    model.setAttribute(from, 'default', flowId)
    return ok(undefined)
  }
  if (referred(from, 'default') === flowId) model.setAttribute(from, 'default', null)
  if (old) model.setText(old, condition)
  else addCondition(model, source, condition)
  return ok(undefined)
}

function addCondition(model: EditedModel, flow: Source, text: string): void {
  const declared = [...model.root.attributes].find(
    ([name, value]) => name.startsWith('xmlns:') && value === XSI,
  )
  const xsi = declared?.[0].slice('xmlns:'.length) ?? 'xsi'
  const markup = {
    name: `${model.prefix}conditionExpression`,
    attributes: {
      ...(declared ? {} : { 'xmlns:xsi': XSI }),
      [`${xsi}:type`]: `${model.prefix}tFormalExpression`,
    },
    text,
  }
  model.insert(
    flow,
    (indent) => xmlMarkup(markup, indent),
    ({ name }) => ['documentation', 'extensionElements'].includes(name),
  )
}
