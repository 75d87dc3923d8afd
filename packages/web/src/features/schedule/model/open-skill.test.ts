import type { PlanView } from '@millrace/contract'
import { expect, test } from 'vitest'
import { missingSkills } from './open-skill.ts'

const needs = (skill: string, resourceId: string | null = null) => ({
  ...{ resourceId, alternatives: { kind: 'skill', skill } },
})

test('a skill is missing where work waits for it and nobody has it', () => {
  const plan = {
    resources: [{ skills: ['Welding'] }, { skills: [] }],
    assignments: [needs('Wiring'), needs('Welding'), needs('Wiring'), needs('Flying', 'ann')],
  } as unknown as PlanView // What else a plan holds is not looked at.
  expect(missingSkills(plan)).toEqual(['Wiring'])
})
