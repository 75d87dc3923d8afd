import { useMemo, useState } from 'react'
import { languageFacts } from '../../../../platform/language/index.ts'
import { SegmentedControl, useToday } from '../../../../ui/index.ts'
import { usePlanPool } from '../../hooks/use-plan-pool.ts'
import { drawLoad, loadSigns } from '../../model/picture/draw-load.ts'
import { legendHeight } from '../../model/picture/legend.ts'
import { loadSheets, wholeLoad, worked } from '../../model/picture/load-sheets.ts'
import { textsLoad } from '../../texts-load.ts'
import { textsPaper } from '../../texts-paper.ts'
import { shareInWords } from '../load/load-words.ts'
import { useLoad } from '../load/use-load.ts'
import { useLoadDays } from '../load/use-load-days.ts'
import { type OnPaper, PaperDialog } from './paper-dialog.tsx'
import type { PaperProps } from './paper-props.ts'
import { usePaperHead } from './use-paper-head.ts'

/** What the plan asks of everybody and everything in it, on paper or as a picture. */
export function LoadPaper({ plan, rows, containerId, zoom, onClose }: PaperProps) {
  const [by, setBy] = useState<'days' | 'weeks'>(zoom === 'days' ? 'days' : 'weeks')
  const pool = usePlanPool({ plan, rows, containerId })
  const { days } = useLoadDays(pool, by)
  const load = useLoad(pool, days)
  const head = usePaperHead(containerId, textsLoad.load)
  const today = useToday()
  const onPaper = useMemo<OnPaper>(() => {
    const named = load.map(({ resource, buckets }) => ({ name: resource.name, buckets }))
    const counted = worked(named, days?.toOn ?? today)
    const drawing = { ...head, ...counted, today, signs: SIGNS, says: SAYS }
    const besidesOf = (width: number) => legendHeight(loadSigns(drawing), width)
    return {
      pages: (size, spread) =>
        loadSheets(counted.rows, { size, besides: besidesOf(size.width) }, spread).map(
          (sheet) => () => drawLoad(drawing, sheet),
        ),
      whole: () => {
        const sheet = wholeLoad(counted.rows, besidesOf)
        return { size: sheet, svg: drawLoad(drawing, sheet) }
      },
    }
  }, [load, days, head, today])
  return (
    <PaperDialog
      title={textsPaper.loadTitle}
      fileName={head.fileName}
      onPaper={onPaper}
      spread="read"
      onClose={onClose}
    >
      <SegmentedControl
        size="xs"
        aria-label={textsPaper.by}
        value={by}
        onChange={(value) => setBy(value === 'days' ? 'days' : 'weeks')}
        data={(['weeks', 'days'] as const).map((value) => ({ value, label: textsPaper.loadBy[value] }))}
      />
    </PaperDialog>
  )
}

const MONTH = new Intl.DateTimeFormat(languageFacts.locale, {
  month: 'short',
  year: '2-digit',
  timeZone: 'UTC',
})
const DAY = new Intl.DateTimeFormat(languageFacts.locale, { day: 'numeric', timeZone: 'UTC' })

const SIGNS = {
  planned: textsLoad.column.work,
  whole: textsLoad.legend.capacity,
  band: textsLoad.legend.band,
  over: textsLoad.legend.over,
  today: textsPaper.todayLoad,
}

const SAYS = {
  who: textsLoad.who,
  level: textsLoad.level,
  share: shareInWords,
  month: (day: string) => MONTH.format(new Date(`${day}T00:00:00Z`)),
  day: (day: string) => DAY.format(new Date(`${day}T00:00:00Z`)),
}
