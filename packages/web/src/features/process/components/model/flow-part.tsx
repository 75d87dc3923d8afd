import type { ConditionProperties } from '../../../../ui/bpmn/index.ts'
import { Checkbox } from '../../../../ui/index.ts'
import { propertyTexts as texts } from '../../texts-properties.ts'
import { FeelField } from './feel-field.tsx'

type Props = {
  readonly condition: ConditionProperties
  readonly onChange: (condition: ConditionProperties) => void
}

/** When a flow is taken. */
export function FlowPart({ condition, onChange }: Props) {
  return (
    <>
      {!condition.isDefault && (
        <FeelField
          {...{ label: texts.condition, hint: texts.conditionHint, value: condition.text, isLong: true }}
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
