import type { AssignmentView, PlanView, ResourceView } from '@millrace/contract'

/** The skill that somebody is still to be chosen by; null: it is known who does it. */
export function openSkill({
  resourceId,
  alternatives,
}: Pick<AssignmentView, 'resourceId' | 'alternatives'>): string | null {
  return resourceId === null && alternatives?.kind === 'skill' ? alternatives.skill : null
}

/** All that some resources can do, by name. */
export function skillsOf(resources: readonly Pick<ResourceView, 'skills'>[]): readonly string[] {
  return [...new Set(resources.flatMap(({ skills }) => skills))].toSorted((a, b) => a.localeCompare(b))
}

/** Skills that work waits for and nobody has any more, or yet. */
export function missingSkills({
  assignments,
  resources,
}: Pick<PlanView, 'assignments' | 'resources'>): readonly string[] {
  const known = new Set(skillsOf(resources))
  const asked = new Set(assignments.flatMap((assignment) => openSkill(assignment) ?? []))
  return [...asked].filter((skill) => !known.has(skill)).toSorted((a, b) => a.localeCompare(b))
}
