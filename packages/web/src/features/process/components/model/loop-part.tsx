import type { LoopProperties } from '../../../../ui/bpmn/index.ts'
import { Checkbox, SegmentedControl } from '../../../../ui/index.ts'
import { propertyTexts as texts } from '../../texts-properties.ts'
import { FeelField } from './feel-field.tsx'
import styles from './model.module.css'
import { SettledInput } from './settled-input.tsx'

type Props = { readonly loop: LoopProperties; readonly onChange: (loop: LoopProperties) => void }

const NEW: Readonly<Record<LoopProperties['kind'], LoopProperties>> = {
  once: { kind: 'once' },
  again: { kind: 'again', condition: '', max: '', isTestedBefore: false },
  each: { kind: 'each', isSequential: false, count: '', list: '', element: '', enough: '' },
}
/** Where an example is a word, it is one of the language. */
const HINTS = { ...texts.loopHint, count: '3', enough: 'numberOfCompletedInstances >= 2' } as const
const KINDS = ['once', 'again', 'each'] as const

/** Whether an activity is done once, as long as something holds, or for each of a list. */
export function LoopPart({ loop, onChange }: Props) {
  return (
    <fieldset className={styles.part}>
      <legend>{texts.loop}</legend>
      <SegmentedControl
        size="xs"
        aria-label={texts.loop}
        value={loop.kind}
        data={KINDS.map((value) => ({ value, label: texts.loopKind[value] }))}
        onChange={(value) => onChange(NEW[KINDS.find((kind) => kind === value) ?? 'once'])}
      />
      {loop.kind === 'again' && <Again loop={loop} onChange={onChange} />}
      {loop.kind === 'each' && <Each loop={loop} onChange={onChange} />}
    </fieldset>
  )
}

type Of<Kind extends LoopProperties['kind']> = {
  readonly loop: Extract<LoopProperties, { readonly kind: Kind }>
  readonly onChange: (loop: LoopProperties) => void
}

function Again({ loop, onChange }: Of<'again'>) {
  return (
    <>
      <FeelField
        {...{ label: texts.loopField.condition, value: loop.condition }}
        onSave={(condition) => onChange({ ...loop, condition })}
      />
      <SettledInput
        {...{ label: texts.loopField.max, value: loop.max }}
        onSave={(max) => onChange({ ...loop, max: /^\d*$/.test(max) ? max : loop.max })}
      />
      <Checkbox
        size="xs"
        label={texts.loopField.isTestedBefore}
        checked={loop.isTestedBefore}
        onChange={(event) => onChange({ ...loop, isTestedBefore: event.currentTarget.checked })}
      />
    </>
  )
}

function Each({ loop, onChange }: Of<'each'>) {
  return (
    <>
      {(['list', 'element', 'count', 'enough'] as const).map((field) => (
        <FeelField
          key={field}
          {...{ label: texts.loopField[field], hint: HINTS[field], value: loop[field] }}
          onSave={(text) => onChange({ ...loop, [field]: text })}
        />
      ))}
      <Checkbox
        size="xs"
        label={texts.loopField.isSequential}
        checked={loop.isSequential}
        onChange={(event) => onChange({ ...loop, isSequential: event.currentTarget.checked })}
      />
    </>
  )
}
