import { ESTIMATE_SHAPES } from '@millrace/core/schedule'
import { callOf } from '../../../../platform/store/index.ts'
import { Select } from '../../../../ui/index.ts'
import { textsShape as words } from '../../texts-shape.ts'
import type { PlanPartProps } from './plan-part.ts'

const AS_PROJECT = ''

/** How the estimate of an item is spread in forecasts. */
export function ShapeField({ itemPlan: { plan, shape }, model: { act, canWrite, scenario } }: PlanPartProps) {
  const callFor = (next: typeof shape) =>
    callOf('schedule.setEstimateShape', { containerId: plan.containerId, itemId: plan.id, shape: next })
  return (
    <Select
      label={words.itemShape}
      allowDeselect={false}
      disabled={!canWrite || scenario !== null}
      data={[
        { value: AS_PROJECT, label: words.asProject },
        ...ESTIMATE_SHAPES.map((value) => ({ value, label: words.shapes[value] })),
      ]}
      value={shape ?? AS_PROJECT}
      onChange={(value) => {
        const next = ESTIMATE_SHAPES.find((known) => known === value) ?? null
        act([callFor(next)], words.changedShape, [callFor(shape)])
      }}
    />
  )
}
