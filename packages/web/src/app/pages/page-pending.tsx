import { Skeleton } from '../../ui/index.ts'
import { texts } from '../texts.ts'

/** While a page's code is on its way. */
export function PagePending() {
  return <Skeleton rows={8} label={texts.pages.loading} />
}
