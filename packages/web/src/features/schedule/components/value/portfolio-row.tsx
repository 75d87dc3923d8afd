import type { ProjectValueView } from '@millrace/contract'
import { paths, useSlug } from '../../../../platform/navigation.ts'
import { useDirectory } from '../../../../platform/store/index.ts'
import { dayOf } from '../../../../platform/time-zone.ts'
import { formatDay, KindGlyph, Link, useTimeZone } from '../../../../ui/index.ts'
import { amountWords } from '../../model/amount-words.ts'
import { indexWords } from '../../model/index-words.ts'
import { rangeWords } from '../../model/range-words.ts'
import { textsPortfolio as words } from '../../texts-portfolio.ts'
import { textsWhole } from '../../texts-whole.ts'
import styles from './value.module.css'

type Props = { readonly project: ProjectValueView }
type Unknown = keyof typeof words.unknown
type Cell = {
  readonly name: Exclude<keyof typeof words.column, 'project'>
  readonly said: string | null
  /** The same with later phases. */
  readonly whole?: string
}

/** One project with its sums and indices; what cannot be said is a dash with the reason. */
export function PortfolioRow({ project: { key, name, value, why } }: Props) {
  const slug = useSlug()
  const cells = useCells(value)
  return (
    <tr>
      <td>
        <Link
          to={paths.container(slug, key, 'plan')}
          search={{ view: 'value' }}
          className={styles.project ?? ''}
        >
          <KindGlyph kind="project" />
          {name}
        </Link>
      </td>
      {why !== null && (
        <td colSpan={Object.keys(words.column).length - 1} className={styles.hint}>
          – {words.why[why]}
        </td>
      )}
      {cells.map(({ name: column, said, whole }) => (
        <td key={column} className={styles.amount} data-label={words.column[column]}>
          {said ?? <NotKnown of={column} />}
          {whole !== undefined && (
            <span className={styles.whole}>
              {textsWhole.short}: {whole}
            </span>
          )}
        </td>
      ))}
    </tr>
  )
}

function useCells(value: ProjectValueView['value']): readonly Cell[] {
  const { organisation } = useDirectory()
  const timeZone = useTimeZone()
  if (value === null) return []
  const { project, schedule, unit, whole } = value
  const say = amountWords(unit, organisation.currency)
  const index = (of: number | null) => (of === null ? null : indexWords(of))
  const estimate = project.estimateAtCompletion.reestimated ?? project.estimateAtCompletion.typical
  const wholeEstimate = whole?.estimateAtCompletion.reestimated ?? whole?.estimateAtCompletion.typical
  const finish = schedule.estimatedFinishAt
  return [
    {
      ...{ name: 'budget', said: say(project.budgetAtCompletion) },
      ...(whole ? { whole: rangeWords(whole.budgetAtCompletion, say) } : {}),
    },
    { name: 'planned', said: say(project.plannedValue) },
    { name: 'earned', said: say(project.earnedValue) },
    { name: 'actual', said: say(project.actualCost) },
    { name: 'cpi', said: index(project.costPerformanceIndex) },
    { name: 'spi', said: index(project.schedulePerformanceIndex) },
    { name: 'spiTime', said: index(schedule.performanceIndex) },
    { name: 'tcpi', said: index(project.toCompleteForBudget) },
    {
      ...{ name: 'estimate', said: estimate === null ? null : say(estimate) },
      ...(wholeEstimate ? { whole: rangeWords(wholeEstimate, say) } : {}),
    },
    { name: 'finish', said: finish === null ? null : formatDay(dayOf(finish - 1, timeZone)) },
  ]
}

function NotKnown({ of }: { readonly of: Cell['name'] }) {
  const reasons: Readonly<Partial<Record<Cell['name'], string>>> = words.unknown satisfies Record<
    Unknown,
    string
  >
  return (
    <>
      – <span className={styles.why}>{reasons[of]}</span>
    </>
  )
}
