import { useDirectory } from '../../../platform/store/index.ts'
import { RelativeTime } from '../../../ui/index.ts'
import { useAdoptionSteps } from '../hooks/use-adoptions.ts'
import { textsUnits as texts } from '../texts-units.ts'
import styles from './practice.module.css'

type Props = { readonly id: string }

/** How a practice came to where it is in a unit, with what showed it. */
export function AdoptionHistory({ id }: Props) {
  const { people } = useDirectory()
  const { data } = useAdoptionSteps(id)
  if (!data) return null
  return (
    <div className={styles.group}>
      <h3 className={styles.heading}>{texts.history}</h3>
      {data.steps.length === 0 && <p className={styles.soft}>{texts.noHistory}</p>}
      {data.steps.map((step) => (
        <div key={step.number} className={styles.step}>
          <span>
            {people.get(step.personId ?? '')?.name}{' '}
            {step.kind === 'review' || step.to === null ? texts.reviewed : texts.moved(texts.state[step.to])}{' '}
            <span className={styles.soft}>
              <RelativeTime at={step.at} />
            </span>
          </span>
          <ul>
            {step.evidence.map(({ check, note }) => (
              <li key={check}>
                {checkWords(check)}: {note}
              </li>
            ))}
            {step.note !== '' && <li>{step.note}</li>}
          </ul>
        </div>
      ))}
    </div>
  )
}

function checkWords(check: string): string {
  const known: Readonly<Record<string, string>> = texts.check
  return known[check] ?? check
}
