import { PackageOpen } from 'lucide-react'
import { explain } from '../../../platform/refused.ts'
import { useDirectory } from '../../../platform/store/index.ts'
import { Alert, Button, EmptyState, ErrorState, Section, Skeleton } from '../../../ui/index.ts'
import styles from '../components/organisation-export.module.css'
import { OrganisationExportRow } from '../components/organisation-export-row.tsx'
import { isRunning, useOrganisationExports } from '../hooks/use-organisation-exports.ts'
import { organisationExportTexts as words } from '../texts-organisation-export.ts'

/** The whole organisation as one archive: begun, watched, fetched and removed here. */
export function OrganisationExportPage() {
  const { me } = useDirectory()
  const isAllowed = me.orgRole === 'owner' || me.orgRole === 'admin'
  const { asked, exports, start, remove, addressOf } = useOrganisationExports(isAllowed)
  if (!isAllowed) return <Section title={words.title} sentence={words.readOnly} />
  const problem = start.error ?? remove.error
  const said = problem && explain(problem)
  const begin = () => start.mutate()
  return (
    <Section
      title={words.title}
      sentence={words.sentence}
      actions={
        exports.length > 0 && (
          <Button loading={start.isPending} disabled={exports.some(isRunning)} onClick={begin}>
            {words.startAgain}
          </Button>
        )
      }
    >
      {said && (
        <Alert color="red" role="alert" title={said.sentence}>
          {said.remedy}
        </Alert>
      )}
      {asked.isPending && <Skeleton rows={3} />}
      {asked.error && (
        <ErrorState title={words.failedToLoad} error={asked.error} onRetry={() => void asked.refetch()} />
      )}
      {asked.data && exports.length === 0 && (
        <EmptyState
          glyph={<PackageOpen size={20} strokeWidth={1.75} />}
          title={words.emptyTitle}
          sentence={words.empty}
          action={{ label: words.start, onClick: begin }}
        />
      )}
      {exports.length > 0 && (
        <ul className={styles.list} aria-label={words.list}>
          {exports.map((of) => (
            <OrganisationExportRow
              key={of.id}
              of={of}
              address={addressOf(of.id)}
              isBusy={remove.isPending && remove.variables === of.id}
              onRemove={() => remove.mutate(of.id)}
            />
          ))}
        </ul>
      )}
      {asked.hasNextPage && (
        <Button variant="default" onClick={() => void asked.fetchNextPage()}>
          {words.older}
        </Button>
      )}
      <About />
    </Section>
  )
}

function About() {
  return (
    <div className={styles.about}>
      <List title={words.contentTitle} lines={words.content} />
      <List title={words.withoutTitle} lines={words.without} />
      <p>
        {words.keep} {words.imported}
      </p>
    </div>
  )
}

function List({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
