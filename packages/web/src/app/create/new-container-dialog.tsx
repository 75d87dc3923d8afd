import { type SyntheticEvent, useState } from 'react'
import { paths, useGo, useSlug } from '../../platform/navigation.ts'
import { newId } from '../../platform/new-id.ts'
import type { Refused } from '../../platform/refused.ts'
import { useCommands, useDirectory } from '../../platform/store/index.ts'
import {
  Alert,
  Button,
  type ContainerKind,
  KindGlyph,
  Modal,
  SegmentedControl,
  TextInput,
} from '../../ui/index.ts'
import styles from './create-dialog.module.css'
import { suggestKey } from './suggest-key.ts'

type Props = { readonly kind: ContainerKind; readonly onClose: () => void }

const WORDS: Readonly<
  Record<ContainerKind, { readonly title: string; readonly example: string; readonly about: string }>
> = {
  project: {
    title: 'New project',
    example: 'Tower A construction',
    about: 'A result by a date, with a plan of dependent work.',
  },
  process: {
    title: 'New process',
    example: 'Tenant requests',
    about: 'The same steps again and again, one instance each time.',
  },
  case: {
    title: 'New case',
    example: 'Façade water claim',
    about: 'One matter whose way only shows as it goes.',
  },
  list: { title: 'New list', example: 'Office errands', about: 'Items without further order.' },
}

/** Opens a project, process, case or list: a name is enough, a case also says what it is about. */
export function NewContainerDialog({ kind, onClose }: Props) {
  const { containers } = useDirectory()
  const { run } = useCommands()
  const go = useGo()
  const slug = useSlug()
  const [name, setName] = useState('')
  const [ownKey, setOwnKey] = useState<string | null>(null)
  const [subject, setSubject] = useState('')
  const [wished, setWished] = useState('')
  const [visibility, setVisibility] = useState<'open' | 'private'>('open')
  const [refused, setRefused] = useState<Refused | null>(null)
  const key = ownKey ?? suggestKey(name, new Set([...containers.values()].map((each) => each.key)))
  const isCase = kind === 'case'
  const isComplete =
    name.trim() !== '' &&
    /^[A-Z][A-Z0-9]{1,9}$/.test(key) &&
    (!isCase || (subject.trim() !== '' && wished.trim() !== ''))

  const handleSubmit = async (event: SyntheticEvent) => {
    event.preventDefault()
    if (!isComplete) return
    const outcome = await run(
      'work.createContainer',
      {
        id: newId(),
        kind,
        key,
        name: name.trim(),
        visibility,
        ...(isCase ? { subject: subject.trim(), wishedEndState: wished.trim() } : {}),
      },
      { isSilent: true, undoLabel: `Opened ${name.trim()}` },
    )
    if (!outcome.ok) {
      setRefused(outcome.refused)
      return
    }
    onClose()
    go(paths.container(slug, key, kind === 'list' ? 'work' : 'plan'))
  }
  const words = WORDS[kind]
  return (
    <Modal opened onClose={onClose} title={words.title} size={480}>
      <form className={styles.form} onSubmit={(event) => void handleSubmit(event)}>
        <p className={styles.option}>
          <KindGlyph kind={kind} /> {words.about}
        </p>
        <TextInput
          label="Name"
          placeholder={words.example}
          value={name}
          data-autofocus
          maxLength={200}
          required
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label="Key"
          description="Two to ten capital letters and digits. Items are numbered under it."
          value={key}
          maxLength={10}
          required
          onChange={(event) => setOwnKey(event.currentTarget.value.toUpperCase().replace(/[^A-Z0-9]/g, ''))}
        />
        {isCase && (
          <>
            <TextInput
              label="Whom or what it is about"
              placeholder="Tenant Nord AG"
              value={subject}
              required
              onChange={(event) => setSubject(event.currentTarget.value)}
            />
            <TextInput
              label="It is over when"
              placeholder="The damage is repaired and paid for"
              value={wished}
              required
              onChange={(event) => setWished(event.currentTarget.value)}
            />
          </>
        )}
        <SegmentedControl
          aria-label="Who can see it"
          value={visibility}
          onChange={(value) => setVisibility(value === 'private' ? 'private' : 'open')}
          data={[
            { value: 'open', label: 'Open to everybody here' },
            { value: 'private', label: 'Only whom I invite' },
          ]}
        />
        {refused && (
          <Alert color="red" title={refused.sentence}>
            {refused.remedy}
          </Alert>
        )}
        <Button type="submit" disabled={!isComplete}>
          {words.title.replace('New', 'Open the')}
        </Button>
      </form>
    </Modal>
  )
}
