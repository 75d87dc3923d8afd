import type { WorkItem } from '@millrace/core/work'
import type { ReactNode } from 'react'
import type { WorkViewInput } from '../../hooks/use-work-view.ts'
import type { ViewSettings } from '../../model/view-settings.ts'
import type { LayoutProps } from './layout-props.ts'

/** What a page gives a view of items. */
export type WorkViewProps = WorkViewInput & {
  readonly label: string
  readonly peekedKey: string | null
  /** The container whose page this is; null where items of several stand together. */
  readonly homeId: string | null
  readonly onSettings: (change: Partial<ViewSettings>, how: 'push' | 'replace') => void
  readonly noteOf?: LayoutProps['noteOf']
  readonly headerNote?: LayoutProps['headerNote']
  /** What a click on an item's note opens. */
  readonly renderWhy?: (item: WorkItem) => ReactNode
  /** Buttons at the end of the tool bar. */
  readonly tools?: ReactNode
  /** What stands in place of the items while there are none at all. */
  readonly empty?: ReactNode
}
