import type { PlanView } from '@millrace/contract'
import type { Calendar, Container, Resource } from '../../../platform/store/index.ts'
import { type Kind, type Write, writeOf } from '../../../platform/store/kinds.ts'

type Told = Pick<PlanView, 'resources' | 'calendars'> & { readonly settings?: PlanView['settings'] }

/** What is known already of what a plan is calculated from. */
export type KnownGround = {
  readonly read: (kind: 'container', id: string) => Pick<Container, 'myRole'> | undefined
  readonly table: <K extends 'resource' | 'calendar'>(
    kind: K,
  ) => ReadonlyMap<string, { resource: Resource; calendar: Calendar }[K]>
}

/**
 * What a project, or what all share (null), is told of its ground: what is told now, and what belonged there and is not
 * told any more.
 */
export function groundWrites(known: KnownGround, containerId: string | null, told: Told): Write[] {
  const resources = known.table('resource')
  const { settings } = told
  return [
    ...resourceWrites(known, containerId, told.resources),
    ...told.calendars.map((each) => writeOf('calendar', each.id, each)),
    ...goneOf('resource', resources, { containerId, told: told.resources }),
    ...goneOf('calendar', known.table('calendar'), { containerId, told: told.calendars }),
    ...(settings && containerId !== null
      ? [writeOf('plan', containerId, { id: containerId, ...settings })]
      : []),
  ]
}

/** What is told of some resources. */
export function resourceWrites(
  known: KnownGround,
  containerId: string | null,
  told: Told['resources'],
): readonly Write[] {
  const isPriced = containerId === null || known.read('container', containerId)?.myRole === 'manager'
  const resources = known.table('resource')
  return told.map((each) =>
    writeOf('resource', each.id, isPriced ? each : withPrices(each, resources.get(each.id))),
  )
}

/** Prices are not told to whoever does not manage a project; what another one has told of them stands. */
function withPrices(resource: Resource, known: Resource | undefined): Resource {
  if (!known) return resource
  const { rateMinorPerHour, costPerUseMinor, rates } = known
  return { ...resource, rateMinorPerHour, costPerUseMinor, rates }
}

type Belongs = { readonly id: string; readonly containerId: string | null }

function goneOf(
  kind: Kind,
  known: ReadonlyMap<string, Belongs>,
  { containerId, told }: { readonly containerId: string | null; readonly told: readonly Belongs[] },
): readonly Write[] {
  const present = new Set(told.map(({ id }) => id))
  return [...known.values()]
    .filter((each) => each.containerId === containerId && !present.has(each.id))
    .map(({ id }) => writeOf(kind, id, null))
}
