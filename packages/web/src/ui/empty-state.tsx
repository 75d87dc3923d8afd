import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import styles from './empty-state.module.css'
import { Kbd } from './kbd.tsx'
import { texts } from './texts.ts'

type Action = { readonly label: string; readonly onClick: () => void; readonly keys?: string }

type Props = {
  readonly glyph?: ReactNode
  readonly title: string
  /** What this place is for, in one sentence. */
  readonly sentence: string
  readonly action?: Action
  /** Where to see one that is filled, labelled "Show me an example" unless it says otherwise. */
  readonly example?: Omit<Action, 'label'> & { readonly label?: string }
  readonly children?: ReactNode
  /** When it is all there is on the page, it carries the page's heading. */
  readonly isPage?: boolean
}

/** What a place is for, the one thing to do next, and an example to look at. */
export function EmptyState({ glyph, title, sentence, action, example, children, isPage = false }: Props) {
  const Heading = isPage ? 'h1' : 'h2'
  return (
    <div className={styles.empty}>
      {glyph !== undefined && (
        <div className={styles.glyph} aria-hidden>
          {glyph}
        </div>
      )}
      <Heading className={styles.title}>{title}</Heading>
      <p className={styles.sentence}>{sentence}</p>
      {children}
      <div className={styles.actions}>
        {action && (
          <Button
            onClick={action.onClick}
            rightSection={action.keys === undefined ? undefined : <Kbd keys={action.keys} />}
          >
            {action.label}
          </Button>
        )}
        {example && (
          <Button variant="subtle" onClick={example.onClick}>
            {example.label ?? texts.example}
          </Button>
        )}
      </div>
    </div>
  )
}
