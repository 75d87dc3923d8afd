import type { OutsideLinkView } from '@millrace/contract'
import { useCallback } from 'react'
import { paths, type SearchText, useSlug } from '../../../platform/navigation.ts'
import { useDirectory } from '../../../platform/store/index.ts'
import { dayOf } from '../../../platform/time-zone.ts'
import { formatDay, useTimeZone } from '../../../ui/index.ts'
import { tieDay, tieWhen } from '../model/outside/tie-words.ts'

/** Where the other end of a link is to be seen. */
type Target = { readonly to: string; readonly search: SearchText }

/** When what a plan is tied to elsewhere is, and where it is to be seen; null where the reader may not. */
export function useTies(): {
  readonly whenOf: (link: OutsideLinkView) => string
  /** The day alone; empty where there is none yet. */
  readonly dayOf: (link: OutsideLinkView) => string
  readonly targetOf: (link: OutsideLinkView) => Target | null
} {
  const timeZone = useTimeZone()
  const slug = useSlug()
  const { containers } = useDirectory()
  const whenOf = useCallback(
    (link: OutsideLinkView) => tieWhen(link, (moment) => formatDay(dayOf(moment, timeZone))),
    [timeZone],
  )
  const day = useCallback(
    (link: OutsideLinkView) => tieDay(link, (moment) => formatDay(dayOf(moment, timeZone))),
    [timeZone],
  )
  const targetOf = useCallback(
    ({ containerId, key }: OutsideLinkView) => {
      const container = containers.get(containerId ?? '')
      if (!container || key === null) return null
      return { to: paths.container(slug, container.key, 'plan'), search: { peek: key } }
    },
    [containers, slug],
  )
  return { whenOf, dayOf: day, targetOf }
}
