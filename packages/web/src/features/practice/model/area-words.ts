import type { AreaCellView, AreaTableView } from '@millrace/contract'
import { textsAreas } from '../texts-areas.ts'

/** Own words, or the usual ones. */
export function labelOf(labels: AreaTableView['labels'], axis: 'row' | 'column', place: number): string {
  const own = axis === 'row' ? labels.rows : labels.columns
  const usual = axis === 'row' ? textsAreas.row : textsAreas.columnOf
  return own[place - 1] ?? usual[place - 1] ?? ''
}

/** The name of a cell. */
export function cellName(area: AreaCellView['area']): string {
  return textsAreas.named(area, textsAreas.area[area])
}
