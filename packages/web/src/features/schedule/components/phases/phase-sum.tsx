import type { PhaseSumsView } from '@millrace/contract'
import { useDirectory } from '../../../../platform/store/index.ts'
import { sumWords } from '../../model/sum-words.ts'
import { textsPhases as words } from '../../texts-phases.ts'
import styles from './phases.module.css'

type Props = {
  readonly sum: PhaseSumsView['whole']
  /** What it is the sum of, where nothing around says so. */
  readonly name?: string
}

/** What a phase or the project takes, in one line. */
export function PhaseSum({ sum, name }: Props) {
  const { organisation } = useDirectory()
  const said = sumWords(sum, organisation.currency)
  if (said.length === 0 && name === undefined) return null
  return (
    <p className={styles.sum} title={words.sumHint}>
      {name !== undefined && <b>{name}</b>}
      {(said.length === 0 ? [words.nothingKnown] : said).map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  )
}
