import { STATE_GROUPS, type WorkItem } from '@millrace/core/work'
import { paths, useSlug } from '../../../../platform/navigation.ts'
import { type Container, useItems } from '../../../../platform/store/index.ts'
import { Link, StateShape } from '../../../../ui/index.ts'
import { useLookup } from '../../hooks/use-lookup.ts'
import { daysUntil } from '../../model/due.ts'
import type { Lookup } from '../../model/lookup.ts'
import { texts } from '../../texts.ts'
import { textsContainers } from '../../texts-containers.ts'
import { ActivityList } from '../item/activity-list.tsx'
import { ItemLine } from '../item/item-line.tsx'
import { StandingMark } from '../marks/standing-mark.tsx'
import styles from './container.module.css'
import { ContainerDescription } from './container-description.tsx'
import { ContainerFacts } from './container-facts.tsx'

type Props = { readonly container: Container }

const SHOWN = 8
const SOON_DAYS = 14

/** What a container is for and how its work stands: what is late, what stands still, what comes next. */
export function ContainerOverview({ container }: Props) {
  const lookup = useLookup()
  const items = useItems({ containerId: container.id })
  const open = items.filter((item) => item.stateGroup !== 'done')
  const late = open.filter((item) => item.dueOn !== null && item.dueOn < lookup.today)
  const standing = open.filter((item) => item.waitingFor !== null || item.openBlockers.length > 0)
  const soon = open.filter((item) => {
    const days = item.dueOn === null ? -1 : daysUntil(item.dueOn, lookup.today)
    return days >= 0 && days <= SOON_DAYS
  })
  return (
    <div className={styles.overview}>
      <div className={styles.overviewGrid}>
        <div className={styles.overviewMain}>
          {container.kind === 'case' && container.wishedEndState !== null && (
            <p className={styles.wish}>
              <span className={styles.wishLabel}>{textsContainers.fact.wishedEndState}</span>
              {container.wishedEndState}
            </p>
          )}
          <ContainerDescription key={container.id} container={container} />
          <StateOfWork container={container} items={items} />
          <Some
            title={textsContainers.late}
            none={textsContainers.noneLate}
            items={late.toSorted(byDue)}
            lookup={lookup}
          />
          <Some
            title={textsContainers.standing}
            none={textsContainers.noneStanding}
            items={standing}
            lookup={lookup}
            showsStanding
          />
          <Some
            title={textsContainers.soon}
            none={textsContainers.noneSoon}
            items={soon.toSorted(byDue)}
            lookup={lookup}
          />
        </div>
        <div className={styles.overviewSide}>
          <ContainerFacts container={container} lookup={lookup} />
          <section className={styles.block}>
            <div className={styles.blockHead}>
              <h2>{textsContainers.recent}</h2>
            </div>
            <ActivityList subject={{ containerId: container.id }} lookup={lookup} limit={SHOWN} />
          </section>
        </div>
      </div>
    </div>
  )
}

type StateProps = { readonly container: Container; readonly items: readonly WorkItem[] }

function StateOfWork({ container, items }: StateProps) {
  const slug = useSlug()
  const counts = STATE_GROUPS.map((group) => ({
    group,
    count: items.filter((item) => item.stateGroup === group).length,
  }))
  if (items.length === 0) return null
  return (
    <section className={styles.block} aria-label={textsContainers.stateOfWork}>
      <div className={styles.stateBar} aria-hidden>
        {counts.map(
          ({ group, count }) =>
            count > 0 && (
              <span key={group} className={styles.statePart} data-group={group} style={{ flexGrow: count }} />
            ),
        )}
      </div>
      <ul className={styles.stateLegend}>
        {counts.map(({ group, count }) => (
          <li key={group}>
            <Link to={paths.container(slug, container.key, 'work')} search={{ q: `group = ${group}` }}>
              <StateShape group={group} />
              {texts.stateGroup[group]}
              <span className={styles.stateCount}>{count}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

type SomeProps = {
  readonly title: string
  readonly none: string
  readonly items: readonly WorkItem[]
  readonly lookup: Lookup
  readonly showsStanding?: boolean
}

function Some({ title, none, items, lookup, showsStanding = false }: SomeProps) {
  return (
    <section className={styles.block}>
      <div className={styles.blockHead}>
        <h2>{title}</h2>
        {items.length > 0 && <span className={styles.hint}>{items.length}</span>}
      </div>
      {items.length === 0 ? (
        <p className={styles.hint}>{none}</p>
      ) : (
        <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
          {items.slice(0, SHOWN).map((item) => (
            <ItemLine
              key={item.id}
              item={item}
              lookup={lookup}
              end={
                showsStanding && (
                  <StandingMark
                    item={item}
                    personName={(id) => lookup.people.get(id)?.name ?? ''}
                    now={lookup.now}
                  />
                )
              }
            />
          ))}
        </ul>
      )}
    </section>
  )
}

function byDue(a: WorkItem, b: WorkItem): number {
  return (a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1
}
