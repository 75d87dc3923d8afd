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

const WORDS = [
  'teamId',
  'team',
  'responsibleId',
  'responsible',
  'role',
  'practice',
  'artifact',
  'formKey',
] as const
const MINUTES = ['effortMin', 'expectedMin'] as const

/** What a form says anew of who does a step: only what is other than before. */
export function changedAssignment(before: WorkProperties, after: WorkProperties): Partial<BpmnAssignment> {
  const words: Partial<Record<(typeof WORDS)[number], string | null>> = Object.fromEntries<string | null>(
    WORDS.filter((name) => before[name] !== after[name]).map((name) => [name, after[name] || null]),
  )
  const minutes: Partial<Record<(typeof MINUTES)[number], number | null>> = Object.fromEntries<number | null>(
    MINUTES.filter((name) => before[name] !== after[name]).map((name) => [
      name,
      after[name] === '' ? null : Number(after[name]),
    ]),
  )
  return { ...words, ...minutes }
}
