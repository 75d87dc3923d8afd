import type { CasePlanItemView } from '@millrace/contract'
import { BookOpen, Clock, Diamond, FolderOpen, Layers, Scale, Workflow, Zap } from 'lucide-react'
import type { ReactNode } from 'react'
import { usePeek } from '../../../../platform/navigation.ts'
import { type Item, useDirectory } from '../../../../platform/store/index.ts'
import { formatDay, formatInstant, PersonAvatar, StateShape } from '../../../../ui/index.ts'
import { texts } from '../../texts.ts'
import { sentenceTexts } from '../../texts-sentence.ts'
import { CriterionSentence } from './criterion-sentence.tsx'
import styles from './plan.module.css'

type Props = {
  readonly plan: CasePlanItemView
  /** The work item that carries it out, where there is one. */
  readonly item: Item | undefined
  readonly stage: CasePlanItemView | undefined
  readonly end?: ReactNode
}

const GLYPHS = {
  ...{ stage: Layers, humanTask: BookOpen, task: BookOpen, processTask: Workflow, caseTask: FolderOpen },
  ...{ decisionTask: Scale, milestone: Diamond, userListener: Zap, timerListener: Clock },
} as const

/** Something of the plan on one line, with the stage it belongs to, and what it waits for. */
export function PlanLine({ plan, item, stage, end }: Props) {
  const peek = usePeek()
  const { people } = useDirectory()
  const person = item?.responsibleId ? (people.get(item.responsibleId) ?? null) : null
  return (
    <li
      className={styles.line}
      data-peeked={(item && peek.key === item.key) || undefined}
      data-place={plan.place}
    >
      <PlanGlyph plan={plan} item={item} />
      {item && <span className={styles.key}>{item.key}</span>}
      <span className={styles.lineBody}>
        {item ? (
          <button type="button" className={styles.lineTitle} onClick={() => peek.open(item.key)}>
            {item.title}
          </button>
        ) : (
          <span className={styles.lineName}>{plan.name}</span>
        )}
        {plan.place === 'later' && <Waits plan={plan} stage={stage} />}
      </span>
      <Marks plan={plan} />
      {plan.place !== 'later' && <span className={styles.lineStage}>{stage?.name}</span>}
      {item && <span className={styles.lineDue}>{item.dueOn === null ? '' : formatDay(item.dueOn)}</span>}
      {item && <PersonAvatar person={person} size={18} label={person?.name} />}
      {end}
    </li>
  )
}

function PlanGlyph({ plan, item }: Pick<Props, 'plan' | 'item'>) {
  if (item) return <StateShape group={item.stateGroup} />
  const Glyph = GLYPHS[plan.kind]
  return <Glyph size={14} className={styles.glyph} role="img" aria-label={texts.kind[plan.kind]} />
}

/** What it waits for: its criteria, or only that its stage begins. */
function Waits({ plan, stage }: Pick<Props, 'plan' | 'stage'>) {
  if (plan.dueAt !== null)
    return <span className={styles.sentence}>{texts.due(formatInstant(plan.dueAt))}</span>
  const stageBegins = plan.rowId === null && stage ? sentenceTexts.stageBegins(stage.name) : null
  if (plan.waitsFor.length === 0 && stageBegins === null) return null
  return (
    <span className={styles.waits}>
      {sentenceTexts.when} {stageBegins}
      {stageBegins !== null && plan.waitsFor.length > 0 && ` ${sentenceTexts.and} `}
      <CriterionSentence criteria={plan.waitsFor} />
    </span>
  )
}

function Marks({ plan }: Pick<Props, 'plan'>) {
  return (
    <>
      {plan.isRequired && <span className={styles.mark}>{texts.required}</span>}
      {plan.isDiscretionary && <span className={styles.mark}>{texts.discretionary}</span>}
      {plan.round > 1 && <span className={styles.mark}>{texts.round(plan.round)}</span>}
      {(plan.state === 'failed' || plan.state === 'suspended' || plan.state === 'disabled') && (
        <span className={styles.mark} data-warn={plan.state === 'failed' || undefined}>
          {texts.state[plan.state]}
        </span>
      )}
      {plan.place === 'off' && plan.state === 'terminated' && (
        <span className={styles.mark}>{texts.gone}</span>
      )}
    </>
  )
}
