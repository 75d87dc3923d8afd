import type { BpmnAssignment } from '@millrace/core/process'
import type { WorkProperties } from '../../../ui/bpmn/index.ts'

/** Who does a step, as the fields of a form hold it: what is not said is empty. */
export function assignmentWords(said: BpmnAssignment): WorkProperties {
  const { effortMin, expectedMin } = said
  return {
    ...{ teamId: said.teamId ?? '', team: said.team ?? '' },
    ...{ responsibleId: said.responsibleId ?? '', responsible: said.responsible ?? '' },
    ...{ role: said.role ?? '', practice: said.practice ?? '', artifact: said.artifact ?? '' },
    formKey: said.formKey ?? '',
    effortMin: effortMin === null ? '' : String(effortMin),
    expectedMin: expectedMin === null ? '' : String(expectedMin),
  }
}

/** What a form says anew of who does a step: only what is other than before. */
export function changedAssignment(before: WorkProperties, after: WorkProperties): Partial<BpmnAssignment> {
  const changed = Object.entries(after).filter(
    ([name, value]) => before[name as keyof WorkProperties] !== value,
  )
  return Object.fromEntries(
    changed.map(([name, value]) => {
      if (value === '') return [name, null]
      return [name, name.endsWith('Min') ? Number(value) : value]
    }),
  )
}
