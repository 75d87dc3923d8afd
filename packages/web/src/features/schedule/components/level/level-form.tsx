import type { OutsideWorkView } from '@millrace/contract'
import type { ReactNode } from 'react'
import { Checkbox, DayField, Select } from '../../../../ui/index.ts'
import { PROJECT_WEIGHTS, type ProjectWeight } from '../../model/level/level-part.ts'
import type { LevelBudget } from '../../model/level/level-words.ts'
import { textsLevel } from '../../texts-level.ts'
import { textsShared } from '../../texts-shared.ts'
import styles from './level-dialog.module.css'

const BUDGETS = {
  short: { kind: 'time', ms: 2_000 },
  usual: { kind: 'time', ms: 10_000 },
  long: { kind: 'time', ms: 60_000 },
  few: { kind: 'orders', count: 1_000 },
  many: { kind: 'orders', count: 10_000 },
} as const satisfies Readonly<Record<string, LevelBudget>>
export type BudgetName = keyof typeof BUDGETS
const NAMES: readonly BudgetName[] = ['short', 'usual', 'long', 'few', 'many']

/** How long a choice of the form searches. */
export function budgetOf(name: BudgetName): LevelBudget {
  return BUDGETS[name]
}

/** What people choose before a plan is levelled. */
export type LevelChoice = {
  readonly budget: BudgetName
  /** What begins before this day stays. */
  readonly staysBefore: string
  readonly isByPriority: boolean
  /** The projects that are levelled together, this one among them, by their ids. */
  readonly weights: ReadonlyMap<string, ProjectWeight>
}

type Props = {
  readonly choice: LevelChoice
  readonly onChoice: (choice: LevelChoice) => void
  readonly own: { readonly containerId: string; readonly name: string }
  readonly others: OutsideWorkView['projects']
  readonly hasNameless: boolean
  readonly today: string
  /** Buttons. */
  readonly children: ReactNode
}

/** What is to stay, how long is searched, and which projects are levelled together. */
export function LevelForm({ choice, onChoice, own, others, hasNameless, today, children }: Props) {
  const { weights } = choice
  const weigh = (id: string, weight: ProjectWeight | null) => {
    const next = new Map(weights)
    if (weight === null) next.delete(id)
    else next.set(id, weight)
    onChoice({ ...choice, weights: next })
  }
  return (
    <>
      <div className={styles.form}>
        <DayField
          label={textsLevel.stays}
          value={choice.staysBefore}
          onChange={(day) => onChoice({ ...choice, staysBefore: day ?? today })}
        />
        <Select
          size="xs"
          label={textsLevel.budget}
          allowDeselect={false}
          value={choice.budget}
          onChange={(value) =>
            onChoice({ ...choice, budget: NAMES.find((known) => known === value) ?? choice.budget })
          }
          data={NAMES.map((value) => ({ value, label: textsLevel.budgets[value] }))}
        />
        {children}
      </div>
      <Checkbox
        size="xs"
        className={styles.choice}
        label={textsShared.byPriority}
        checked={choice.isByPriority}
        onChange={({ currentTarget }) => onChoice({ ...choice, isByPriority: currentTarget.checked })}
      />
      {(others.length > 0 || hasNameless) && (
        <fieldset className={styles.projects}>
          <legend>{textsShared.title}</legend>
          <p className={styles.explain}>{textsShared.explain}</p>
          {weights.size > 1 && (
            <ProjectLine
              name={own.name}
              isOwn
              weight={weights.get(own.containerId) ?? 'usual'}
              onWeight={(weight) => weigh(own.containerId, weight)}
            />
          )}
          {others.map(({ containerId, name, mayLevel }) => (
            <ProjectLine
              key={containerId}
              name={name}
              weight={weights.get(containerId) ?? null}
              onWeight={mayLevel ? (weight) => weigh(containerId, weight) : null}
            />
          ))}
          {hasNameless && <p className={styles.stays}>{textsShared.nameless}</p>}
        </fieldset>
      )}
    </>
  )
}

type LineProps = {
  readonly name: string
  /** It is levelled in any case. */
  readonly isOwn?: boolean
  /** Null: it stays where it is. */
  readonly weight: ProjectWeight | null
  /** Null: it cannot be chosen. */
  readonly onWeight: ((weight: ProjectWeight | null) => void) | null
}

/** A project: whether it is levelled as well, and how much it weighs. */
function ProjectLine({ name, isOwn = false, weight, onWeight }: LineProps) {
  if (onWeight === null) {
    return (
      <p className={styles.stays}>
        {name} <span>{textsShared.staysAnyway}</span>
      </p>
    )
  }
  return (
    <div className={styles.project}>
      <Checkbox
        size="xs"
        label={name}
        checked={weight !== null}
        disabled={isOwn}
        onChange={({ currentTarget }) => onWeight(currentTarget.checked ? 'usual' : null)}
      />
      {weight === null ? (
        <span>{textsShared.stays}</span>
      ) : (
        <Select
          size="xs"
          aria-label={textsShared.weightOf(name)}
          allowDeselect={false}
          value={weight}
          onChange={(value) => onWeight(PROJECT_WEIGHTS.find((known) => known === value) ?? weight)}
          data={PROJECT_WEIGHTS.map((value) => ({ value, label: textsShared.weight[value] }))}
        />
      )}
    </div>
  )
}
