import { User } from 'lucide-react'
import styles from './person-avatar.module.css'

type Props = {
  /** Null: nobody. */
  readonly person: { readonly name: string; readonly colour: number } | null
  readonly size?: number
  /** Spoken and shown on hover. Left out where the name stands beside it. */
  readonly label?: string | undefined
}

/** Around the colour circle of OKLCH, where equal lightness reads as equal: initials stay legible on all. */
const HUES = [265, 290, 320, 350, 20, 45, 75, 115, 150, 180, 215, 240] as const

/** A person as initials on a calm disc. Plain elements, so that ten thousand rows can afford it. */
export function PersonAvatar({ person, size = 20, label }: Props) {
  const named =
    label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label, title: label }
  const box = { inlineSize: size, blockSize: size, fontSize: Math.max(8, Math.round(size * 0.42)) }
  if (person === null) {
    return (
      <span className={styles.nobody} style={box} {...named}>
        <User size={Math.round(size * 0.6)} strokeWidth={1.75} aria-hidden />
      </span>
    )
  }
  return (
    <span
      className={styles.person}
      style={{ ...box, backgroundColor: personColour(person.colour) }}
      // Painted by the style sheet: the initials are no part of a button's spoken or written name.
      data-initials={initials(person.name)}
      {...named}
    />
  )
}

/** A person's colour as CSS, from its number 0 to 11. */
export function personColour(colour: number): string {
  const hue = HUES[Math.abs(colour) % HUES.length] ?? HUES[0]
  return `oklch(var(--person-lightness) 0.1 ${String(hue)})`
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = words[0]?.at(0) ?? '?'
  const last = words.length > 1 ? (words.at(-1)?.at(0) ?? '') : ''
  return (first + last).toUpperCase()
}
