import type { TemplateLineView } from '@millrace/contract'
import { ChevronLeft, ChevronRight, Plus, X } from 'lucide-react'
import { newId } from '../../../../platform/new-id.ts'
import { useDirectory } from '../../../../platform/store/index.ts'
import { ActionIcon, Button, NumberInput, Select, TextInput } from '../../../../ui/index.ts'
import { deeper, depthsOf, higher, replaced, without } from '../../model/template-outline.ts'
import { textsTemplate as words } from '../../texts-template.ts'
import styles from './template-lines.module.css'

type Props = {
  readonly lines: readonly TemplateLineView[]
  readonly onChange: (lines: readonly TemplateLineView[]) => void
}

/** The outline of a template: titles, who does it, and how many days behind the start. */
export function TemplateLines({ lines, onChange }: Props) {
  const depths = depthsOf(lines)
  const add = () => {
    const last = lines.at(-1)
    onChange([
      ...lines,
      {
        ...{ id: newId(), parentId: last?.parentId ?? null, title: '', responsibleId: null },
        ...{ startsAfter: null, dueAfter: null },
      },
    ])
  }
  return (
    <div role="group" aria-label={words.lines} className={styles.lines}>
      <div className={styles.head} aria-hidden>
        <span>{words.lines}</span>
        <span>{words.responsible}</span>
        <span>{words.starts}</span>
        <span>{words.due}</span>
        <span />
      </div>
      {lines.map((line, index) => (
        <Line
          key={line.id}
          line={line}
          place={index + 1}
          depth={depths.get(line.id) ?? 0}
          lines={lines}
          onChange={onChange}
        />
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        className={styles.add ?? ''}
        leftSection={<Plus size={13} aria-hidden />}
        onClick={add}
      >
        {words.addLine}
      </Button>
    </div>
  )
}

type LineProps = Props & { readonly line: TemplateLineView; readonly place: number; readonly depth: number }

function Line({ line, place, depth, lines, onChange }: LineProps) {
  const { people } = useDirectory()
  const name = line.title.trim() === '' ? words.line(place) : line.title
  const change = (patch: Partial<TemplateLineView>) => onChange(replaced(lines, line.id, patch))
  const days = (value: number | string) => (value === '' ? null : Math.round(Number(value)))
  return (
    <div className={styles.line}>
      <TextInput
        aria-label={words.line(place)}
        placeholder={words.untitled}
        maxLength={500}
        value={line.title}
        style={{ paddingInlineStart: depth * 18 }}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <Select
        aria-label={words.responsibleOf(name)}
        placeholder={words.nobody}
        searchable
        clearable
        value={line.responsibleId}
        data={[...people.values()]
          .filter(({ status }) => status !== 'inactive')
          .map((person) => ({ value: person.id, label: person.name }))}
        onChange={(responsibleId) => change({ responsibleId })}
      />
      <NumberInput
        aria-label={words.startsOf(name)}
        placeholder="–"
        allowDecimal={false}
        min={-3660}
        max={3660}
        value={line.startsAfter ?? ''}
        onChange={(value) => change({ startsAfter: days(value) })}
      />
      <NumberInput
        aria-label={words.dueOf(name)}
        placeholder="–"
        allowDecimal={false}
        min={-3660}
        max={3660}
        value={line.dueAfter ?? ''}
        onChange={(value) => change({ dueAfter: days(value) })}
      />
      <span className={styles.buttons}>
        <ActionIcon
          aria-label={words.higher(name)}
          disabled={depth === 0}
          onClick={() => onChange(higher(lines, line.id))}
        >
          <ChevronLeft size={14} aria-hidden />
        </ActionIcon>
        <ActionIcon
          aria-label={words.deeper(name)}
          disabled={place === 1}
          onClick={() => onChange(deeper(lines, line.id))}
        >
          <ChevronRight size={14} aria-hidden />
        </ActionIcon>
        <ActionIcon aria-label={words.removeLine(name)} onClick={() => onChange(without(lines, line.id))}>
          <X size={14} aria-hidden />
        </ActionIcon>
      </span>
    </div>
  )
}
