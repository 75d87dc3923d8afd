import { ScrollText } from 'lucide-react'
import { useState } from 'react'
import { explain } from '../../../platform/refused.ts'
import { Button, EmptyState, ErrorState, PlainTable, Section, Skeleton } from '../../../ui/index.ts'
import styles from '../components/audit.module.css'
import { AuditFilterBar } from '../components/audit-filter.tsx'
import { AuditRow } from '../components/audit-row.tsx'
import { ProblemAlert } from '../components/problem-alert.tsx'
import { type AuditFilter, useAudit } from '../hooks/use-audit.ts'
import { useMay } from '../hooks/use-may.ts'
import { auditTexts } from '../texts-audit.ts'

/** Who did what in the organisation, for those who run it. */
export function AuditPage() {
  const { manageOrganisation } = useMay()
  const [filter, setFilter] = useState<AuditFilter>({})
  const { asked, entries, save } = useAudit(filter, manageOrganisation)
  if (!manageOrganisation) return <Section title={auditTexts.title} sentence={auditTexts.readOnly} />
  return (
    <Section
      title={auditTexts.title}
      sentence={auditTexts.sentence}
      actions={
        <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
          {auditTexts.save}
        </Button>
      }
    >
      <AuditFilterBar filter={filter} onChange={setFilter} />
      <ProblemAlert problem={save.error && explain(save.error)} />
      {asked.isPending && <Skeleton rows={6} />}
      {asked.error && (
        <ErrorState title={auditTexts.title} error={asked.error} onRetry={() => void asked.refetch()} />
      )}
      {asked.data && entries.length === 0 && (
        <EmptyState
          glyph={<ScrollText size={20} strokeWidth={1.75} />}
          title={auditTexts.empty}
          sentence={auditTexts.emptyHint}
        />
      )}
      {entries.length > 0 && (
        <PlainTable label={auditTexts.title} columns={auditTexts.columns} narrow="cards">
          {entries.map((entry) => (
            <AuditRow key={entry.seq} entry={entry} />
          ))}
        </PlainTable>
      )}
      {asked.hasNextPage && (
        <Button
          variant="default"
          className={styles.more}
          loading={asked.isFetchingNextPage}
          onClick={() => void asked.fetchNextPage()}
        >
          {auditTexts.more}
        </Button>
      )}
    </Section>
  )
}
