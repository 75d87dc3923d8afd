import { newId } from '../ids.ts'
import type { PresenceBoard, Sighting } from './presence.ts'

/** How processes tell each other who has what before them. */
export type PresenceWords = {
  /** What is said to the others. */
  readonly of: (sighting: Sighting) => string
  /** Takes in what was said; our own words come back to us and are passed over, for they are late. */
  readonly hear: (words: string) => void
}

/** The words of one process. */
export function createPresenceWords(presence: Pick<PresenceBoard, 'take'>): PresenceWords {
  const origin = newId<'Process'>()
  return {
    of: (sighting) => JSON.stringify({ origin, sighting }),
    hear(words) {
      // Only processes of ours say something there.
      const said = JSON.parse(words) as { readonly origin: string; readonly sighting: Sighting }
      if (said.origin !== origin) presence.take(said.sighting)
    },
  }
}
