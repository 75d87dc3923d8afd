import type { PlanRowView } from '@millrace/contract'
import { type MouseEvent, useState } from 'react'

/** A menu that is open: of which row, and where on the page. */
export type OpenRowMenu = { readonly row: PlanRowView; readonly x: number; readonly y: number }

type Rows = {
  readonly shown: readonly PlanRowView[]
  readonly cursor: string | null
  readonly setCursor: (itemId: string) => void
}

/** The menu of a row: where the pointer asks for it, or of the chosen row where the keys do. */
export function useRowMenu({ shown, cursor, setCursor }: Rows) {
  const [menu, setMenu] = useState<OpenRowMenu | null>(null)
  const handleContextMenu = (event: MouseEvent<HTMLElement>) => {
    const pointed = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null
    const itemId = pointed?.dataset['row'] ?? cursor
    const row = shown.find((each) => each.itemId === itemId)
    if (!row) return
    event.preventDefault()
    setCursor(row.itemId)
    setMenu({ row, ...(pointed ? { x: event.clientX, y: event.clientY } : belowRow(event, row)) })
  }
  return { menu, handleContextMenu, closeMenu: () => setMenu(null) }
}

/** Asked for by a key, it opens below the row. */
function belowRow({ currentTarget }: MouseEvent<HTMLElement>, { itemId }: PlanRowView) {
  const line = currentTarget.querySelector(`[data-row="${CSS.escape(itemId)}"]`) ?? currentTarget
  const { left, bottom } = line.getBoundingClientRect()
  return { x: left + 40, y: bottom }
}
