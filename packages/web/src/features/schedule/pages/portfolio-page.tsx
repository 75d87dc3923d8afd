import { Scale } from 'lucide-react'
import { Button, EmptyState, ErrorState, PageHeader, PlainTable, Skeleton } from '../../../ui/index.ts'
import { PortfolioRow } from '../components/value/portfolio-row.tsx'
import styles from '../components/value/value.module.css'
import { usePortfolio } from '../hooks/use-portfolio.ts'
import { textsPortfolio as words } from '../texts-portfolio.ts'

/** What projects earned, beside each other. */
export function PortfolioPage() {
  const { projects, error, retry, more } = usePortfolio()
  return (
    <>
      <PageHeader title={words.title} />
      <div className={styles.portfolio} role="region" aria-label={words.title} tabIndex={0}>
        {projects === undefined ? (
          error === null ? (
            <Skeleton rows={8} />
          ) : (
            <ErrorState title={words.failed} error={error} onRetry={retry} />
          )
        ) : projects.length === 0 ? (
          <EmptyState
            glyph={<Scale size={20} strokeWidth={1.75} />}
            title={words.emptyTitle}
            sentence={words.emptySentence}
          />
        ) : (
          <>
            <p className={styles.hint}>{words.explain}</p>
            <PlainTable label={words.title} narrow="cards" columns={Object.values(words.column)}>
              {projects.map((project) => (
                <PortfolioRow key={project.containerId} project={project} />
              ))}
            </PlainTable>
            {more && (
              <Button className={styles.next ?? ''} size="xs" variant="default" onClick={more}>
                {words.more}
              </Button>
            )}
          </>
        )}
      </div>
    </>
  )
}
