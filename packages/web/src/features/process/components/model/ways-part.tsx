import type { ConditionProperties, Way } from '../../../../ui/bpmn/index.ts'
import { Checkbox } from '../../../../ui/index.ts'
import { describeTexts } from '../../texts-describe.ts'
import describe from './describe.module.css'
import { FeelField } from './feel-field.tsx'
import styles from './model.module.css'

type Props = {
  readonly ways: readonly Way[]
  readonly isExclusive: boolean
  readonly nameOf: (id: string) => string
  readonly onChange: (flowId: string, condition: ConditionProperties) => void
  readonly onChoose: (flowId: string) => void
}

const texts = describeTexts.ways

/** The ways out of a gateway that asks conditions: when each is taken, in the order in which they are asked. */
export function WaysPart({ ways, isExclusive, nameOf, onChange, onChoose }: Props) {
  return (
    <fieldset className={styles.part}>
      <legend>{texts.title}</legend>
      <p className={styles.soft}>
        {ways.length === 0 ? texts.none : isExclusive ? texts.exclusive : texts.inclusive}
      </p>
      {ways.map(({ id, name, targetId, condition }) => (
        <div key={id} className={describe.way}>
          <button type="button" className={describe.wayName} onClick={() => onChoose(id)}>
            {name || texts.to(nameOf(targetId))}
          </button>
          {!condition.isDefault && (
            <FeelField
              {...{ label: texts.condition, value: condition.text }}
              onSave={(text) => onChange(id, { ...condition, text })}
            />
          )}
          <Checkbox
            size="xs"
            label={texts.isDefault}
            checked={condition.isDefault}
            onChange={(event) => onChange(id, { ...condition, isDefault: event.currentTarget.checked })}
          />
        </div>
      ))}
    </fieldset>
  )
}
