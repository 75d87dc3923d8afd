import { Check, ChevronsUpDown, Plus } from 'lucide-react'
import { paths, useGo } from '../../platform/navigation.ts'
import { useDirectory } from '../../platform/store/index.ts'
import { useMe } from '../../platform/use-me.ts'
import { Menu } from '../../ui/index.ts'
import { texts } from '../texts.ts'
import styles from './organisation-menu.module.css'

type Props = { readonly isFolded?: boolean }

/** The name of the organisation; opens the list of the others one belongs to. */
export function OrganisationMenu({ isFolded = false }: Props) {
  const { organisation } = useDirectory()
  const me = useMe()
  const go = useGo()
  return (
    <Menu width={240}>
      <Menu.Target>
        <button type="button" className={styles.button} data-folded={isFolded || undefined}>
          <span className={styles.mark} aria-hidden>
            {organisation.name.slice(0, 1).toUpperCase()}
          </span>
          <span className="visually-hidden">{texts.organisation.spoken}</span>
          <span className={isFolded ? 'visually-hidden' : styles.name}>{organisation.name}</span>
          {!isFolded && (
            <ChevronsUpDown size={13} strokeWidth={1.75} aria-hidden className={styles.chevron} />
          )}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{texts.organisation.list}</Menu.Label>
        {me.data?.organisations.map((each) => (
          <Menu.Item
            key={each.id}
            onClick={() => go(paths.my(each.slug))}
            rightSection={
              each.id === organisation.id ? (
                <Check size={14} aria-label={texts.organisation.open} />
              ) : undefined
            }
          >
            {each.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<Plus size={14} strokeWidth={1.75} aria-hidden />}
          onClick={() => go('/welcome')}
        >
          {texts.organisation.fresh}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
