import type { Instant } from '../kernel/index.ts'
import type { PracticeRole } from './practice.ts'

/**
 * What somebody who applies a practice would have to be able to do and cannot: whoever plays one of its roles needs
 * what that role asks for.
 *
 * @param skills what the person can do; spaces around them do not matter
 * @returns empty when one of the roles can be played, or none is named
 */
export function lackedQualifications(
  roles: readonly PracticeRole[],
  skills: readonly string[],
): readonly string[] {
  const able = new Set(skills.map((skill) => skill.trim()))
  const asked = roles.map(({ qualification }) => qualification.trim())
  if (asked.some((qualification) => qualification === '' || able.has(qualification))) return []
  return [...new Set(asked)]
}

/**
 * Which version of a description work follows: the newest that was published when it was finished, or that is now.
 *
 * @param finishedAt null: it is not finished
 * @returns null: it is undescribed
 */
export function versionFollowed(
  versions: readonly { readonly number: number; readonly publishedAt: Instant }[],
  finishedAt: Instant | null,
): number | null {
  const then = versions.filter(({ publishedAt }) => finishedAt === null || publishedAt <= finishedAt)
  return then.length === 0 ? null : Math.max(...then.map(({ number }) => number))
}
