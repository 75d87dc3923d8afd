import { err, ok, type Result } from '../kernel/index.ts'

/** Who applies a practice, and what they have to be able to do; an empty qualification asks for nothing. */
export type PracticeRole = { readonly name: string; readonly qualification: string }

/** What can hang on a description to work with. */
export const ATTACHMENT_KINDS = ['process', 'form', 'template'] as const
/** One of them, by its id. */
export type PracticeAttachment = { readonly kind: (typeof ATTACHMENT_KINDS)[number]; readonly id: string }

/** How a practice is carried out. A description never names people or days (FPF A.15). */
export type PracticeDescription = {
  /** Markdown. */
  readonly body: string
  readonly checklist: readonly string[]
  readonly attachment: PracticeAttachment | null
}

/** How much one unit of output takes, as people who know say it: low to high. */
export type NormRange = { readonly low: number; readonly likely: number; readonly high: number }

/** What is usual for a practice, for one unit of what it makes. Null: nobody has said. */
export type PracticeNorm = {
  readonly unit: string
  readonly effortMin: NormRange | null
  readonly durationMin: NormRange | null
}

/** A practice as far as its rules go. */
export type PracticeFacts = {
  readonly name: string
  readonly roles: readonly PracticeRole[]
  /** Ids of states of artifacts that it brings about. */
  readonly outputs: readonly string[]
  readonly description: PracticeDescription
}

/**
 * Whether a practice says enough to be worked by: somebody applies it and something comes out.
 *
 * @returns refused with `practice.no_role` or `practice.no_output`
 */
export function checkComplete({ name, roles, outputs }: PracticeFacts): Result<true> {
  if (roles.length === 0) return err({ code: 'practice.no_role', params: { name } })
  if (outputs.length === 0) return err({ code: 'practice.no_output', params: { name } })
  return ok(true)
}

/**
 * Makes the draft of a description the next version.
 *
 * @param last the newest version, if there is one
 * @returns its number; refused as `checkComplete` refuses, with `practice.not_described`, or with
 *   `practice.unchanged` when the newest version says the same
 */
export function publishDescription(
  practice: PracticeFacts,
  last: { readonly number: number; readonly description: PracticeDescription } | null,
): Result<number> {
  const complete = checkComplete(practice)
  if (!complete.ok) return complete
  const { name, description } = practice
  if (isEmpty(description)) return err({ code: 'practice.not_described', params: { name } })
  if (last && isSameDescription(last.description, description))
    return err({ code: 'practice.unchanged', params: { name, number: last.number } })
  return ok((last?.number ?? 0) + 1)
}

/** Whether two descriptions say the same. */
export function isSameDescription(a: PracticeDescription, b: PracticeDescription): boolean {
  return (
    a.body === b.body &&
    a.checklist.length === b.checklist.length &&
    a.checklist.every((line, index) => line === b.checklist[index]) &&
    a.attachment?.kind === b.attachment?.kind &&
    a.attachment?.id === b.attachment?.id
  )
}

function isEmpty({ body, checklist, attachment }: PracticeDescription): boolean {
  return body.trim() === '' && checklist.length === 0 && attachment === null
}

/**
 * Checks what people say is usual.
 *
 * @returns refused with `practice.norm_wrong` unless low ≤ likely ≤ high
 */
export function checkNorm(name: string, norm: PracticeNorm | null): Result<true> {
  const ranges = [norm?.effortMin, norm?.durationMin].flatMap((range) => range ?? [])
  const isWrong = ranges.some(({ low, likely, high }) => low > likely || likely > high)
  return isWrong ? err({ code: 'practice.norm_wrong', params: { name } }) : ok(true)
}
