import type { ModelReferences } from '@millrace/contract'
import type { DecisionProperties } from '../../../../ui/bpmn/index.ts'
import { Select } from '../../../../ui/index.ts'
import { describeTexts } from '../../texts-describe.ts'
import styles from './model.module.css'
import { NamedSelect } from './named-select.tsx'
import { SettledInput } from './settled-input.tsx'

type Props = {
  readonly decision: DecisionProperties
  readonly offered: ModelReferences['decisions']
  readonly onChange: (decision: DecisionProperties) => void
}

const texts = describeTexts.decision
const BINDINGS = ['latest', 'deployment', 'version'] as const

/** Which decision a task asks, and what its answer is called. */
export function DecisionPart({ decision, offered, onChange }: Props) {
  return (
    <fieldset className={styles.part}>
      <legend>{texts.title}</legend>
      <NamedSelect
        {...{ label: texts.title, value: decision.key, nothing: texts.none }}
        offered={offered.map(({ key, name, isPublished }) => ({
          ...{ key, name },
          ...(isPublished ? {} : { note: texts.draft }),
        }))}
        onChange={(key) => onChange({ ...decision, key })}
      />
      <Select
        size="xs"
        label={texts.version}
        allowDeselect={false}
        value={decision.binding}
        data={BINDINGS.map((value) => ({ value, label: texts.binding[value] }))}
        onChange={(value) =>
          onChange({ ...decision, binding: BINDINGS.find((one) => one === value) ?? 'latest' })
        }
      />
      {decision.binding === 'version' && (
        <SettledInput
          {...{ label: texts.number, value: decision.version, hint: '1' }}
          onSave={(version) => onChange({ ...decision, version: /^\d{1,9}$/.test(version) ? version : '' })}
        />
      )}
      <SettledInput
        {...{ label: texts.result, value: decision.result, isCode: true }}
        onSave={(result) => onChange({ ...decision, result })}
      />
    </fieldset>
  )
}
