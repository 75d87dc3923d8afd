import { err, type Id, type Instant, ok, type Result } from '../../kernel/index.ts'

/** What closing a case asks for beside its plan, and what of that has been done. */
export type CaseClosing = {
  readonly needsAcceptance: boolean
  readonly needsNotice: boolean
  /** Who asked for the case, and accepts its outcome; null: whoever owns it. */
  readonly requesterId: Id<'Person'> | null
  readonly acceptedAt: Instant | null
  readonly acceptedBy: Id<'Person'> | null
  readonly acceptanceNote: string
  readonly noticedAt: Instant | null
  readonly noticedBy: Id<'Person'> | null
  /** Who was told, and how. */
  readonly noticeTo: string
  readonly noticeWay: string
}

/** Of a case for which nothing of that was said or done. */
export const NOT_CLOSING: CaseClosing = {
  ...{ needsAcceptance: false, needsNotice: false, requesterId: null },
  ...{ acceptedAt: null, acceptedBy: null, acceptanceNote: '' },
  ...{ noticedAt: null, noticedBy: null, noticeTo: '', noticeWay: '' },
}

/** The case that is to be closed. */
export type EndingCase = {
  readonly name: string
  readonly ownerId: Id<'Person'> | null
  /** What is required and open in its plan. */
  readonly openRequired: number
}

/**
 * The outcome is accepted by whoever asked for the case, or owns it where nobody did.
 *
 * @returns refused with `case.required_open` or `case.not_yours_to_accept`
 */
export function acceptOutcome(
  closing: CaseClosing,
  input: { readonly by: Id<'Person'>; readonly note: string; readonly now: Instant },
  ending: EndingCase,
): Result<CaseClosing> {
  const open = checkRequired(ending)
  if (!open.ok) return open
  const acceptor = closing.requesterId ?? ending.ownerId
  if (acceptor !== null && acceptor !== input.by)
    return err({ code: 'case.not_yours_to_accept', params: { name: ending.name } })
  if (closing.acceptedAt !== null) return ok(closing)
  return ok({ ...closing, acceptedAt: input.now, acceptedBy: input.by, acceptanceNote: input.note })
}

/**
 * Those concerned were told. Comes after acceptance where both are asked for.
 *
 * @returns refused with `case.required_open`, `case.not_accepted` or `case.notice_ahead`
 */
export function noticeOutcome(
  closing: CaseClosing,
  input: {
    readonly by: Id<'Person'>
    readonly to: string
    readonly way: string
    /** When they were told. */
    readonly at: Instant
    readonly now: Instant
  },
  ending: EndingCase,
): Result<CaseClosing> {
  const open = checkRequired(ending)
  if (!open.ok) return open
  if (closing.needsAcceptance && closing.acceptedAt === null) return notAccepted(ending)
  if (input.at > input.now) return err({ code: 'case.notice_ahead' })
  const { at, by, to, way } = input
  return ok({ ...closing, noticedAt: at, noticedBy: by, noticeTo: to, noticeWay: way })
}

/**
 * Whether a case may be closed.
 *
 * @returns refused with `case.required_open`, `case.not_accepted` or `case.not_noticed`
 * @see CMMN 1.1, 8.4.1: what is required blocks completion. Acceptance and notice are ours: work that
 * nobody was told of is not done.
 */
export function checkClosing(closing: CaseClosing, ending: EndingCase): Result<null> {
  const open = checkRequired(ending)
  if (!open.ok) return open
  if (closing.needsAcceptance && closing.acceptedAt === null) return notAccepted(ending)
  if (closing.needsNotice && closing.noticedAt === null)
    return err({ code: 'case.not_noticed', params: { name: ending.name } })
  return ok(null)
}

/** A case that is taken up again has another outcome, which is accepted and noticed anew. */
export function reopenClosing(closing: CaseClosing): CaseClosing {
  const { needsAcceptance, needsNotice, requesterId } = closing
  return { ...NOT_CLOSING, needsAcceptance, needsNotice, requesterId }
}

function checkRequired({ name, openRequired: count }: EndingCase): Result<null> {
  return count > 0 ? err({ code: 'case.required_open', params: { name, count } }) : ok(null)
}

function notAccepted({ name }: EndingCase): Result<never> {
  return err({ code: 'case.not_accepted', params: { name } })
}
