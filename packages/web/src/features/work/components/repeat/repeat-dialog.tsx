import type { RecurrenceView } from '@millrace/contract'
import type { WorkItem } from '@millrace/core/work'
import { type SyntheticEvent, useState } from 'react'
import type { Refused } from '../../../../platform/refused.ts'
import { useCommands, useDirectory } from '../../../../platform/store/index.ts'
import {
  Alert,
  Button,
  formatDay,
  formatWeekday,
  Group,
  Modal,
  notifications,
  SegmentedControl,
  Stack,
  useToday,
} from '../../../../ui/index.ts'
import { draftOf, ruleOf, upcoming } from '../../model/repeat-draft.ts'
import { ruleInWords } from '../../model/repeat-words.ts'
import { ruleInput } from '../../model/rule-input.ts'
import { textsRepeat as words } from '../../texts-repeat.ts'
import styles from './repeat.module.css'
import { RepeatEnd } from './repeat-end.tsx'
import { RepeatEvery } from './repeat-every.tsx'

type Props = {
  readonly item: WorkItem
  readonly recurrence: RecurrenceView | null
  readonly onClose: () => void
}

const SHOWN_AHEAD = 4

/** Says how an item repeats, or that it does not any more. */
export function RepeatDialog({ item, recurrence, onClose }: Props) {
  const { organisation } = useDirectory()
  const today = useToday()
  const dayOn = item.dueOn ?? item.startsOn
  const day = dayOn ?? today
  const [draft, setDraft] = useState(() =>
    draftOf(recurrence?.rule ?? null, recurrence?.ends ?? { kind: 'never' }, day),
  )
  const { isBusy, refused, run } = useKeep(item, onClose)
  const rule = ruleOf(draft, day)
  const days =
    rule &&
    upcoming(
      { rule, ends: draft.ends, dayOn },
      { today, weekStart: organisation.weekStart, count: SHOWN_AHEAD },
    )
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (rule) void run('work.repeatItem', { id: item.id, rule: ruleInput(rule), ends: draft.ends })
  }
  return (
    <Modal opened onClose={onClose} title={words.title(item.key)} size={480}>
      <form onSubmit={handleSubmit}>
        <Stack gap="sm">
          <SegmentedControl
            aria-label={words.basisLabel}
            fullWidth
            value={draft.basis}
            data={(['due', 'done'] as const).map((value) => ({ value, label: words.basis[value] }))}
            onChange={(value) => setDraft({ ...draft, basis: value === 'done' ? 'done' : 'due' })}
          />
          <span className={styles.hint}>{words.basisHint[draft.basis]}</span>
          <RepeatEvery draft={draft} weekStart={organisation.weekStart} onChange={setDraft} />
          <RepeatEnd
            ends={draft.ends}
            weekStart={organisation.weekStart}
            onChange={(ends) => setDraft({ ...draft, ends })}
          />
          {rule && (
            <p className={styles.preview} role="status">
              <strong>{words.set(ruleInWords(rule))}.</strong>{' '}
              {draft.basis === 'due' &&
                (days?.length
                  ? `${words.upcoming} ${days.map((each) => `${formatWeekday(each)} ${formatDay(each)}`).join(' · ')}`
                  : words.onlyThis)}
            </p>
          )}
          <span className={styles.hint}>{words.copies}</span>
          {refused && (
            <Alert color="red" title={refused.sentence}>
              {refused.remedy}
            </Alert>
          )}
          <Group justify={recurrence ? 'space-between' : 'end'}>
            {recurrence && (
              <Button
                variant="default"
                disabled={isBusy}
                onClick={() => void run('work.stopRepeating', { id: item.id })}
              >
                {words.stop}
              </Button>
            )}
            <Button type="submit" loading={isBusy} disabled={rule === null}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function useKeep(item: WorkItem, onDone: () => void) {
  const commands = useCommands()
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const run: typeof commands.run = async (name, input) => {
    setBusy(true)
    const outcome = await commands.run(name, input, { isSilent: true })
    setBusy(false)
    if (!outcome.ok) setRefused(outcome.refused)
    else {
      if (name === 'work.stopRepeating') notifications.show({ message: words.stopped(item.key) })
      onDone()
    }
    return outcome
  }
  return { isBusy, refused, run }
}
