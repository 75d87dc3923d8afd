import type { StateGroup } from '@millrace/core/work'
import type { ReactNode } from 'react'
import styles from './state-shape.module.css'

type Props = {
  readonly group: StateGroup
  readonly size?: number
  /** Spoken name; left out where the text beside it says the same. */
  readonly label?: string
}

const ring = <circle cx="7" cy="7" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />

/** Inside a 14 x 14 box. The groups differ in shape, so that colour is never needed to tell them apart. */
const SHAPES: Readonly<Record<StateGroup, ReactNode>> = {
  backlog: (
    <circle
      cx="7"
      cy="7"
      r="5.25"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeDasharray="1.6 2.1"
    />
  ),
  ready: ring,
  inProgress: (
    <>
      {ring}
      <path d="M7 4a3 3 0 0 1 0 6z" fill="currentColor" />
    </>
  ),
  waiting: (
    <>
      {ring}
      <path d="M5.7 4.8v4.4M8.3 4.8v4.4" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    </>
  ),
  inReview: (
    <>
      {ring}
      <path d="M7 7V4a3 3 0 1 1-3 3z" fill="currentColor" />
    </>
  ),
  done: (
    <>
      <circle cx="7" cy="7" r="6" fill="currentColor" />
      <path
        d="m4.4 7.2 1.8 1.8 3.4-3.7"
        fill="none"
        stroke="var(--surface)"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
}

/** A state as a shape: dotted, ring, half, pause, three quarters, filled. */
export function StateShape({ group, size = 14, label }: Props) {
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <svg width={size} height={size} viewBox="0 0 14 14" className={styles[group]} {...named}>
      {SHAPES[group]}
    </svg>
  )
}
