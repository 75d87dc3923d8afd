import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import type { Paper } from '../../model/picture/paper.ts'
import styles from './picture.module.css'
import { addressOf } from './save-png.ts'

type Props = {
  readonly pages: readonly string[]
  readonly paper: Paper
  readonly label: (page: number) => string
  readonly onDone: () => void
}

/** Pages that are there for the printer alone: while they are printed, nothing else is. */
export function PrintPages({ pages, paper, label, onDone }: Props) {
  useEffect(() => {
    const root = document.documentElement
    root.dataset['printsPlan'] = 'yes'
    window.addEventListener('afterprint', onDone)
    void printWhenDrawn()
    return () => {
      delete root.dataset['printsPlan']
      window.removeEventListener('afterprint', onDone)
    }
  }, [onDone])
  return createPortal(
    <div className={styles.pages} data-paper={paper}>
      {pages.map((page, index) => (
        // Pages never change places.
        <img key={index} className={styles.page} src={addressOf(page)} alt={label(index + 1)} />
      ))}
    </div>,
    document.body,
  )
}

async function printWhenDrawn(): Promise<void> {
  const images = document.querySelectorAll<HTMLImageElement>(`.${styles.page ?? ''}`)
  await Promise.all([...images].map(async (image) => await image.decode().catch(() => undefined)))
  window.print()
}
