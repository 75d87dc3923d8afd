import type { Translated } from '../../platform/language/index.ts'
import type { textsDates } from './texts-dates.ts'

/** Was zu Terminen gesagt wird, die bleiben, wie sie kamen, oder aus dem Plan folgen. */
export const german = {
  label: 'Termine',
  ways: {
    schedule: 'Folgen aus Verknüpfungen und Dauern',
    keep: 'Bleiben, wie sie sind',
  },
  hint: 'Feste Termine bewegen sich nur von Hand; Verknüpfungen und Dauern bewegen nichts.',
  kept: 'Termine beibehalten',
  choice:
    'Die Termine behalten, wie sie sind, oder aus Verknüpfungen und Dauern folgen lassen: das würde sich bewegen. Beides lässt sich zurücknehmen.',
} satisfies Translated<typeof textsDates>
