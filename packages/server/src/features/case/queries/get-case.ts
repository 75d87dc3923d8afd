import { operations } from '@millrace/contract'
import { placeInCase } from '@millrace/core/case'
import { demand, query, refuse } from '../../../platform/commands/index.ts'
import { presentStage } from '../present.ts'
import { listMembers } from './find-case-items.ts'
import { findCases } from './find-cases.ts'
import { findStagesOf } from './find-stages.ts'

/** The stages and items of a case, and where each item stands. */
export const getCase = query(operations['case.getCase'], async (context, { containerId }) => {
  const { tx, organisationId, principal } = context
  demand(principal.access, { permission: 'container.read', containerIds: [containerId], what: 'case' })
  const [found] = await findCases(tx, organisationId, [containerId])
  if (!found) refuse('platform.not_found', { what: 'case' })
  const stages = await findStagesOf(tx, organisationId, [containerId])
  const states = new Map(stages.map((stage) => [stage.id, stage.state]))
  const members = await listMembers(tx, organisationId, containerId)
  return {
    stages: stages.map(presentStage),
    items: members.map((member) => ({
      id: member.case_item_id,
      containerId,
      itemId: member.item_id,
      stageId: member.stage_id,
      isDiscretionary: member.is_discretionary,
      isRequired: member.is_required,
      place: placeInCase({
        isDiscretionary: member.is_discretionary,
        stageState: (member.stage_id && states.get(member.stage_id)) || null,
        isStarted: member.is_started,
        isDone: member.is_done,
      }),
    })),
    requiredOpen: members.filter((member) => member.is_required && !member.is_done).length,
  }
})
