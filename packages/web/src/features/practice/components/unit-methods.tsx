import type { AdoptionView, ListedPractice } from '@millrace/contract'
import { ADOPTION_STATES } from '@millrace/core/practice'
import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { paths, useSlug } from '../../../platform/navigation.ts'
import { newId } from '../../../platform/new-id.ts'
import { callOf, type Team, useCommands } from '../../../platform/store/index.ts'
import { Button, formatDay, Link, PlainTable, Section, Select, useToday } from '../../../ui/index.ts'
import { usePractices } from '../hooks/use-practices.ts'
import { textsUnits as texts } from '../texts-units.ts'
import { MoveDialog } from './move-dialog.tsx'
import styles from './practice.module.css'
import { ReviewDialog } from './review-dialog.tsx'

const { column } = texts

type Props = {
  readonly team: Team
  readonly adoptions: readonly AdoptionView[]
  readonly canKeep: boolean
}

/** Half a year. */
const REVIEW_DAYS = 180

/** The practices that a unit works by, how far it is with each, and when to look again. */
export function UnitMethods({ team, adoptions, canKeep }: Props) {
  const practices = usePractices().data?.practices ?? []
  const today = useToday()
  const overdue = adoptions.filter((one) => isOverdue(one, today)).length
  const note =
    overdue > 0
      ? `${texts.count(adoptions.length)}, ${texts.overdueCount(overdue)}`
      : texts.count(adoptions.length)
  return (
    <div className={styles.group}>
      <Section
        title={team.name}
        sentence={note}
        actions={canKeep && <ChoosePractice {...{ team, adoptions, practices }} />}
      >
        {adoptions.length === 0 ? (
          <p className={styles.soft}>{texts.empty}</p>
        ) : (
          <PlainTable label={team.name} narrow="cards" columns={Object.values(column)}>
            {adoptions.map((adoption) => (
              <MethodRow
                key={adoption.id}
                adoption={adoption}
                team={team}
                name={practices.find(({ id }) => id === adoption.practiceId)?.name ?? ''}
                canKeep={canKeep}
              />
            ))}
          </PlainTable>
        )}
      </Section>
    </div>
  )
}

function isOverdue({ nextReviewOn, state }: AdoptionView, today: string): boolean {
  return nextReviewOn !== null && state !== 'retired' && nextReviewOn < today
}

type ChooseProps = Omit<Props, 'canKeep'> & { readonly practices: readonly ListedPractice[] }

function ChoosePractice({ team, adoptions, practices }: ChooseProps) {
  const { run } = useCommands()
  const taken = new Set(adoptions.map(({ practiceId }) => practiceId))
  const free = practices.filter(({ id, archivedAt }) => archivedAt === null && !taken.has(id))
  return (
    <Select
      size="xs"
      aria-label={texts.chooseFor(team.name)}
      placeholder={texts.choose}
      searchable
      value={null}
      data={free.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(practiceId) => {
        if (practiceId === null) return
        const id = newId()
        const name = free.find((practice) => practice.id === practiceId)?.name ?? ''
        void run(
          'practice.chooseForTeam',
          { id, practiceId, teamId: team.id, reviewDays: REVIEW_DAYS },
          {
            undoLabel: texts.chosen(name, team.name),
            back: [callOf('practice.leaveOutForTeam', { id })],
          },
        )
      }}
    />
  )
}

type RowProps = {
  readonly adoption: AdoptionView
  readonly team: Team
  readonly name: string
  readonly canKeep: boolean
}

function MethodRow({ adoption, team, name, canKeep }: RowProps) {
  const slug = useSlug()
  const today = useToday()
  const [open, setOpen] = useState<'move' | 'review' | null>(null)
  const { state, nextReviewOn } = adoption
  return (
    <tr>
      <td data-label={column.practice}>
        <Link to={paths.practice(slug, adoption.practiceId)} className={styles.name}>
          {name}
        </Link>
      </td>
      <td data-label={column.state}>
        {state === null ? texts.chosenOnly : texts.state[state]}{' '}
        {state !== null && state !== 'retired' && (
          <span className={styles.soft}>{texts.place(ADOPTION_STATES.indexOf(state) + 1)}</span>
        )}
      </td>
      <td data-label={column.review}>
        {nextReviewOn === null ? (
          texts.never
        ) : isOverdue(adoption, today) ? (
          <span className={styles.gap}>
            <TriangleAlert size={13} aria-hidden />
            {texts.overdue} {formatDay(nextReviewOn)}
          </span>
        ) : (
          formatDay(nextReviewOn)
        )}
      </td>
      <td>
        {canKeep && (
          <>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={texts.moveFor(name)}
              onClick={() => setOpen('move')}
            >
              {texts.move}
            </Button>
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={texts.reviewFor(name)}
              onClick={() => setOpen('review')}
            >
              {texts.review}
            </Button>
            {state === null && <LeaveOut {...{ adoption, team, name }} />}
          </>
        )}
        {open === 'move' && <MoveDialog {...{ adoption, name }} onClose={() => setOpen(null)} />}
        {open === 'review' && <ReviewDialog {...{ adoption, team, name }} onClose={() => setOpen(null)} />}
      </td>
    </tr>
  )
}

function LeaveOut({ adoption, team, name }: Omit<RowProps, 'canKeep'>) {
  const { run } = useCommands()
  const { id, practiceId, teamId, reviewDays } = adoption
  const back = [callOf('practice.chooseForTeam', { id, practiceId, teamId, reviewDays })]
  return (
    <Button
      size="compact-xs"
      variant="subtle"
      onClick={() =>
        void run('practice.leaveOutForTeam', { id }, { undoLabel: texts.leftOut(name, team.name), back })
      }
    >
      {texts.leaveOut}
    </Button>
  )
}
