import type { PlainDate } from '@millrace/core/kernel'
import type { ReactNode } from 'react'
import type { Call } from '../../../../platform/store/calls.ts'
import type { GroupField } from '../../model/group-field.ts'
import type { WorkGroup } from '../../model/grouping.ts'
import type { Lane } from '../../model/lanes.ts'
import type { Lookup } from '../../model/lookup.ts'
import type { Selection } from '../../model/selection.ts'
import type { Edge } from '../../model/shift.ts'
import type { Drop } from '../board/use-board-drop.ts'

/** A property that an editor can be opened for, by click or by its key. */
export type EditField = string

/** Where an editor opens: over the cell that was clicked. */
export type EditAnchor = {
  readonly itemIds: readonly string[]
  readonly field: EditField
  readonly rect: DOMRect
}

/** What people do in a layout. */
export type LayoutHandlers = {
  readonly onCursor: (itemId: string | null) => void
  readonly onToggle: (itemId: string) => void
  readonly onRange: (itemId: string) => void
  readonly onPeek: (itemId: string) => void
  readonly onOpen: (itemId: string) => void
  readonly onEdit: (anchor: EditAnchor) => void
  readonly onFold: (groupKey: string) => void
  readonly onCreateIn: (groupKey: string | null) => void
  readonly onCalls: (calls: readonly Call[]) => void
  readonly onDrop: (drop: Drop) => void
  /** Moves an item by days, or only its start or due day; with it all that are marked together. */
  readonly onShift: (itemId: string, days: number, edge: Edge) => void
  /** Makes an item due on a day. */
  readonly onDue: (itemId: string, day: PlainDate) => void
  readonly onCreate: (groupKey: string, titles: readonly string[]) => void
}

/** What every layout of the same items is given. */
export type LayoutProps = {
  readonly gridId: string
  readonly label: string
  readonly groups: readonly WorkGroup[]
  readonly field: GroupField
  /** The rows of a board, and what they are made by; null where there are none. */
  readonly lanes: { readonly field: GroupField; readonly all: readonly Lane[] } | null
  readonly lookup: Lookup
  readonly folded: ReadonlySet<string>
  readonly selection: Selection
  readonly peekedKey: string | null
  /** The container whose page this is; null where items of several stand together. */
  readonly homeId: string | null
  readonly canCreate: boolean
  readonly creatingIn: string | null
  /** Whether groups have a line above them. */
  readonly hasHeaders: boolean
  /** A few words about an item that only this view has, such as why it stands where it does. */
  readonly noteOf?: ((itemId: string) => string | null) | undefined
  /** More about a group, behind its count. */
  readonly headerNote?: ((groupKey: string) => ReactNode) | undefined
  readonly handlers: LayoutHandlers
}
