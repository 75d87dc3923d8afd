import type { ReactNode } from 'react'
import styles from './section.module.css'

type Props = {
  readonly title: string
  readonly sentence?: ReactNode
  readonly actions?: ReactNode
  readonly children?: ReactNode
}

/** A headed part of a settings page. */
export function Section({ title, sentence, actions, children }: Props) {
  return (
    <section className={styles.section}>
      <div className={styles.head}>
        <div>
          <h2 className={styles.title}>{title}</h2>
          {sentence !== undefined && <p className={styles.sentence}>{sentence}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  )
}
