import { words } from '../../platform/language/index.ts'

/** The words around a line in which a new item is written. */
export const textsQuickAdd = words('features/work/texts-quick-add', {
  understood: 'Understood from the line',
  keep: (text: string) => `Leave “${text}” in the title`,
  unknown: (text: string) => `${text}: no such name`,
  several: (text: string) => `${text}: several begin so`,
  due: (day: string) => `Due ${day}`,
  effort: (effort: string) => `Effort ${effort}`,
})
