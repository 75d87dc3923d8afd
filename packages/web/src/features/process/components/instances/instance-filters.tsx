import type { InstanceFilter, StepView } from '@millrace/contract'
import { Search } from 'lucide-react'
import { SegmentedControl, Select, TextInput } from '../../../../ui/index.ts'
import { texts } from '../../texts.ts'
import { textsRepair as words } from '../../texts-repair.ts'
import { textsSuspend } from '../../texts-suspend.ts'
import styles from './instances.module.css'

type Props = {
  readonly filter: InstanceFilter
  readonly steps: readonly StepView[]
  readonly newest: number
  readonly onFilter: (filter: InstanceFilter) => void
}

const STATES = ['running', 'suspended', 'finished', 'cancelled', 'failed'] as const
const TROUBLES = ['incident', 'late'] as const
const AGES = ['60', '1440', '10080'] as const

/** Which instances are shown: by their state, place, version, trouble, age, and a word of their title. */
export function InstanceFilters({ filter, steps, newest, onFilter }: Props) {
  const { state = 'running', elementId, modelNumber, trouble, olderThanMin, text = '' } = filter
  const change = (part: keyof InstanceFilter, value: string | number | null) => {
    const { [part]: _, ...rest } = filter
    onFilter(value === null || value === '' ? rest : { ...rest, [part]: value })
  }
  return (
    <div className={styles.filters} role="search">
      <SegmentedControl
        size="xs"
        aria-label={texts.stateLabel}
        value={state}
        onChange={(value) => change('state', value)}
        data={STATES.map((value) => ({
          value,
          label: value === 'suspended' ? textsSuspend.filter : texts.state[value],
        }))}
      />
      <TextInput
        size="xs"
        aria-label={words.filterText}
        placeholder={words.filterText}
        leftSection={<Search size={14} aria-hidden />}
        value={text}
        maxLength={200}
        onChange={(event) => change('text', event.currentTarget.value)}
      />
      {(state === 'running' || state === 'suspended') && (
        <>
          <Select
            size="xs"
            aria-label={words.stepLabel}
            placeholder={words.anyStep}
            data={steps.map((step) => ({ value: step.elementId, label: step.name }))}
            value={elementId ?? null}
            searchable
            clearable
            onChange={(value) => change('elementId', value)}
          />
          <Select
            size="xs"
            aria-label={words.troubleLabel}
            placeholder={words.anyTrouble}
            data={TROUBLES.map((value) => ({ value, label: words.trouble[value] }))}
            value={trouble ?? null}
            clearable
            onChange={(value) => change('trouble', value)}
          />
        </>
      )}
      {newest > 1 && (
        <Select
          size="xs"
          aria-label={words.versionLabel}
          placeholder={words.anyVersion}
          data={Array.from({ length: newest }, (_, place) => String(newest - place))}
          value={modelNumber === undefined ? null : String(modelNumber)}
          clearable
          onChange={(value) => change('modelNumber', value === null ? null : Number(value))}
        />
      )}
      <Select
        size="xs"
        aria-label={words.ageLabel}
        placeholder={words.anyOld}
        data={AGES.map((value) => ({ value, label: words.ages[value] ?? value }))}
        value={AGES.find((age) => Number(age) === olderThanMin) ?? null}
        clearable
        onChange={(value) => change('olderThanMin', value === null ? null : Number(value))}
      />
    </div>
  )
}
