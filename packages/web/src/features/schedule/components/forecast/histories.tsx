import type { ForecastView } from '@millrace/contract'
import { HISTORY_MIN } from '@millrace/core/schedule'
import { textsShape as words } from '../../texts-shape.ts'
import styles from './forecast.module.css'

type Props = { readonly histories: ForecastView['histories'] }

/** How much finished work there is of each kind, and where it is too little to go by. */
export function Histories({ histories }: Props) {
  return (
    <ul className={styles.assumptions}>
      {histories.map(({ kind, samples, openItems, isEnough }) => (
        <li key={kind}>
          {isEnough
            ? words.history({ kind, samples, items: openItems })
            : words.tooFew({ kind, samples, needed: HISTORY_MIN })}
        </li>
      ))}
    </ul>
  )
}
