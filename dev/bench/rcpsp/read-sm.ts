import type { LevelProject } from '@millrace/core/schedule'

/**
 * Reads a single-mode project of PSPLIB, as text.
 *
 * @throws when it is not one
 * @see Kolisch and Sprecher, PSPLIB: a project scheduling problem library, 1996
 */
export function readSm(text: string): LevelProject {
  const lines = text.split(/\r?\n/)
  const successors = numbersAfter(lines, /^jobnr\.\s+#modes\s+#successors/)
  const requests = numbersAfter(lines, /^jobnr\.\s+mode\s+duration/).filter((row) => row.length > 2)
  const capacities = numbersAfter(lines, /^RESOURCEAVAILABILITIES/).at(-1)
  if (!capacities || requests.length === 0 || successors.length !== requests.length) {
    throw new Error(
      'Not a single-mode project of PSPLIB: precedence relations, requests or availabilities are missing.',
    )
  }
  return {
    activities: requests.map(([_job, _mode, duration = 0, ...demands]) => ({ duration, demands })),
    links: successors.flatMap(([job = 0, _modes, _count, ...to]) =>
      to.map((next) => ({ from: job - 1, to: next - 1 })),
    ),
    capacities,
  }
}

/** The rows of numbers of a section, up to the next line of stars. */
function numbersAfter(lines: readonly string[], head: RegExp): readonly (readonly number[])[] {
  const begin = lines.findIndex((line) => head.test(line))
  if (begin < 0) return []
  const section = lines.slice(begin + 1)
  const end = section.findIndex((line) => line.startsWith('****'))
  return section
    .slice(0, end < 0 ? undefined : end)
    .filter((line) => /^\s*\d/.test(line))
    .map((line) => line.trim().split(/\s+/).map(Number))
}
