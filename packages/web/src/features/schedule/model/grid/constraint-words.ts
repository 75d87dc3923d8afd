import { CONSTRAINT_KINDS, type ConstraintKind } from '@millrace/core/schedule'

/** Names of constraints as planning programs write them, in English and German; folded as by `fold`. */
const NAMES: Readonly<Record<ConstraintKind, readonly string[]>> = {
  ASAP: ['as soon as possible', 'so früh wie möglich', 'so bald wie möglich'],
  ALAP: ['as late as possible', 'so spät wie möglich'],
  SNET: ['start no earlier than', 'start on or after', 'anfang nicht früher als', 'beginn nicht früher als'],
  SNLT: ['start no later than', 'start on or before', 'anfang nicht später als', 'beginn nicht später als'],
  FNET: ['finish no earlier than', 'finish on or after', 'ende nicht früher als'],
  FNLT: ['finish no later than', 'finish on or before', 'ende nicht später als'],
  MSO: ['must start on', 'start on', 'muss anfangen am', 'muss beginnen am'],
  MFO: ['must finish on', 'finish on', 'muss enden am', 'muss beendet sein am'],
}

/** The constraint that a text names: by its letters, in the words of the page or of a planning program. */
export function constraintCalled(
  text: string,
  words: Readonly<Record<ConstraintKind, string>>,
): ConstraintKind | undefined {
  const wanted = fold(text)
  return CONSTRAINT_KINDS.find(
    (kind) => kind.toLowerCase() === wanted || fold(words[kind]) === wanted || NAMES[kind].includes(wanted),
  )
}

function fold(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, ' ')
}

/** Which end of its day a constraint names; null: it needs no day. */
export function edgeOf(kind: ConstraintKind): 'start' | 'end' | null {
  if (kind === 'ASAP' || kind === 'ALAP') return null
  return kind === 'SNET' || kind === 'SNLT' || kind === 'MSO' ? 'start' : 'end'
}
