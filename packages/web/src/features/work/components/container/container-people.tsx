import type { WorkItem } from '@millrace/core/work'
import { useMemo } from 'react'
import { paths, useSlug } from '../../../../platform/navigation.ts'
import { type Container, useItems } from '../../../../platform/store/index.ts'
import { formatEffort, Link, PersonAvatar } from '../../../../ui/index.ts'
import { useLookup } from '../../hooks/use-lookup.ts'
import { texts } from '../../texts.ts'
import { textsContainers } from '../../texts-containers.ts'
import styles from './container.module.css'
import { ContainerAccess } from './container-access.tsx'

type Props = { readonly container: Container }

/** Who works on what in a container, and who may. */
export function ContainerPeople({ container }: Props) {
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
                    <td data-number>{sums.effortMin === 0 ? '' : formatEffort(sums.effortMin)}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </section>
        <ContainerAccess container={container} />
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
  open: number
  started: number
  waiting: number
  late: number
  effortMin: number
}

/** Open work by responsible person, the busiest first; what nobody is responsible for comes last. */
function loadsOf(items: readonly WorkItem[], today: string): readonly Load[] {
  const loads = new Map<string | null, Load>()
  for (const item of items) {
    if (item.stateGroup === 'done') continue
    const personId = item.responsibleId
    const load = loads.get(personId) ?? { personId, open: 0, started: 0, waiting: 0, late: 0, effortMin: 0 }
    loads.set(personId, load)
    load.open += 1
    if (item.stateGroup === 'inProgress' || item.stateGroup === 'inReview') load.started += 1
    if (item.waitingFor !== null || item.stateGroup === 'waiting') load.waiting += 1
    if (item.dueOn !== null && item.dueOn < today) load.late += 1
    load.effortMin += item.effortMin ?? 0
  }
  return [...loads.values()].toSorted(
    (a, b) => Number(a.personId === null) - Number(b.personId === null) || b.open - a.open,
  )
}
