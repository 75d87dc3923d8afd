import { paths, useSlug } from '../../../../platform/navigation.ts'
import { Button, ErrorState, Link, PlainTable, RelativeTime, Skeleton } from '../../../../ui/index.ts'
import { type IncidentFilter, useIncidents } from '../../hooks/use-repair.ts'
import { causeWords, placeName } from '../../model/standing-words.ts'
import { textsRepair as texts } from '../../texts-repair.ts'
import styles from './desk.module.css'

type Props = { readonly filter: IncidentFilter }

/** Incidents one by one, the newest first; each is mended on the page of its instance. */
export function IncidentTable({ filter }: Props) {
  const { asked, incidents, more } = useIncidents(filter)
  const { incidentColumn: column } = texts
  const slug = useSlug()
  if (incidents === undefined) {
    if (asked.error === null) return <Skeleton rows={6} />
    return (
      <ErrorState title={texts.incidentsFailed} error={asked.error} onRetry={() => void asked.refetch()} />
    )
  }
  if (incidents.length === 0) return <p className={styles.nothing}>{texts.noneFound}</p>
  return (
    <>
      <PlainTable
        label={texts.incidents}
        narrow="cards"
        columns={[column.instance, column.place, column.cause, column.since]}
      >
        {incidents.map((incident) => (
          <tr key={`${incident.instanceId} ${String(incident.incidentId)}`}>
            <th scope="row" className={styles.rowName}>
              <Link to={paths.instance(slug, incident.instanceId)}>
                #{incident.number} {incident.title}
              </Link>
            </th>
            <td data-label={column.place}>{placeName(incident)}</td>
            <td data-label={column.cause} className={styles.cause}>
              {texts.problem[incident.kind]}
              <span className={styles.code}>{causeWords(incident.text)}</span>
            </td>
            <td data-label={column.since}>
              <RelativeTime at={incident.since} />
            </td>
          </tr>
        ))}
      </PlainTable>
      {more && (
        <Button size="xs" variant="default" onClick={more}>
          {texts.more}
        </Button>
      )}
    </>
  )
}
