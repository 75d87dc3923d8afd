import { paths, useSlug } from '../../../../platform/navigation.ts'
import { dayOf } from '../../../../platform/time-zone.ts'
import { formatDay, KindGlyph, Link } from '../../../../ui/index.ts'
import type { ItemDetails } from '../../hooks/use-item-details.ts'
import type { Lookup } from '../../model/lookup.ts'
import { textsItem } from '../../texts-item.ts'
import styles from './item-panel.module.css'

type Place = ItemDetails['places'][number]
type Props = { readonly places: readonly Place[]; readonly lookup: Lookup }

/** Which place on a plan, step of a process or stage of a case the item is, a line each. */
export function ItemPlaces({ places, lookup }: Props) {
  const slug = useSlug()
  if (places.length === 0) return null
  return (
    <ul className={styles.places} aria-label={textsItem.comesFrom}>
      {places.map((one) => {
        const container = lookup.containers.get(one.containerId)
        if (!container) return null
        const words = [container.name, ...wordsOf(one, lookup)]
        return (
          <li key={words.join(' ')}>
            <KindGlyph kind={container.kind} size={13} />
            <Link
              to={
                one.kind === 'process'
                  ? paths.instance(slug, one.instanceId)
                  : paths.container(slug, container.key, 'plan')
              }
              className={styles.originLink}
            >
              {words.join(' · ')}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

function wordsOf(one: Place, lookup: Lookup): readonly string[] {
  switch (one.kind) {
    case 'plan':
      return [textsItem.onPlan(one.wbs)]
    case 'process':
      return processWords(one, lookup)
    case 'case':
      return [
        textsItem.stageOf(one.stage),
        ...(one.isRequired ? [textsItem.required] : []),
        ...(one.isDiscretionary ? [textsItem.discretionary] : []),
      ]
  }
}

function processWords(
  { step, place, steps, instanceNumber, instanceTitle, instanceDueAt }: Extract<Place, { kind: 'process' }>,
  { organisation, now }: Lookup,
): readonly string[] {
  const due = instanceDueAt === null ? null : formatDay(dayOf(instanceDueAt, organisation.timeZone), now)
  return [
    `${instanceTitle} #${String(instanceNumber)}`,
    textsItem.stepOf(step, place, steps),
    ...(due === null ? [] : [textsItem.runDue(due)]),
  ]
}
