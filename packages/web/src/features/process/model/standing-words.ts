import type { StandingView } from '@millrace/contract'
import { formatInstant } from '../../../ui/index.ts'
import { textsRepair as texts } from '../texts-repair.ts'

type Token = StandingView['tokens'][number]
type Wait = StandingView['waits'][number]

/** What an element is called: by its name, or where it has none by its id. */
export function placeName(place: { readonly elementId: string; readonly elementName: string }): string {
  return place.elementName || place.elementId
}

/** What a token waits for, as a sentence. */
export function tokenWords(token: Token, waits: readonly Wait[], who: string | null): string {
  const place = placeName(token)
  switch (token.why) {
    case 'person':
      return who === null ? texts.waits.team(place) : texts.waits.person(place, who)
    case 'other':
      return texts.waits.service(place)
    case 'join':
      return texts.waits.join(place)
    case 'turn':
      return texts.waits.queued(place)
    case 'inside':
      return texts.waits.inside(place)
    case 'stuck':
      return texts.waits.stuck(place)
    case 'event':
      return texts.waits.event(
        waits.length === 0 ? place : `${place}: ${texts.waits.or(waits.map(waitWords))}`,
      )
  }
}

/** An event that is waited for, as words. */
export function waitWords(wait: Wait): string {
  switch (wait.kind) {
    case 'message':
      return texts.waits.message(wait.name, wait.key)
    case 'signal':
      return texts.waits.signal(wait.name)
    case 'timer':
      return texts.waits.timer(wait.dueAt === null ? placeName(wait) : formatInstant(wait.dueAt))
    case 'conditional':
      return texts.waits.conditional
  }
}

/** Events beside the work, which would interrupt it or begin something next to it. */
export function besideWords(
  standing: StandingView,
): readonly { readonly id: number; readonly sentence: string }[] {
  const tokens = new Map(standing.tokens.map((token) => [token.id, token]))
  return standing.waits.flatMap((wait) => {
    const token = tokens.get(wait.tokenId ?? -1)
    if (token?.why === 'event') return []
    const event = `${placeName(wait)} (${waitWords(wait)})`
    const sentence = token ? texts.waits.at(placeName(token), event) : texts.waits.whole(event)
    return [{ id: wait.id, sentence }]
  })
}

/** Why something is stuck: in words where they are known, else as the engine says it. */
export function causeWords(text: string): string {
  return texts.cause[text] ?? text
}

/** A value as it is written down; long ones are cut. */
export function valueWords(value: unknown, max = 120): string {
  if (value === null || value === undefined) return texts.unset
  const text = JSON.stringify(value)
  return text.length > max ? `${text.slice(0, max)}…` : text
}
