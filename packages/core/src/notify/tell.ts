import type { Id } from '../kernel/index.ts'
import { type FollowReason, isFollowing, strongestReason, type TellReason } from './follow.ts'
import { type News, type NewsKind, subjectOf } from './news.ts'

/** A person beside an item or an instance: what they have to do with it, what they want to hear, whether they may. */
export type Ear = {
  readonly personId: Id<'Person'>
  readonly subjectId: string
  readonly reasons: readonly FollowReason[]
  /** What they said about following; null: nothing. */
  readonly choice: boolean | null
  readonly mayRead: boolean
  /** Kinds they do not want to hear of, anywhere or in every container that shows them the item. */
  readonly mutedKinds: ReadonlySet<NewsKind>
  /** They muted every container that shows them the item. */
  readonly isMuted: boolean
}

/** News for one person, with the reason why they get it. */
export type Telling = {
  readonly personId: Id<'Person'>
  readonly news: News
  readonly reason: TellReason
}

/**
 * Who is told of what. Nobody hears of their own acts, nor of what they may not see; each hears of one
 * event once, by its most pressing news. What is meant for a person reaches them in a muted container
 * and about an item they do not follow, but not in a kind they muted.
 *
 * @param news as `newsOf` gives them: those of one event follow each other, the most pressing first
 * @param by whoever caused it, also where an engine drew the consequences; null: nobody in particular
 */
export function tellings(
  news: readonly News[],
  ears: readonly Ear[],
  by: Id<'Person'> | null,
): readonly Telling[] {
  const earsOf = Map.groupBy(
    ears.filter((ear) => ear.mayRead && ear.personId !== by),
    (ear) => ear.subjectId,
  )
  const heard = new Set<string>()
  const told: Telling[] = []
  for (const each of news) {
    for (const ear of earsOf.get(subjectOf(each)) ?? []) {
      const reason = reasonToTell(each, ear)
      const once = `${each.id} ${ear.personId}`
      if (reason === null || heard.has(once)) continue
      heard.add(once)
      told.push({ personId: ear.personId, news: each, reason })
    }
  }
  return told
}

function reasonToTell(news: News, ear: Ear): TellReason | null {
  if (ear.mutedKinds.has(news.kind)) return null
  if (news.to.includes(ear.personId)) return 'addressed'
  if (news.isPrivate || ear.isMuted || !isFollowing(ear.reasons, ear.choice)) return null
  return strongestReason(ear.reasons) ?? 'follower'
}
