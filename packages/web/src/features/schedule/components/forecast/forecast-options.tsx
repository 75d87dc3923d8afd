import type { ForecastView, ForecastOptions as Options } from '@millrace/contract'
import { ESTIMATE_SHAPES } from '@millrace/core/schedule'
import { type FormEvent, useState } from 'react'
import { useDirectory } from '../../../../platform/store/index.ts'
import { Button, DayField, NumberInput, Select, Switch } from '../../../../ui/index.ts'
import { textsShape as words } from '../../texts-shape.ts'
import styles from './forecast.module.css'
import { Histories } from './histories.tsx'

type Props = {
  readonly forecast: ForecastView
  readonly onRun: (options: Options) => void
}

/** What a field means stands below it, so that the fields stand in a row. */
const ORDER = ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[] // Names of its parts.
const RUNS = { min: 100, max: 100_000 }
const SEED_MAX = 2_147_483_647

/** How a forecast is made: what was asked for last, to be changed and asked for anew. */
export function ForecastOptions({ forecast, onRun }: Props) {
  const { organisation } = useDirectory()
  const [changed, setChanged] = useState<Partial<Options>>({})
  const options = { ...forecast.options, ...changed }
  const change = (values: Partial<Options>) => setChanged((before) => ({ ...before, ...values }))
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    onRun(options)
    setChanged({})
  }
  const number = (name: 'runs' | 'seed', { min, max }: { readonly min: number; readonly max: number }) => (
    <NumberInput
      label={words[name]}
      inputWrapperOrder={ORDER}
      {...(name === 'seed' ? { description: words.seedWhy } : {})}
      min={min}
      max={max}
      clampBehavior="strict"
      allowDecimal={false}
      hideControls
      value={options[name]}
      onChange={(value) => change({ [name]: Math.max(min, Number(value)) })}
    />
  )
  return (
    <details className={styles.more}>
      <summary>{words.title}</summary>
      <form className={styles.form} onSubmit={handleSubmit}>
        <div className={styles.fields}>
          <Select
            label={words.shape}
            inputWrapperOrder={ORDER}
            description={words.shapeWhy[options.shape]}
            allowDeselect={false}
            data={ESTIMATE_SHAPES.map((value) => ({ value, label: words.shapes[value] }))}
            value={options.shape}
            onChange={(value) =>
              change({ shape: ESTIMATE_SHAPES.find((known) => known === value) ?? options.shape })
            }
          />
          <NumberInput
            label={words.together}
            inputWrapperOrder={ORDER}
            description={words.togetherWhy}
            min={0}
            max={100}
            clampBehavior="strict"
            hideControls
            value={Math.round(options.correlation * 100)}
            onChange={(value) => change({ correlation: Number(value) / 100 })}
          />
          <DayField
            label={words.startOn}
            value={options.startOn}
            weekStart={organisation.weekStart}
            onChange={(startOn) => change({ startOn })}
          />
          {number('runs', RUNS)}
          {number('seed', { min: 0, max: SEED_MAX })}
        </div>
        <Switch
          size="xs"
          label={words.levelled}
          description={words.levelledWhy}
          checked={options.isLevelled}
          onChange={(event) => change({ isLevelled: event.currentTarget.checked })}
        />
        {options.shape === 'history' && <Histories histories={forecast.histories} />}
        <Button className={styles.run ?? ''} size="xs" type="submit">
          {words.run}
        </Button>
      </form>
    </details>
  )
}
