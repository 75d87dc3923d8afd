import { err, isPlainDate, ok, type PlainDate, type Result } from '../kernel/index.ts'

/** The ways to manage work, and plain lists. */
export const CONTAINER_KINDS = ['project', 'process', 'case', 'list'] as const
/** How the work in a container is managed. */
export type ContainerKind = (typeof CONTAINER_KINDS)[number]

/** What has to hold together in a container. */
export type ContainerFacts = {
  readonly kind: ContainerKind
  readonly startsOn: PlainDate | null
  readonly dueOn: PlainDate | null
  readonly subject: string | null
  readonly wishedEndState: string | null
}

/**
 * Whether a container is sound: a case has one subject and a wished end state, and time runs forward.
 *
 * @returns refused with `work.case_needs_subject`, `work.date_wrong` or `work.dates_reversed`
 */
export function checkContainer(container: ContainerFacts): Result<ContainerFacts> {
  const isBlank = (text: string | null) => text === null || text.trim() === ''
  if (container.kind === 'case' && (isBlank(container.subject) || isBlank(container.wishedEndState))) {
    return err({ code: 'work.case_needs_subject' })
  }
  for (const date of [container.startsOn, container.dueOn]) {
    if (date !== null && !isPlainDate(date)) return err({ code: 'work.date_wrong', params: { date } })
  }
  if (container.startsOn !== null && container.dueOn !== null && container.startsOn > container.dueOn) {
    return err({
      code: 'work.dates_reversed',
      params: { startsOn: container.startsOn, dueOn: container.dueOn },
    })
  }
  return ok(container)
}
