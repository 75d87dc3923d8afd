import type { ImportPlan, ImportView } from '@millrace/contract'
import { Button, formatDay, formatEffort, Skeleton } from '../../../ui/index.ts'
import type { ImportRun } from '../hooks/use-imports.ts'
import { texts } from '../texts.ts'
import { CountList } from './count-list.tsx'
import styles from './exchange.module.css'
import { ProblemList } from './problem-list.tsx'
import { ScrolledTable } from './scrolled-table.tsx'

type Props = { readonly run: ImportView; readonly imported: ImportRun; readonly onChange: () => void }

/** What the dry run found: how much of what, as which items, and what does not fit. */
export function CheckStep({ run, imported, onChange }: Props) {
  const { plan } = run
  if (plan === null) return <Skeleton rows={6} label={texts.checking} />
  return (
    <>
      <section className={styles.block}>
        <h2>{texts.willMake}</h2>
        <CountList counts={plan.counts} />
      </section>
      <ProblemList found={plan} />
      <section className={styles.block}>
        <h2>{texts.asItems}</h2>
        <ScrolledTable label={texts.asItems}>
          <PlannedItems items={plan.items} />
        </ScrolledTable>
      </section>
      {plan.people.length > 0 && (
        <section className={styles.block}>
          <h2>{texts.peopleFound}</h2>
          <ul className={styles.people}>
            {plan.people.map((person) => (
              <li key={person.written}>
                <span className={styles.soft}>{person.written}</span> → {person.name}
                {person.personId === null && <span className={styles.mark}>{texts.placeholder}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {plan.counts.items === 0 && <p className={styles.soft}>{texts.nothingHere}</p>}
      <div className={styles.actions}>
        <Button variant="default" onClick={onChange}>
          {texts.change}
        </Button>
        <Button
          disabled={plan.counts.items === 0}
          loading={imported.isBusy}
          onClick={() => void imported.start()}
        >
          {texts.start(plan.counts.items)}
        </Button>
      </div>
    </>
  )
}

type ItemsProps = { readonly items: ImportPlan['items'] }

function PlannedItems({ items }: ItemsProps) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{texts.field.title}</th>
          <th scope="col">{texts.field.parent}</th>
          <th scope="col">{texts.field.state}</th>
          <th scope="col">{texts.field.responsible}</th>
          <th scope="col">{texts.field.startsOn}</th>
          <th scope="col">{texts.field.dueOn}</th>
          <th scope="col">{texts.field.effort}</th>
          <th scope="col">{texts.field.labels}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item, index) => (
          // Items that are not made yet have nothing but their place.
          <tr key={`${String(index)}-${item.title}`}>
            <td data-strong>{item.title}</td>
            <td>{item.parent}</td>
            <td>{item.state}</td>
            <td>{item.responsible}</td>
            <td>{item.startsOn === null ? '' : formatDay(item.startsOn)}</td>
            <td>{item.dueOn === null ? '' : formatDay(item.dueOn)}</td>
            <td>{item.effortMin === null ? '' : formatEffort(item.effortMin)}</td>
            <td>{item.labels.join(', ')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
