import type { LinkLetters } from '../model/link-notation.ts'
import { textsViews } from '../texts-views.ts'

/** How the page's language writes links. */
export const linkLetters: LinkLetters = {
  type: textsViews.linkType,
  unit: textsViews.lagUnit,
  elapsed: textsViews.elapsed,
}
