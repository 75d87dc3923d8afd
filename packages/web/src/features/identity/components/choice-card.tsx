import type { LucideIcon } from 'lucide-react'
import styles from './choice-card.module.css'

type Props = {
  readonly glyph: LucideIcon
  readonly title: string
  readonly sentence: string
  readonly isChosen: boolean
  readonly onChoose: () => void
}

/** One of a few big choices. */
export function ChoiceCard({ glyph: Glyph, title, sentence, isChosen, onChoose }: Props) {
  return (
    <button type="button" className={styles.card} aria-pressed={isChosen} onClick={onChoose}>
      <Glyph size={22} strokeWidth={1.6} aria-hidden />
      <strong className={styles.title}>{title}</strong>
      <span className={styles.sentence}>{sentence}</span>
    </button>
  )
}
