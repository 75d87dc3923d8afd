import { operations } from '@millrace/contract'
import { type CaseItem, planItem as decidePlan } from '@millrace/core/case'
import type { Event } from '@millrace/core/kernel'
import { accepted, command, refuse, type Unit } from '../../../platform/commands/index.ts'
import { caseFor } from '../policy.ts'
import { presentCaseItem } from '../present.ts'
import { findMembers } from '../queries/find-case-items.ts'
import { lockCases } from '../queries/find-cases.ts'
import { saveCaseItems } from '../store/case-items.ts'
import { lockStages } from '../store/stages.ts'

/** Puts items of cases into stages. */
export const planItem = command(operations['case.planItem'], async (unit, inputs) => {
  const cases = await lockCases(unit, [...new Set(inputs.map((input) => input.containerId))])
  const stages = await lockStages(unit, [...new Set(inputs.flatMap((input) => input.stageId ?? []))])
  const members = new Map(
    (await findMembers(unit, inputs)).map((one) => [`${one.case_id} ${one.item_id}`, one]),
  )
  const planned = new Map<string, CaseItem>()
  const results = inputs.map((input, index) => {
    const { containerId: caseId, itemId, stageId, isDiscretionary, isRequired } = input
    const found = caseFor(unit, cases, { id: caseId, index })
    const key = `${caseId} ${itemId}`
    const member = members.get(key)
    if (!member) return refuse('platform.not_found', { what: 'item' }, index)
    const stage = stageId === null ? null : stages.get(stageId)
    if (stage === undefined || (stage && stage.caseId !== caseId))
      refuse('platform.not_found', { what: 'stage' }, index)
    const id = planned.get(key)?.id ?? member.case_item_id ?? unit.newId<'CaseItem'>()
    const wished = { id, caseId, itemId, stageId, isDiscretionary, isRequired }
    const item = accepted(decidePlan(wished, { case: found, stage, isDone: member.is_done }), index)
    planned.set(key, item)
    return item
  })
  await saveCaseItems(unit, [...planned.values()])
  unit.record([...planned.values()].map((item) => planEvent(unit, item)))
  return results.map(presentCaseItem)
})

function planEvent(unit: Unit, item: CaseItem): Event {
  const { id, caseId, itemId, stageId, isDiscretionary, isRequired } = item
  return {
    id: unit.newId<'Event'>(),
    kind: 'case.item_planned',
    at: unit.now,
    actor: unit.actor,
    subject: { kind: 'caseItem', id },
    containerId: caseId,
    data: { itemId, stageId, isDiscretionary, isRequired },
    touches: [{ kind: 'item', id: itemId }],
  }
}
