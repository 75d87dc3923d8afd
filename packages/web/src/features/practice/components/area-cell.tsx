import type { AreaCellView } from '@millrace/contract'
import { CircleCheck, CircleDashed, CircleSlash, OctagonAlert, Star } from 'lucide-react'
import { paths, useSlug } from '../../../platform/navigation.ts'
import { type Container, callOf, useCommands } from '../../../platform/store/index.ts'
import { Link, Select } from '../../../ui/index.ts'
import { useArtifactTypes, usePractices } from '../hooks/use-practices.ts'
import { cellName } from '../model/area-words.ts'
import { textsTable as texts } from '../texts-table.ts'
import { AreaGaps } from './area-gaps.tsx'
import styles from './areas.module.css'

type Props = {
  readonly cell: AreaCellView
  /** Null: the organisation. */
  readonly container: Container | null
  readonly canMark: boolean
}

const MARKS = ['best', 'satisfactory', 'failing', 'notApplicable'] as const

/** One area of interest: how it is done, what is made, by whom, how strong it is, and what is missing. */
export function AreaCell({ cell, container, canMark }: Props) {
  const slug = useSlug()
  const name = cellName(cell.area)
  const practices = usePractices().data?.practices.filter(({ id }) => cell.practiceIds.includes(id)) ?? []
  const artifacts = useArtifactTypes().data?.types.filter(({ id }) => cell.artifactIds.includes(id)) ?? []
  const open = `area = ${cell.area} and open`
  const to = container ? paths.container(slug, container.key, 'work') : paths.items(slug)
  return (
    <section className={styles.cell} role="cell" aria-label={name} data-mark={cell.mark ?? undefined}>
      <h3 className={styles.name}>{name}</h3>
      <Mark {...{ cell, container, canMark }} />
      {practices.length > 0 && (
        <List title={texts.practices}>
          {practices.map((practice) => (
            <li key={practice.id}>
              <Link to={paths.practice(slug, practice.id)}>{practice.name}</Link>
            </li>
          ))}
        </List>
      )}
      {artifacts.length > 0 && (
        <List title={texts.artifacts}>
          {artifacts.map((type) => (
            <li key={type.id}>{type.name}</li>
          ))}
        </List>
      )}
      {cell.roles.length > 0 && (
        <List title={texts.roles}>
          {cell.roles.map((role) => (
            <li key={role}>{role}</li>
          ))}
        </List>
      )}
      <p className={styles.work}>
        <Link to={to} search={{ q: open }}>
          {texts.open(cell.openCount)}
        </Link>
        <span>
          {cell.share === null || cell.spentMin === 0
            ? texts.noTime
            : texts.time(Math.round(cell.share * 100))}
        </span>
      </p>
      <AreaGaps cell={cell} container={container} types={artifacts} />
    </section>
  )
}

function List({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <div className={styles.part}>
      <h4 className={styles.partName}>{title}</h4>
      <ul className={styles.list}>{children}</ul>
    </div>
  )
}

const SIGNS = {
  best: Star,
  satisfactory: CircleCheck,
  failing: OctagonAlert,
  notApplicable: CircleSlash,
} as const

function Mark({ cell, container, canMark }: Props) {
  const { run } = useCommands()
  const name = cellName(cell.area)
  const Sign = cell.mark === null ? CircleDashed : SIGNS[cell.mark]
  const said = cell.mark === null ? texts.unmarked : texts.marks[cell.mark]
  const sign = <Sign size={14} aria-hidden />
  if (!canMark) {
    return (
      <p className={styles.mark}>
        {sign} {said}
      </p>
    )
  }
  const { area, note } = cell
  const containerId = container?.id ?? null
  return (
    <Select
      size="xs"
      aria-label={texts.markOf(name)}
      leftSection={sign}
      placeholder={texts.unmarked}
      clearable
      value={cell.mark}
      data={MARKS.map((value) => ({ value, label: texts.marks[value] }))}
      onChange={(value) => {
        const mark = MARKS.find((each) => each === value) ?? null
        const back = [callOf('practice.markArea', { area, containerId, note, mark: cell.mark })]
        void run(
          'practice.markArea',
          { area, containerId, note, mark },
          { undoLabel: texts.marked(name), back },
        )
      }}
    />
  )
}
