import { useCallback, useMemo } from 'react'
import { useEntities } from '../../../platform/store/index.ts'
import { type ShownList, shownLists } from '../model/checklist-lines.ts'

/** The checklists of an item with their lines, in order, as far as they are loaded. */
export function useChecklists(itemId: string): readonly ShownList[] {
  const isOurs = useCallback((one: { readonly itemId: string }) => one.itemId === itemId, [itemId])
  const lists = useEntities('checklist', isOurs)
  const lines = useEntities('checklistLine', isOurs)
  return useMemo(() => shownLists(lists, lines), [lists, lines])
}
