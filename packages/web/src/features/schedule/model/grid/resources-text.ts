import type { PlanRowView } from '@millrace/contract'
import { doesWork } from '../does-work.ts'
import { openSkill } from '../open-skill.ts'
import type { GridGround, GridResource } from './ground.ts'

/**
 * Who and what is on a row: `Ann[50%]; Crane; Concrete[12 t]`. The whole of somebody is not said; `?Electrician` is
 * anybody who can do that.
 */
export function resourcesText({ itemId }: PlanRowView, ground: GridGround): string {
  return (ground.assignmentsOf.get(itemId) ?? [])
    .flatMap((assignment) => {
      const { resourceId, units } = assignment
      const skill = openSkill(assignment)
      if (skill !== null) return [`?${skill}${unitsText(WORKER, units, ground.decimal)}`]
      const resource = ground.resourceOf.get(resourceId ?? '')
      return resource ? [`${resource.name}${unitsText(resource, units, ground.decimal)}`] : []
    })
    .toSorted((a, b) => a.localeCompare(b))
    .join('; ')
}

/** Whoever is still to be chosen. */
const WORKER = { kind: 'work', unitLabel: '' } as const // One of the kinds.

function unitsText(
  { kind, unitLabel }: Pick<GridResource, 'kind' | 'unitLabel'>,
  units: number,
  decimal: '.' | ',',
): string {
  if (units === 1) return ''
  const written = (value: number) => String(value).replace('.', decimal)
  if (doesWork(kind)) return `[${written(Math.round(units * 1000) / 10)}%]`
  return `[${written(units)}${unitLabel === '' ? '' : ` ${unitLabel}`}]`
}
