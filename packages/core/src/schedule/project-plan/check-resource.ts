import {
  err,
  type Id,
  isPlainDate,
  ok,
  type PlainDate,
  type Refusal,
  type Result,
} from '../../kernel/index.ts'
import type { ProjectResource } from './project-plan.ts'

/** A resource as it is to be kept. */
export type ResourceToKeep = Pick<ProjectResource, 'id' | 'kind' | 'availability' | 'crewMemberIds'> & {
  readonly name: string
  /** Null: all projects share it. */
  readonly containerId: Id<'Container'> | null
  readonly rates: readonly { readonly fromOn: PlainDate }[]
}

/** What is known of the resources that a crew names, and of the crew itself. */
export type KnownResources = {
  readonly resources: ReadonlyMap<string, Omit<ResourceToKeep, 'availability' | 'rates'>>
  /** Resources that belong to a crew. */
  readonly membersOfCrews: ReadonlySet<string>
}

/**
 * Whether what is said about a resource makes sense: days exist and follow each other, each rate begins on a day of its
 * own, and a crew is made of people of the same project, or of people whom all share.
 *
 * @returns refused with `schedule.availability_wrong`, `schedule.rates_wrong`, `schedule.member_unknown` or
 *   `schedule.crew_nested`, each naming the resource
 */
export function checkResource<Resource extends ResourceToKeep>(
  resource: Resource,
  known: KnownResources,
): Result<Resource> {
  const { name, availability, rates, crewMemberIds } = resource
  if (!availability.every(areDays)) return err({ code: 'schedule.availability_wrong', params: { name } })
  const begins = rates.map(({ fromOn }) => fromOn)
  if (!begins.every(isPlainDate) || new Set(begins).size < begins.length) {
    return err({ code: 'schedule.rates_wrong', params: { name } })
  }
  const fault = crewMemberIds.length === 0 ? null : findWrongMember(resource, known)
  return fault ? err(fault) : ok(resource)
}

function findWrongMember(crew: ResourceToKeep, known: KnownResources): Refusal | null {
  const { id, name, crewMemberIds } = crew
  const nested = { code: 'schedule.crew_nested', params: { name, member: name } }
  if (crew.kind !== 'work' || known.membersOfCrews.has(id) || crewMemberIds.includes(id)) return nested
  const members = crewMemberIds.map((memberId) => known.resources.get(memberId))
  if (members.some((member) => !member || !isBeside(crew, member))) {
    return { code: 'schedule.member_unknown', params: { name } }
  }
  const wrong = members.find((member) => member?.kind !== 'work' || member.crewMemberIds.length > 0)
  return wrong ? { ...nested, params: { name, member: wrong.name } } : null
}

/** Whether one that all projects share, or one of the same project. */
function isBeside(
  { containerId }: Pick<ResourceToKeep, 'containerId'>,
  member: Pick<ResourceToKeep, 'containerId'>,
): boolean {
  return member.containerId === null || member.containerId === containerId
}

function areDays({ fromOn, toOn }: ProjectResource['availability'][number]): boolean {
  return isPlainDate(fromOn) && (toOn === null || (isPlainDate(toOn) && fromOn <= toOn))
}
