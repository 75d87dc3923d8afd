/** Why a person is told of what happens to an item, the strongest reason first. */
export const FOLLOW_REASONS = [
  'responsible',
  'accountable',
  'requester',
  'author',
  'mentioned',
  'commenter',
  'follower',
] as const
/** Why a person follows an item. */
export type FollowReason = (typeof FOLLOW_REASONS)[number]

/** Why a person is told of something: they follow the item, or it is meant for them. */
export type TellReason = FollowReason | 'addressed'

/**
 * Whether somebody follows an item. Parts in the work make people follow; what they said themselves
 * counts more.
 *
 * @param choice true: they asked to follow; false: they asked not to; null: they said nothing
 */
export function isFollowing(reasons: readonly FollowReason[], choice: boolean | null): boolean {
  return choice ?? reasons.length > 0
}

/** The strongest of some reasons; null when there is none. */
export function strongestReason(reasons: readonly FollowReason[]): FollowReason | null {
  return FOLLOW_REASONS.find((reason) => reasons.includes(reason)) ?? null
}
