import { err, ok, type Result } from '../kernel/index.ts'

/** The area of interest in which practices are chosen and established: creation systems, seen by the engineer. */
export const METHODS_AREA = '3.2' as const

/** Why work follows another practice: the same discipline done better, or another one that people learn. */
export type ChangeKind = 'first' | 'improvement' | 'development'

/** A change of the practice that work of a type follows, as it is asked for. */
export type AskedChange = {
  /** The name of the type. */
  readonly type: string
  readonly before: { readonly id: string; readonly name: string } | null
  readonly practiceId: string | null
  readonly kind: 'improvement' | 'development'
  /** The item that it belongs to. */
  readonly initiative: {
    readonly key: string
    readonly area: string
    readonly isOpen: boolean
  } | null
}

/**
 * Which practice work of a type follows is no matter of work management: where it follows one, it is changed by
 * an initiative, an open item of the area in which practices are established. The first practice of a type needs none.
 *
 * @returns the kind of the change; refused with `practice.change_same`, `practice.initiative_missing`,
 *   `practice.initiative_elsewhere` or `practice.initiative_closed`
 */
export function changePracticeOfType(change: AskedChange): Result<ChangeKind> {
  const { type, before, practiceId, initiative } = change
  if ((before?.id ?? null) === practiceId)
    return err({ code: 'practice.change_same', params: { type, name: before?.name ?? '' } })
  if (before === null) return ok('first')
  if (initiative === null)
    return err({ code: 'practice.initiative_missing', params: { type, name: before.name } })
  const { key, area, isOpen } = initiative
  if (area !== METHODS_AREA) return err({ code: 'practice.initiative_elsewhere', params: { key } })
  if (!isOpen) return err({ code: 'practice.initiative_closed', params: { key } })
  return ok(change.kind)
}
