import type { SimulatedHappening } from '@millrace/core/process'
import type { MadeMove } from '../../hooks/use-simulation.ts'
import { tryTexts as texts } from '../../texts-try.ts'
import styles from './model.module.css'

type Props = {
  readonly made: readonly MadeMove[]
  readonly nameOf: (id: string) => string
  readonly onShow: (id: string) => void
}

const TOLD = ['entered', 'caught', 'threw', 'cancelled', 'stuck'] as const

/** What happened so far, step by step; a click shows where. */
export function TryTrace({ made, nameOf, onShow }: Props) {
  return (
    <section className={styles.trace} aria-label={texts.trace}>
      <h3 className={styles.kind}>{texts.trace}</h3>
      {made.length === 0 && <p className={styles.soft}>{texts.nothingYet}</p>}
      <ol>
        {numbered(made).map(({ number, one: { happened } }) => (
          <li key={number}>
            <span className={styles.soft}>{texts.step(number)}</span>
            <ul>
              {numbered(happened.filter(isTold)).map(({ number: place, one }) => (
                <li key={place}>
                  <button type="button" className={styles.quiet} onClick={() => onShow(one.at)}>
                    {texts.happened[one.kind](nameOf(one.at))}
                  </button>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  )
}

type Told = SimulatedHappening & { readonly kind: (typeof TOLD)[number] }

function isTold(one: SimulatedHappening): one is Told {
  return TOLD.some((known) => known === one.kind)
}

/** Things that are known by their place: nothing is put between them. */
function numbered<One>(ones: readonly One[]): readonly { readonly number: number; readonly one: One }[] {
  return ones.map((one, place) => ({ number: place + 1, one }))
}
