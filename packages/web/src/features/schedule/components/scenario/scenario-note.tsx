import styles from './scenario.module.css'

type Props = { readonly words: string }

/** Why something cannot be done while a scenario is open, or where it goes. */
export function ScenarioNote({ words }: Props) {
  return (
    <p role="note" className={styles.note}>
      {words}
    </p>
  )
}
