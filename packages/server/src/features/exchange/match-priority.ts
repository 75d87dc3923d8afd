import { foldText, type Priority } from '@millrace/core/work'

const WORDS: readonly [Priority, string][] = [
  [0, '0, none, no priority, keine, aucune, ninguna, нет, без приоритета'],
  [
    1,
    '1, low, lowest, minor, trivial, p4, p3, niedrig, gering, sehr niedrig, basse, faible, baja, низкий, низкая',
  ],
  [2, '2, medium, normal, moderate, p2, mittel, moyenne, normale, media, средний, средняя, обычный'],
  [3, '3, high, major, important, p1, hoch, wichtig, haute, elevee, alta, высокий, высокая'],
  [
    4,
    '4, urgent, critical, highest, blocker, immediate, asap, p0, dringend, kritisch, sehr hoch, urgente, critique, critica, срочный, критический, наивысший',
  ],
]

const PRIORITY_OF = new Map(
  WORDS.flatMap(([priority, words]) => words.split(', ').map((word) => [foldText(word), priority] as const)),
)

/** The priority a word or a number from 0 to 4 means; null when it means none that is known. */
export function matchPriority(written: string): Priority | null {
  return PRIORITY_OF.get(foldText(written)) ?? null
}
