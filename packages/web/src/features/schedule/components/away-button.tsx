import { ArrowLeft, ArrowRight } from 'lucide-react'
import { dayAtX, formatDay, type Scale } from '../../../ui/index.ts'
import { awayInWords } from '../model/away-words.ts'
import { texts } from '../texts.ts'
import styles from './schedule.module.css'

/** What of the axis is in sight, and how another part of it is shown. */
export type InSight = {
  readonly seenLeft: number
  readonly seenRight: number
  readonly onShow: (x: number) => void
}

type Props = InSight & { readonly scale: Scale; readonly startX: number; readonly finishX: number }

/** Whether something on the axis is out of sight. */
export function isAway({ seenLeft, seenRight, startX, finishX }: Omit<Props, 'scale' | 'onShow'>): boolean {
  return finishX < seenLeft || startX > seenRight
}

/** At the edge of what is in sight: how far the bar of this row is away. It leads there. */
export function AwayButton({ scale, seenLeft, seenRight, startX, finishX, onShow }: Props) {
  const isBefore = finishX < seenLeft
  const px = isBefore ? seenLeft - finishX : startX - seenRight
  const far = awayInWords(px / scale.pxPerDay)
  const words = texts.goToBar(formatDay(dayAtX(scale, startX)), { far, isBefore })
  const Sign = isBefore ? ArrowLeft : ArrowRight
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles.away}
      style={isBefore ? { left: seenLeft + 4 } : { left: seenRight - 28 }}
      aria-label={words}
      title={words}
      onClick={() => onShow(startX)}
    >
      <Sign size={12} aria-hidden />
    </button>
  )
}
