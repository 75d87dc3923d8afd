import type { BpmnAssignment } from '@millrace/core/process'
import type { XmlMarkup } from '../../xml/index.ts'

/** Who does an activity, as an element of our own namespace; none where nothing is said. */
export function assignmentMarkup(assignment: BpmnAssignment, prefix = 'millrace'): readonly XmlMarkup[] {
  const { effortMin, expectedMin, ...words } = assignment
  const attributes = {
    ...words,
    effortMin: effortMin === null ? null : String(effortMin),
    expectedMin: expectedMin === null ? null : String(expectedMin),
  }
  const isSaid = Object.values(attributes).some((value) => value !== null)
  return isSaid ? [{ name: `${prefix}:work`, attributes }] : []
}
