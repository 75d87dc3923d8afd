import type { ListedPractice } from '@millrace/contract'
import { paths, useSlug } from '../../../platform/navigation.ts'
import { Link, PlainTable } from '../../../ui/index.ts'
import type { StateNames } from '../model/practice-draft.ts'
import { namesOf, stateWords } from '../model/state-words.ts'
import { texts } from '../texts.ts'
import { textsAreas } from '../texts-areas.ts'
import styles from './practice.module.css'

type Props = { readonly practices: readonly ListedPractice[]; readonly states: StateNames }

const { column } = texts

/** Practices in lines: who applies them, what they bring about, and how much work names them. */
export function PracticeTable({ practices, states }: Props) {
  const slug = useSlug()
  if (practices.length === 0) return <p className={styles.soft}>{texts.nothing}</p>
  return (
    <PlainTable label={texts.title} narrow="cards" columns={Object.values(column)}>
      {practices.map((practice) => (
        <tr key={practice.id}>
          <td data-label={column.name}>
            <Link to={paths.practice(slug, practice.id)} className={styles.name}>
              {practice.name}
            </Link>
          </td>
          <td data-label={column.area}>
            <span title={texts.list(practice.areas.map((area) => textsAreas.area[area]))}>
              {texts.list(practice.areas)}
            </span>
          </td>
          <td data-label={column.roles}>{texts.list(practice.roles.map(({ name }) => name))}</td>
          <td data-label={column.makes}>{texts.list(namesOf(states, practice.outputs))}</td>
          <td data-label={column.stages}>{texts.list(practice.stages)}</td>
          <td data-label={column.open} className={styles.number}>
            {practice.openCount}
          </td>
          <td data-label={column.state}>{stateWords(practice)}</td>
        </tr>
      ))}
    </PlainTable>
  )
}
