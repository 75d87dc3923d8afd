import { useCallback, useMemo, useState } from 'react'
import { Button, Checkbox, Modal, notifications, SegmentedControl, Select } from '../../../../ui/index.ts'
import { type Drawing, drawPlan } from '../../model/picture/draw-plan.ts'
import { HEAD, PAPERS, type Paper, pagesOf, ROW_PX, rowsOnPage } from '../../model/picture/paper.ts'
import { textsPicture } from '../../texts-picture.ts'
import type { PlanViewProps } from '../plan-view-props.ts'
import styles from './picture.module.css'
import { PrintPages } from './print-pages.tsx'
import { addressOf, savePng } from './save-png.ts'
import { rowsDownTo, useDrawing } from './use-drawing.ts'

type Props = Pick<PlanViewProps, 'plan' | 'rows' | 'containerId'> & { readonly onClose: () => void }

/** How wide a picture is drawn that need not fit on paper. */
const PICTURE_PX = 1600

/** A plan on paper or as a picture: what of it, how large, and what the first page will look like. */
export function PictureDialog({ plan, rows, containerId, onClose }: Props) {
  const [paper, setPaper] = useState<Paper>('a4')
  const [level, setLevel] = useState(0)
  const [withLinks, setWithLinks] = useState(true)
  const [withBaseline, setWithBaseline] = useState(true)
  const [withFloat, setWithFloat] = useState(true)
  const [isPrinting, setPrinting] = useState(false)
  const drawing = useDrawing({ plan, rows, containerId, withLinks, withBaseline, withFloat })
  const shown = useMemo(() => rowsDownTo(rows, level), [rows, level])
  const portions = useMemo(
    () => pagesOf(shown, rowsOnPage(PAPERS[paper].height, plan.phases.length > 0)),
    [shown, paper, plan.phases.length],
  )
  const page = (index: number) =>
    drawPlan(drawing, {
      ...PAPERS[paper],
      rows: portions[index] ?? [],
      page: index + 1,
      pages: portions.length,
    })
  const handleDone = useCallback(() => setPrinting(false), [])
  return (
    <Modal opened onClose={onClose} title={textsPicture.title} size={860}>
      <div className={styles.dialog}>
        <div className={styles.choices}>
          <SegmentedControl
            size="xs"
            aria-label={textsPicture.paper}
            value={paper}
            onChange={(value) => setPaper(value === 'a3' ? 'a3' : 'a4')}
            data={(['a4', 'a3'] as const).map((value) => ({ value, label: textsPicture.papers[value] }))}
          />
          <Levels rows={rows} level={level} onLevel={setLevel} />
          <Checkbox
            size="xs"
            label={textsPicture.withLinks}
            checked={withLinks}
            onChange={(event) => setWithLinks(event.currentTarget.checked)}
          />
          {plan.baseline && (
            <Checkbox
              size="xs"
              label={textsPicture.withBaseline}
              checked={withBaseline}
              onChange={(event) => setWithBaseline(event.currentTarget.checked)}
            />
          )}
          {plan.settings.isScheduled && (
            <Checkbox
              size="xs"
              label={textsPicture.withFloat}
              checked={withFloat}
              onChange={(event) => setWithFloat(event.currentTarget.checked)}
            />
          )}
        </div>
        <img className={styles.preview} src={addressOf(page(0))} alt={textsPicture.preview} />
        <div className={styles.buttons}>
          <span className={styles.count}>{textsPicture.pages(portions.length)}</span>
          <Button variant="default" onClick={() => void keepPicture(drawing, shown)}>
            {textsPicture.picture}
          </Button>
          <Button data-autofocus onClick={() => setPrinting(true)}>
            {textsPicture.print}
          </Button>
        </div>
      </div>
      {isPrinting && (
        <PrintPages
          pages={portions.map((_, index) => page(index))}
          paper={paper}
          label={(number) => textsPicture.page(number, portions.length)}
          onDone={handleDone}
        />
      )}
    </Modal>
  )
}

/** The whole plan on one sheet of any length. */
async function keepPicture(drawing: Drawing, rows: PlanViewProps['rows']): Promise<void> {
  const head = HEAD.title + HEAD.axis + HEAD.legend + (drawing.phases.length > 0 ? HEAD.phases : 0)
  const size = { width: PICTURE_PX, height: head + rows.length * ROW_PX + ROW_PX }
  const svg = drawPlan(drawing, { ...size, rows, page: 1, pages: 1 })
  try {
    await savePng(svg, size, `${drawing.title || 'plan'}.png`)
  } catch {
    const { failed: title, failedHint: message } = textsPicture
    notifications.show({ kind: 'problem', title, message })
  }
}

type LevelProps = {
  readonly rows: PlanViewProps['rows']
  readonly level: number
  readonly onLevel: (level: number) => void
}

function Levels({ rows, level, onLevel }: LevelProps) {
  const deepest = rows.reduce((most, row) => Math.max(most, row.level), 1)
  const levels = Array.from({ length: Math.max(0, deepest - 1) }, (_, index) => index + 1)
  return (
    <Select
      size="xs"
      w={170}
      aria-label={textsPicture.levels}
      allowDeselect={false}
      value={String(level)}
      onChange={(value) => onLevel(Number(value ?? '0'))}
      data={[
        { value: '0', label: textsPicture.allLevels },
        ...levels.map((each) => ({ value: String(each), label: textsPicture.level(each) })),
      ]}
    />
  )
}
