import { type SyntheticEvent, useState } from 'react'
import { templateDialog } from '../../platform/dialogs.ts'
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
import { createTexts } from '../texts-create.ts'
import styles from './create-dialog.module.css'
import { suggestKey } from './suggest-key.ts'

type Props = { readonly kind: ContainerKind; readonly onClose: () => void }

const texts = createTexts.container

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
      { isSilent: true, undoLabel: texts.opened(name.trim()) },
    )
    if (!outcome.ok) {
      setRefused(outcome.refused)
      return
    }
    onClose()
    go(paths.container(slug, key, kind === 'list' ? 'work' : 'plan'))
  }
  const words = createTexts.container.kinds[kind]
  return (
    <Modal opened onClose={onClose} title={words.title} size={480}>
      <form className={styles.form} onSubmit={(event) => void handleSubmit(event)}>
        <p className={styles.option}>
          <KindGlyph kind={kind} /> {words.about}
        </p>
        <TextInput
          label={texts.name}
          placeholder={words.example}
          value={name}
          data-autofocus
          maxLength={200}
          required
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={texts.key}
          description={texts.keyHint}
          value={key}
          maxLength={10}
          required
          onChange={(event) => setOwnKey(event.currentTarget.value.toUpperCase().replace(/[^A-Z0-9]/g, ''))}
        />
        {isCase && (
          <>
            <TextInput
              label={texts.subject}
              placeholder={texts.subjectPlaceholder}
              value={subject}
              required
              onChange={(event) => setSubject(event.currentTarget.value)}
            />
            <TextInput
              label={texts.wished}
              placeholder={texts.wishedPlaceholder}
              value={wished}
              required
              onChange={(event) => setWished(event.currentTarget.value)}
            />
          </>
        )}
        <SegmentedControl
          aria-label={texts.visibility}
          value={visibility}
          onChange={(value) => setVisibility(value === 'private' ? 'private' : 'open')}
          data={[
            { value: 'open', label: texts.open },
            { value: 'private', label: texts.private },
          ]}
        />
        {refused && (
          <Alert color="red" title={refused.sentence}>
            {refused.remedy}
          </Alert>
        )}
        <Button
          variant="subtle"
          color="gray"
          onClick={() => {
            onClose()
            templateDialog.openFor({ kind })
          }}
        >
          {createTexts.item.fromTemplate}
        </Button>
        <Button type="submit" disabled={!isComplete}>
          {words.submit}
        </Button>
      </form>
    </Modal>
  )
}
