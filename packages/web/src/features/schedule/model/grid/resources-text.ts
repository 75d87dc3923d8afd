import type { PlanRowView } from '@millrace/contract'
import { doesWork } from '../does-work.ts'
import type { GridGround, GridResource } from './ground.ts'

/** Who and what is on a row: `Ann[50%]; Crane; Concrete[12 t]`. The whole of somebody is not said. */
export function resourcesText({ itemId }: PlanRowView, ground: GridGround): string {
  return (ground.assignmentsOf.get(itemId) ?? [])
    .flatMap(({ resourceId, units }) => {
      const resource = ground.resourceOf.get(resourceId)
      return resource ? [`${resource.name}${unitsText(resource, units, ground.decimal)}`] : []
    })
    .toSorted((a, b) => a.localeCompare(b))
    .join('; ')
}

function unitsText({ kind, unitLabel }: GridResource, units: number, decimal: '.' | ','): string {
  if (units === 1) return ''
  const written = (value: number) => String(value).replace('.', decimal)
  if (doesWork(kind)) return `[${written(Math.round(units * 1000) / 10)}%]`
  return `[${written(units)}${unitLabel === '' ? '' : ` ${unitLabel}`}]`
}
