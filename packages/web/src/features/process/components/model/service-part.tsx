import { SERVICE_METHODS } from '@millrace/core/process'
import type { ServiceProperties } from '../../../../ui/bpmn/index.ts'
import { SegmentedControl, Select } from '../../../../ui/index.ts'
import { describeTexts } from '../../texts-describe.ts'
import { FeelField } from './feel-field.tsx'
import styles from './model.module.css'
import { PairRows } from './pair-rows.tsx'
import { SettledInput } from './settled-input.tsx'

type Props = {
  readonly service: ServiceProperties
  /** Whether it may send its message instead. */
  readonly maySend: boolean
  readonly onChange: (service: ServiceProperties) => void
}

const texts = describeTexts.service
/** What holds where nothing is said, as `service.ts` of core has it. */
const USUAL = { timeout: 'PT30S', retries: '3', backOff: 'PT10S..PT1H' } as const

const KINDS = { ...texts.kind, http: 'HTTP' } as const

const isFeel = (text: string) => text.startsWith('=')
const isPlain = () => false

/** What a service task calls, or by which name somebody else fetches it. */
export function ServicePart({ service, maySend, onChange }: Props) {
  const kind = service.kind === 'http' ? 'http' : service.kind === '' ? 'message' : 'worker'
  const kinds = maySend ? (['message', 'worker', 'http'] as const) : (['worker', 'http'] as const)
  const write = (said: Partial<ServiceProperties>) =>
    onChange({ ...service, kind: kind === 'message' ? '' : kind, ...said })
  return (
    <fieldset className={styles.part}>
      <legend>{texts.title}</legend>
      <SegmentedControl
        size="xs"
        aria-label={texts.title}
        value={kind}
        data={kinds.map((value) => ({ value, label: KINDS[value] }))}
        onChange={(value) => write({ kind: value === 'message' ? '' : value })}
      />
      <p className={styles.soft}>{texts.about[kind]}</p>
      {kind === 'worker' && (
        <SettledInput
          {...{ label: texts.topic, value: service.topic, isCode: true }}
          onSave={(topic) => write({ topic })}
        />
      )}
      {kind === 'http' && <HttpFields service={service} onChange={write} />}
      {kind !== 'message' && <RetryFields {...{ service, kind }} onChange={write} />}
    </fieldset>
  )
}

type FieldsProps = {
  readonly service: ServiceProperties
  readonly onChange: (said: Partial<ServiceProperties>) => void
}

function HttpFields({ service, onChange }: FieldsProps) {
  const method = service.method.toUpperCase() || 'POST'
  return (
    <>
      <Select
        size="xs"
        label={texts.method}
        allowDeselect={false}
        data={[...SERVICE_METHODS]}
        value={SERVICE_METHODS.find((one) => one === method) ?? null}
        onChange={(chosen) => onChange({ method: chosen ?? 'POST' })}
      />
      <SettledInput
        {...{ label: texts.url, hint: texts.urlHint, value: service.url, isCode: true }}
        onSave={(url) => onChange({ url })}
      />
      {method !== 'GET' && method !== 'DELETE' && (
        <FeelField
          {...{ label: texts.body, hint: texts.bodyHint, value: service.body, isLong: true }}
          onSave={(body) => onChange({ body })}
        />
      )}
      <PairRows
        label={texts.errors}
        rows={service.errors.map(({ status, code }) => [status, code] as const)}
        names={[texts.errorStatus, texts.errorCode]}
        hints={['404, 4xx', 'not-found']}
        areFeel={[isPlain, isPlain]}
        onChange={(rows) => onChange({ errors: rows.map(([status, code]) => ({ status, code })) })}
      />
    </>
  )
}

function RetryFields({ service, kind, onChange }: FieldsProps & { readonly kind: 'http' | 'worker' }) {
  const fields =
    kind === 'http' ? (['timeout', 'retries', 'backOff'] as const) : (['retries', 'backOff'] as const)
  return (
    <>
      <PairRows
        label={texts.headers}
        rows={service.headers.map(({ name, value }) => [name, value] as const)}
        names={[texts.headerName, texts.headerValue]}
        hints={['X-Kind', '= kind']}
        areFeel={[isPlain, isFeel]}
        onChange={(rows) => onChange({ headers: rows.map(([name, value]) => ({ name, value })) })}
      />
      {fields.map((field) => (
        <SettledInput
          key={field}
          {...{ label: texts[field], value: service[field], isCode: true }}
          hint={texts.usual(USUAL[field])}
          onSave={(text) => onChange({ [field]: text })}
        />
      ))}
    </>
  )
}
