import type { Container } from '../../../../platform/store/index.ts'
import { KindGlyph, Select } from '../../../../ui/index.ts'
import styles from './container-select.module.css'

type Props = {
  readonly label: string
  readonly containers: readonly Container[]
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}

/** Where an item belongs. */
export function ContainerSelect({ label, containers, value, onChange }: Props) {
  const byId = new Map(containers.map((container) => [container.id, container]))
  const chosen = byId.get(value ?? '')
  return (
    <Select
      label={label}
      searchable
      allowDeselect={false}
      value={value}
      onChange={onChange}
      leftSection={chosen ? <KindGlyph kind={chosen.kind} /> : undefined}
      data={containers.map(({ id, name }) => ({ value: id, label: name }))}
      renderOption={({ option }) => {
        const container = byId.get(option.value)
        return (
          <span className={styles.option}>
            {container && <KindGlyph kind={container.kind} label={container.kind} />}
            {option.label}
            <span className={styles.key}>{container?.key}</span>
          </span>
        )
      }}
    />
  )
}
