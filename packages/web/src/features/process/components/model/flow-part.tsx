import type { ConditionProperties } from '../../../../ui/bpmn/index.ts'
import { Checkbox } from '../../../../ui/index.ts'
import { feelProblem } from '../../model/feel-problem.ts'
import { propertyTexts as texts } from '../../texts-properties.ts'
import { SettledInput } from './settled-input.tsx'

type Props = {
  readonly condition: ConditionProperties
  readonly onChange: (condition: ConditionProperties) => void
}

/** When a flow is taken. */
export function FlowPart({ condition, onChange }: Props) {
  return (
    <>
      {!condition.isDefault && (
        <SettledInput
          {...{ label: texts.condition, hint: texts.conditionHint, value: condition.text }}
          problemOf={feelProblem}
          isLong
          isCode
          onSave={(text) => onChange({ ...condition, text })}
        />
      )}
      <Checkbox
        size="xs"
        label={texts.isDefault}
        checked={condition.isDefault}
        onChange={(event) => onChange({ ...condition, isDefault: event.currentTarget.checked })}
      />
    </>
  )
}
