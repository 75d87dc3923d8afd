import type { ServiceProperties } from '../../../../ui/bpmn/index.ts'
import { SegmentedControl } from '../../../../ui/index.ts'
import { feelProblem } from '../../model/feel-problem.ts'
import { propertyTexts as texts } from '../../texts-properties.ts'
import styles from './model.module.css'
import { SettledInput } from './settled-input.tsx'

type Props = { readonly service: ServiceProperties; readonly onChange: (service: ServiceProperties) => void }

const HINTS: Readonly<Record<string, string>> = {
  method: 'POST',
  url: 'https://…/{number}',
  timeout: 'PT30S',
  retries: '3',
  backOff: 'PT10S..PT1H',
}

const FIELDS = {
  http: ['method', 'url', 'timeout', 'retries', 'backOff'],
  worker: ['topic', 'timeout', 'retries', 'backOff'],
} as const

/** What a service task calls, or by which name somebody else fetches it. */
export function ServicePart({ service, onChange }: Props) {
  const kind = service.kind === 'http' ? 'http' : 'worker'
  return (
    <fieldset className={styles.part}>
      <legend>{texts.service}</legend>
      <SegmentedControl
        size="xs"
        aria-label={texts.service}
        value={kind}
        data={(['worker', 'http'] as const).map((value) => ({ value, label: texts.serviceKind[value] }))}
        onChange={(value) => onChange({ ...service, kind: value })}
      />
      {FIELDS[kind].map((field) => (
        <SettledInput
          key={field}
          label={texts.serviceField[field]}
          hint={HINTS[field] ?? ''}
          value={service[field]}
          isCode
          onSave={(text) => onChange({ ...service, kind, [field]: text })}
        />
      ))}
      {kind === 'http' && (
        <SettledInput
          {...{ label: texts.serviceField.body, value: service.body, problemOf: feelProblem }}
          isLong
          isCode
          onSave={(body) => onChange({ ...service, kind, body })}
        />
      )}
    </fieldset>
  )
}
