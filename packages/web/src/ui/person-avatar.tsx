import { User } from 'lucide-react'
import styles from './person-avatar.module.css'

type Props = {
  /** Null: nobody. */
  readonly person: { readonly name: string; readonly colour: number } | null
  readonly size?: number
  /** Spoken and shown on hover. Left out where the name stands beside it. */
  readonly label?: string
}

const HUES = [225, 262, 291, 330, 8, 28, 88, 145, 172, 192, 207, 245] as const

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
  const hue = HUES[Math.abs(person.colour) % HUES.length] ?? HUES[0]
  return (
    <span
      className={styles.person}
      style={{ ...box, backgroundColor: `hsl(${String(hue)} 42% var(--person-lightness))` }}
      {...named}
    >
      {initials(person.name)}
    </span>
  )
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = words[0]?.at(0) ?? '?'
  const last = words.length > 1 ? (words.at(-1)?.at(0) ?? '') : ''
  return (first + last).toUpperCase()
}
