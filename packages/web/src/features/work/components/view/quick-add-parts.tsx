import type { QuickAddPart } from '@millrace/core/work'
import { Repeat, X } from 'lucide-react'
import { useDirectory } from '../../../../platform/store/index.ts'
import {
  formatDayInWords,
  formatEffort,
  KindGlyph,
  PersonAvatar,
  PRIORITY_NAMES,
  PriorityMark,
  useToday,
} from '../../../../ui/index.ts'
import { useQuickAdd } from '../../hooks/use-quick-add.ts'
import { ruleInWords } from '../../model/repeat-words.ts'
import { textsQuickAdd } from '../../texts-quick-add.ts'
import { LabelDot } from '../marks/label-dot.tsx'
import styles from './quick-add-parts.module.css'

type Props = {
  /** The line as it is typed. */
  readonly line: string
  /** What to show while the line says nothing. */
  readonly hint?: string
  readonly onChange: (line: string) => void
}

/** What a typed line says about the new item, each with a way to leave it in the title instead. */
export function QuickAddParts({ line, hint, onChange }: Props) {
  const read = useQuickAdd()
  const { parts, unclear } = read(line)
  if (parts.length === 0 && unclear.length === 0)
    return hint === undefined ? null : <span className={styles.hint}>{hint}</span>
  return (
    <span className={styles.parts} role="status" aria-label={textsQuickAdd.understood}>
      {parts.map((part) => (
        <span key={part.from} className={styles.part}>
          <PartValue part={part} />
          <button
            type="button"
            className={styles.keep}
            tabIndex={-1}
            aria-label={textsQuickAdd.keep(line.slice(part.from, part.to))}
            title={textsQuickAdd.keep(line.slice(part.from, part.to))}
            // Otherwise the line being written would lose the focus, and close.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChange(`${line.slice(0, part.from)}\\${line.slice(part.from)}`)}
          >
            <X size={12} aria-hidden />
          </button>
        </span>
      ))}
      {unclear.map(({ text, reason }) => (
        <span key={text} className={styles.unclear}>
          {textsQuickAdd[reason](text)}
        </span>
      ))}
    </span>
  )
}

function PartValue({ part: { kind, values } }: { readonly part: QuickAddPart }) {
  const { people, labels, containers } = useDirectory()
  const today = useToday()
  switch (kind) {
    case 'responsible': {
      const person = people.get(values.responsibleId ?? '')
      return (
        <>
          <PersonAvatar person={person ?? null} size={16} /> {person?.name}
        </>
      )
    }
    case 'label': {
      const label = labels.get(values.labelIds?.[0] ?? '')
      return (
        <>
          <LabelDot colour={label?.colour ?? ''} /> {label?.name}
        </>
      )
    }
    case 'container': {
      const container = containers.get(values.containerId ?? '')
      return (
        <>
          {container && <KindGlyph kind={container.kind} />} {container?.name}
        </>
      )
    }
    case 'priority':
      return (
        <>
          <PriorityMark priority={values.priority ?? 0} /> {PRIORITY_NAMES[values.priority ?? 0]}
        </>
      )
    case 'due':
      return textsQuickAdd.due(formatDayInWords(values.dueOn ?? today, today))
    case 'repeats':
      return (
        <>
          <Repeat size={12} aria-hidden /> {values.repeats && ruleInWords(values.repeats)}
        </>
      )
    default:
      return textsQuickAdd.effort(formatEffort(values.effortMin ?? 0))
  }
}
