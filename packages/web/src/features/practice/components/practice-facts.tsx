import type { PracticeView } from '@millrace/contract'
import type { ReactNode } from 'react'
import { paths, useSlug } from '../../../platform/navigation.ts'
import { Link, Section } from '../../../ui/index.ts'
import { useArtifactTypes, usePractices } from '../hooks/use-practices.ts'
import { stateNames } from '../model/practice-draft.ts'
import { namesOf } from '../model/state-words.ts'
import { texts } from '../texts.ts'
import { textsAreas } from '../texts-areas.ts'
import styles from './practice.module.css'

const { page } = texts

type Props = { readonly practice: PracticeView; readonly openCount: number }

/** What is said of a practice in a few words, and the way to its work. */
export function PracticeFacts({ practice, openCount }: Props) {
  const slug = useSlug()
  const types = useArtifactTypes()
  const { data } = usePractices()
  const states = stateNames(types.data?.types ?? [])
  const others = data?.practices ?? []
  const after = others.filter(({ id }) => practice.after.includes(id))
  const before = others.filter((other) => other.after.includes(practice.id))
  const roles = practice.roles.map(({ name, qualification }) =>
    qualification === '' ? name : page.qualified(name, qualification),
  )
  const areas = practice.areas.map((area) => textsAreas.named(area, textsAreas.area[area]))
  return (
    <Section title={page.facts}>
      <dl className={styles.facts}>
        <Fact name={page.discipline}>{practice.discipline}</Fact>
        <Fact name={page.tools}>{texts.list(practice.tools)}</Fact>
        <Fact name={page.areas}>{texts.list(areas)}</Fact>
        <Fact name={page.roles}>{texts.list(roles)}</Fact>
        <Fact name={page.begins}>{texts.list(namesOf(states, practice.inputs))}</Fact>
        <Fact name={page.makes}>{texts.list(namesOf(states, practice.outputs))}</Fact>
        <Fact name={page.stages}>{texts.list(practice.stages)}</Fact>
        <Fact name={page.after}>{after.length > 0 && <Links practices={after} />}</Fact>
        <Fact name={page.before}>{before.length > 0 && <Links practices={before} />}</Fact>
        {practice.formerNames.length > 0 && (
          <Fact name={page.formerNames}>{texts.list(practice.formerNames)}</Fact>
        )}
        <Fact name={page.work}>
          <Link to={paths.items(slug)} search={{ q: queryFor(practice.name) }}>
            {page.open(openCount)}
          </Link>
        </Fact>
      </dl>
    </Section>
  )
}

/** The open items that name a practice, in the words of queries. */
function queryFor(name: string): string {
  return `practice = "${name.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}" and open`
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const isEmpty = children === '' || children === false
  return (
    <>
      <dt>{name}</dt>
      <dd>{isEmpty ? <span className={styles.soft}>{page.none}</span> : children}</dd>
    </>
  )
}

type LinksProps = { readonly practices: readonly { readonly id: string; readonly name: string }[] }

function Links({ practices }: LinksProps) {
  const slug = useSlug()
  return (
    <ul className={styles.list}>
      {practices.map(({ id, name }) => (
        <li key={id}>
          <Link to={paths.practice(slug, id)}>{name}</Link>
        </li>
      ))}
    </ul>
  )
}
