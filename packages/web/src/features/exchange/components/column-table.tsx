import type { ImportMapping, TableProfile } from '@millrace/contract'
import { withColumn } from '../model/mapping.ts'
import { texts } from '../texts.ts'
import { ColumnLine } from './column-line.tsx'
import styles from './exchange.module.css'
import { ScrolledTable } from './scrolled-table.tsx'

type Props = {
  readonly profile: TableProfile
  /** How letters were read, of a table that is text. */
  readonly encoding?: string | undefined
  readonly mapping: ImportMapping
  readonly onChange: (mapping: ImportMapping) => void
}

const ROWS = 8

/** What each column means, and the first rows of the file as they stand there. */
export function ColumnTable({ profile, encoding, mapping, onChange }: Props) {
  const titles = mapping.columns.find((each) => each.field === 'title')?.column
  return (
    <>
      <section className={styles.block}>
        <h2>{texts.columns}</h2>
        <p className={styles.soft}>{texts.columnsHint}</p>
        <table className={`${styles.table} ${styles.columns}`}>
          <tbody>
            {profile.columns.map((column) => (
              <ColumnLine
                key={column.index}
                column={column}
                rowCount={profile.rowCount}
                mapped={mapping.columns.find((each) => each.column === column.index)}
                typeId={mapping.typeId}
                onChange={(changed) => onChange(withColumn(mapping, changed))}
              />
            ))}
          </tbody>
        </table>
      </section>
      <section className={styles.block}>
        <h2>
          {texts.preview} <span className={styles.soft}>{texts.rows(profile.rowCount)}</span>
        </h2>
        {encoding !== undefined && (
          <p className={styles.soft}>
            {texts.readAs(encoding)} {encoding !== 'utf-8' && texts.lettersWrong}
          </p>
        )}
        <ScrolledTable label={texts.preview}>
          <table className={styles.table}>
            <thead>
              <tr>
                {profile.columns.map((column) => (
                  <th key={column.index} scope="col">
                    {column.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {profile.rows.slice(0, ROWS).map((row) => (
                <tr key={row.line}>
                  {row.cells.map((cell, index) => (
                    // Cells have no identity but their place.
                    <td
                      key={`${String(row.line)}-${String(index)}`}
                      data-strong={index === titles || undefined}
                    >
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrolledTable>
      </section>
    </>
  )
}
