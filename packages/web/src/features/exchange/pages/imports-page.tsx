import { paths, useSlug } from '../../../platform/navigation.ts'
import { useDirectory } from '../../../platform/store/index.ts'
import { ErrorState, Link, PageHeader, RelativeTime, Skeleton } from '../../../ui/index.ts'
import styles from '../components/exchange.module.css'
import { UploadZone } from '../components/upload-zone.tsx'
import { useImports } from '../hooks/use-imports.ts'
import { texts } from '../texts.ts'

/** Where files are brought in, and every import there was. */
export function ImportsPage() {
  const slug = useSlug()
  const { people } = useDirectory()
  const { runs, error, retry, older } = useImports()
  const { column } = texts
  return (
    <div className={styles.page}>
      <PageHeader title={texts.title} />
      <div className={styles.reading}>
        <UploadZone />
        <h2 className={styles.heading}>{texts.runs}</h2>
        {runs === undefined ? (
          error === null ? (
            <Skeleton rows={4} />
          ) : (
            <ErrorState title={texts.failed} error={error} onRetry={retry} />
          )
        ) : runs.length === 0 ? (
          <p className={styles.soft}>{texts.noRuns}</p>
        ) : (
          <table className={styles.table}>
            <thead>
              <tr>
                {(['file', 'format', 'state', 'who', 'when'] as const).map((each) => (
                  <th key={each} scope="col">
                    {column[each]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {runs.map((run) => (
                <tr key={run.id}>
                  <td>
                    <Link to={paths.importRun(slug, run.id)} className={styles.link}>
                      {run.fileName}
                    </Link>
                  </td>
                  <td>{texts.format[run.format]}</td>
                  <td>
                    <span className={styles.state} data-state={run.state}>
                      {texts.state[run.state]}
                    </span>
                  </td>
                  <td>{people.get(run.startedBy)?.name ?? texts.somebody}</td>
                  <td>
                    <RelativeTime at={run.createdAt} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {older && (
          <button type="button" className={styles.quiet} onClick={older}>
            {texts.older}
          </button>
        )}
      </div>
    </div>
  )
}
