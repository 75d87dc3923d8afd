import { Box, Folder, List, Workflow } from 'lucide-react'
import styles from './kind-glyph.module.css'

export type ContainerKind = 'project' | 'process' | 'case' | 'list'

type Props = {
  readonly kind: ContainerKind
  readonly size?: number
  /** Spoken name; left out where the text beside it says the same. */
  readonly label?: string
}

const GLYPHS = { project: Box, process: Workflow, case: Folder, list: List } as const

/** The sign of a kind of work: cube, flow, folder or list, each in its colour. */
export function KindGlyph({ kind, size = 15, label }: Props) {
  const Glyph = GLYPHS[kind]
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return <Glyph size={size} strokeWidth={1.75} className={styles[kind]} {...named} />
}
