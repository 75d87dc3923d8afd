import { useMemo, useState } from 'react'
import { Checkbox, Select } from '../../../../ui/index.ts'
import { drawPlan } from '../../model/picture/draw-plan.ts'
import { planSheets, wholePlan } from '../../model/picture/plan-sheets.ts'
import { textsPicture } from '../../texts-picture.ts'
import type { PlanViewProps } from '../plan-view-props.ts'
import { type OnPaper, PaperDialog } from './paper-dialog.tsx'
import type { PaperProps } from './paper-props.ts'
import { rowsDownTo, usePlanDrawing } from './use-plan-drawing.ts'

/** The bars of a plan on paper or as a picture, and what of them. */
export function PlanPaper({ plan, rows, containerId, onClose }: PaperProps) {
  const [level, setLevel] = useState(0)
  const [withLinks, setWithLinks] = useState(true)
  const [withBaseline, setWithBaseline] = useState(true)
  const [withFloat, setWithFloat] = useState(true)
  const shown = useMemo(() => rowsDownTo(rows, level), [rows, level])
  const drawing = usePlanDrawing({ plan, rows: shown, containerId, withLinks, withBaseline, withFloat })
  const onPaper = useMemo<OnPaper>(
    () => ({
      pages: (size, spread) =>
        planSheets(drawing, size, spread).map((sheet) => () => drawPlan(drawing, sheet)),
      whole: (spread) => {
        const sheet = wholePlan(drawing, spread)
        return { size: sheet, svg: drawPlan(drawing, sheet) }
      },
    }),
    [drawing],
  )
  return (
    <PaperDialog
      title={textsPicture.title}
      fileName={drawing.title || 'plan'}
      onPaper={onPaper}
      spread="fit"
      onClose={onClose}
    >
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
    </PaperDialog>
  )
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
