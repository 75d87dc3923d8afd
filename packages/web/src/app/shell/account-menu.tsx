import { useQueryClient } from '@tanstack/react-query'
import { Keyboard, KeyRound, LogOut, UserRound } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { paths, useGo, useSlug } from '../../platform/navigation.ts'
import { signOut } from '../../platform/session.ts'
import { useConnection, useDirectory } from '../../platform/store/index.ts'
import { DENSITIES, Menu, PersonAvatar, useColorScheme, useDensity } from '../../ui/index.ts'
import { keyHelp } from '../palette/key-help-state.ts'
import { texts } from '../texts.ts'
import { LanguageChoice } from './language-choice.tsx'
import styles from './organisation-menu.module.css'

const UnsentDialog = lazy(async () => ({ default: (await import('./unsent-dialog.tsx')).UnsentDialog }))

type Props = { readonly isFolded?: boolean }

const SCHEMES = ['light', 'dark', 'auto'] as const

/** Who is signed in: profile, tokens, light or dark, help, and the way out. */
export function AccountMenu({ isFolded = false }: Props) {
  const { people, me } = useDirectory()
  const person = people.get(me.personId) ?? null
  const scheme = useColorScheme()
  const density = useDensity()
  const slug = useSlug()
  const go = useGo()
  const queries = useQueryClient()
  const { waiting } = useConnection()
  const [isAsking, setAsking] = useState(false)
  const leave = async () => {
    await signOut()
    queries.clear()
    go('/sign-in')
  }
  const handleSignOut = () => {
    if (waiting > 0) setAsking(true)
    else void leave()
  }
  const handleScheme = (wanted: string) => {
    scheme.choose(SCHEMES.find((known) => known === wanted) ?? 'auto')
  }
  return (
    <>
      {isAsking && (
        <Suspense fallback={null}>
          <UnsentDialog onClose={() => setAsking(false)} onLeave={() => void leave()} />
        </Suspense>
      )}
      <Menu width={220} position="top-start">
        <Menu.Target>
          <button type="button" className={styles.button} data-folded={isFolded || undefined}>
            <PersonAvatar person={person} size={22} />
            <span className="visually-hidden">{texts.account.spoken}</span>
            <span className={isFolded ? 'visually-hidden' : styles.name}>{person?.name}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<UserRound size={14} aria-hidden />}
            onClick={() => go(paths.settings(slug))}
          >
            {texts.account.profile}
          </Menu.Item>
          <Menu.Item
            leftSection={<KeyRound size={14} aria-hidden />}
            onClick={() => go(paths.settings(slug, 'tokens'))}
          >
            {texts.account.tokens}
          </Menu.Item>
          <Menu.Item leftSection={<Keyboard size={14} aria-hidden />} onClick={keyHelp.open}>
            {texts.account.keys}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Label>{texts.account.appearance}</Menu.Label>
          <Menu.RadioGroup value={scheme.chosen} onChange={handleScheme}>
            {SCHEMES.map((id) => (
              <Menu.RadioItem key={id} value={id} closeMenuOnClick>
                {texts.account.schemes[id]}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          <Menu.Divider />
          <Menu.Label>{texts.account.rows}</Menu.Label>
          <Menu.RadioGroup
            value={density.chosen}
            onChange={(wanted) => density.choose(DENSITIES.find((known) => known === wanted) ?? 'compact')}
          >
            {DENSITIES.map((id) => (
              <Menu.RadioItem key={id} value={id} closeMenuOnClick>
                {texts.account.densities[id]}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
          <Menu.Divider />
          <LanguageChoice />
          <Menu.Divider />
          <Menu.Item leftSection={<LogOut size={14} aria-hidden />} onClick={handleSignOut}>
            {texts.account.signOut}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
