import type { MappingProperties } from '../../../../ui/bpmn/index.ts'
import { describeTexts } from '../../texts-describe.ts'
import styles from './model.module.css'
import { type Pair, PairRows } from './pair-rows.tsx'

type Props = {
  readonly mapping: MappingProperties
  /** What comes out is the answer of an address. */
  readonly isHttp: boolean
  readonly onChange: (mapping: MappingProperties) => void
}

const texts = describeTexts.mapping
const isFeel = () => true
const isPlain = () => false

/** What an activity is given, and what is taken from what it says. */
export function MappingPart({ mapping, isHttp, onChange }: Props) {
  const rowsOf = (side: keyof MappingProperties): readonly Pair[] =>
    mapping[side].map(({ source, target }) => [source, target])
  const write = (side: keyof MappingProperties, rows: readonly Pair[]) =>
    onChange({ ...mapping, [side]: rows.map(([source, target]) => ({ source, target })) })
  return (
    <fieldset className={styles.part}>
      <legend>{texts.title}</legend>
      {(['inputs', 'outputs'] as const).map((side) => (
        <PairRows
          key={side}
          label={texts[side]}
          rows={rowsOf(side)}
          names={[texts.source, texts.target]}
          hints={[isHttp && side === 'outputs' ? texts.httpHint : texts.hint, '']}
          areFeel={[isFeel, isPlain]}
          onChange={(rows) => write(side, rows)}
        />
      ))}
      {mapping.outputs.length === 0 && <p className={styles.soft}>{texts.about}</p>}
    </fieldset>
  )
}
