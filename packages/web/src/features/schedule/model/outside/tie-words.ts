import type { OutsideLinkView } from '@millrace/contract'
import { textsOutside } from '../../texts-outside.ts'

/** What a link ties this plan to, by name, as far as the reader may know it. */
export function tieName({ title, containerName }: OutsideLinkView): string {
  if (title === null) return textsOutside.someWork
  return containerName === null ? title : textsOutside.partOf(title, containerName)
}

/** The moment of the other item that a link names; null where it has none yet. */
export function tieMoment({ place, isIn, linkType }: OutsideLinkView): number | null {
  if (!place) return null
  return isOfFinish({ isIn, linkType }) ? place.finishAt : place.startAt
}

/** When the other item starts or finishes, whichever the link names. */
export function tieWhen(link: OutsideLinkView, dayOf: (moment: number) => string): string {
  const day = tieDay(link, dayOf)
  if (day === '') return textsOutside.undated
  return isOfFinish(link) ? textsOutside.finishes(day) : textsOutside.starts(day)
}

/** The day of that moment; empty where there is none yet. */
export function tieDay(link: OutsideLinkView, dayOf: (moment: number) => string): string {
  const moment = tieMoment(link)
  if (moment === null) return ''
  // What ends exactly with a day does not reach into the next.
  return dayOf(isOfFinish(link) ? moment - 1 : moment)
}

function isOfFinish({ isIn, linkType }: Pick<OutsideLinkView, 'isIn' | 'linkType'>): boolean {
  return isIn ? linkType === 'FS' || linkType === 'FF' : linkType === 'FF' || linkType === 'SF'
}

/** The links of each row, those that name the latest moment first. */
export function tiesByRow(
  links: readonly OutsideLinkView[],
): ReadonlyMap<string, readonly OutsideLinkView[]> {
  const latest = (a: OutsideLinkView, b: OutsideLinkView) => (tieMoment(b) ?? 0) - (tieMoment(a) ?? 0)
  return Map.groupBy(links.toSorted(latest), ({ itemId }) => itemId)
}
