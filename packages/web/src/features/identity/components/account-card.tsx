import type { ReactNode } from 'react'
import styles from './account-card.module.css'
import { LanguageLinks } from './language-links.tsx'

type Props = { readonly title: string; readonly children: ReactNode; readonly foot: ReactNode }

/** The frame of the pages before anybody is signed in. */
export function AccountCard({ title, children, foot }: Props) {
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <img src="/millrace.svg" alt="" width={36} height={36} />
        <h1 className={styles.title}>{title}</h1>
        {children}
      </div>
      {foot && <p className={styles.foot}>{foot}</p>}
      <LanguageLinks />
    </main>
  )
}
