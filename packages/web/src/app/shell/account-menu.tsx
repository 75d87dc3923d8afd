import { useQueryClient } from '@tanstack/react-query'
import { Keyboard, KeyRound, LogOut, UserRound } from 'lucide-react'
import { paths, useGo, useSlug } from '../../platform/navigation.ts'
import { signOut } from '../../platform/session.ts'
import { useDirectory } from '../../platform/store/index.ts'
import { Menu, PersonAvatar, useColorScheme } from '../../ui/index.ts'
import { keyHelp } from '../palette/key-help-state.ts'
import styles from './organisation-menu.module.css'

type Props = { readonly isFolded?: boolean }

const SCHEMES = [
  { id: 'light', label: 'Light' },
  { id: 'dark', label: 'Dark' },
  { id: 'auto', label: 'Like the system' },
] as const

/** Who is signed in: profile, tokens, light or dark, help, and the way out. */
export function AccountMenu({ isFolded = false }: Props) {
  const { people, me } = useDirectory()
  const person = people.get(me.personId) ?? null
  const scheme = useColorScheme()
  const slug = useSlug()
  const go = useGo()
  const queries = useQueryClient()
  const handleSignOut = async () => {
    await signOut()
    queries.clear()
    go('/sign-in')
  }
  const handleScheme = (wanted: string) => {
    scheme.choose(SCHEMES.find(({ id }) => id === wanted)?.id ?? 'auto')
  }
  return (
    <Menu width={220} position="top-start">
      <Menu.Target>
        <button type="button" className={styles.button} data-folded={isFolded || undefined}>
          <PersonAvatar person={person} size={22} />
          <span className="visually-hidden">Account: </span>
          <span className={isFolded ? 'visually-hidden' : styles.name}>{person?.name}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<UserRound size={14} aria-hidden />} onClick={() => go(paths.settings(slug))}>
          Profile and sessions
        </Menu.Item>
        <Menu.Item
          leftSection={<KeyRound size={14} aria-hidden />}
          onClick={() => go(paths.settings(slug, 'tokens'))}
        >
          API tokens
        </Menu.Item>
        <Menu.Item leftSection={<Keyboard size={14} aria-hidden />} onClick={keyHelp.open}>
          Keys
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>Appearance</Menu.Label>
        <Menu.RadioGroup value={scheme.chosen} onChange={handleScheme}>
          {SCHEMES.map(({ id, label }) => (
            <Menu.RadioItem key={id} value={id} closeMenuOnClick>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item leftSection={<LogOut size={14} aria-hidden />} onClick={() => void handleSignOut()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
