import type { WorkItem } from '@millrace/core/work'
import { type ReactNode, useMemo } from 'react'
import { paths, useSlug } from '../../../../platform/navigation.ts'
import { type Container, useItems } from '../../../../platform/store/index.ts'
import { Link, PersonAvatar } from '../../../../ui/index.ts'
import { useLookup } from '../../hooks/use-lookup.ts'
import { effortInWords, sumEfforts } from '../../model/effort-words.ts'
import { texts } from '../../texts.ts'
import { textsContainers } from '../../texts-containers.ts'
import styles from './container.module.css'
import { ContainerAccess } from './container-access.tsx'

type Props = { readonly container: Container; readonly invite: ReactNode }

/** Who works on what in a container, and who may. */
export function ContainerPeople({ container, invite }: Props) {
  const slug = useSlug()
  const lookup = useLookup()
  const items = useItems({ containerId: container.id })
  const loads = useMemo(() => loadsOf(items, lookup.today), [items, lookup.today])
  const { load } = textsContainers
  return (
    <div className={styles.overview}>
      <div className={styles.people}>
        <section className={styles.block}>
          <div className={styles.blockHead}>
            <h2>{textsContainers.peopleLoad}</h2>
          </div>
          <p className={styles.hint}>{textsContainers.peopleLoadHint}</p>
          <table className={styles.loadTable}>
            <thead>
              <tr>
                <th scope="col">{texts.field.responsible}</th>
                {(['open', 'started', 'waiting', 'late', 'effort'] as const).map((each) => (
                  <th key={each} scope="col" data-number>
                    {load[each]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {loads.map(({ personId, ...sums }) => {
                const person = personId === null ? null : (lookup.people.get(personId) ?? null)
                return (
                  <tr key={personId ?? ''}>
                    <td>
                      <Link
                        to={paths.container(slug, container.key, 'work')}
                        search={{ q: queryOf(person), group: 'group' }}
                        className={styles.person}
                      >
                        <PersonAvatar person={person} size={20} />
                        {person?.name ?? texts.group.nobody}
                      </Link>
                    </td>
                    <td data-number>{sums.open}</td>
                    <td data-number>{sums.started}</td>
                    <td data-number>{sums.waiting}</td>
                    <td data-number data-tone={sums.late > 0 ? 'late' : undefined}>
                      {sums.late}
                    </td>
                    <td data-number>{sums.effort}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </section>
        {container.kind === 'process' ? (
          <p>
            <Link to={paths.container(slug, container.key, 'plan')} search={{ tab: 'access' }}>
              {textsContainers.accessOfProcess}
            </Link>
          </p>
        ) : (
          <ContainerAccess container={container} invite={invite} />
        )}
      </div>
    </div>
  )
}

function queryOf(person: { readonly name: string } | null): string {
  return person === null
    ? 'open and responsible is empty'
    : `open and responsible = ${JSON.stringify(person.name)}`
}

type Load = {
  readonly personId: string | null
  readonly open: number
  readonly started: number
  readonly waiting: number
  readonly late: number
  /** In words; empty when nothing is estimated. */
  readonly effort: string
}

/** Open work by responsible person, the busiest first; what nobody is responsible for comes last. */
function loadsOf(items: readonly WorkItem[], today: string): readonly Load[] {
  const open = Map.groupBy(
    items.filter((item) => item.stateGroup !== 'done'),
    (item) => item.responsibleId,
  )
  return [...open]
    .map(([personId, own]) => loadOf(personId, own, today))
    .toSorted((a, b) => Number(a.personId === null) - Number(b.personId === null) || b.open - a.open)
}

function loadOf(personId: string | null, open: readonly WorkItem[], today: string): Load {
  const count = (isCounted: (item: WorkItem) => boolean) => open.filter(isCounted).length
  const effort = sumEfforts(open)
  return {
    personId,
    open: open.length,
    started: count(({ stateGroup }) => stateGroup === 'inProgress' || stateGroup === 'inReview'),
    waiting: count((item) => item.waitingFor !== null || item.stateGroup === 'waiting'),
    late: count(({ dueOn }) => dueOn !== null && dueOn < today),
    effort: effort.effortHighMin === 0 ? '' : effortInWords(effort),
  }
}
