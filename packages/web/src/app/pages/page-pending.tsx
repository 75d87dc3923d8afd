import { Skeleton } from '../../ui/index.ts'

/** While a page's code is on its way. */
export function PagePending() {
  return <Skeleton rows={8} label="Loading the page" />
}
