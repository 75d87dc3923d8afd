import { type SyntheticEvent, useState } from 'react'
import { useCommands, useDirectory } from '../../../platform/store/index.ts'
import { Button, personColour, Section, TextInput } from '../../../ui/index.ts'
import { settingsTexts } from '../texts-settings.ts'
import styles from './settings-form.module.css'

const COLOURS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const

/** My own name, position and colour. */
export function ProfileForm() {
  const { people, me } = useDirectory()
  const person = people.get(me.personId)
  const { run } = useCommands()
  const [name, setName] = useState(person?.name ?? '')
  const [title, setTitle] = useState(person?.title ?? '')
  const words = settingsTexts.profile
  if (!person) return null
  const isChanged = name.trim() !== person.name || title.trim() !== person.title
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    void run(
      'identity.changePerson',
      { id: person.id, patch: { name: name.trim(), title: title.trim() } },
      { undoLabel: words.did },
    )
  }
  return (
    <Section title={words.title} sentence={words.sentence}>
      <form className={styles.form} onSubmit={handleSubmit}>
        <TextInput
          label={words.name}
          value={name}
          required
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={words.position}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <fieldset className={styles.colours}>
          <legend>{words.colour}</legend>
          {COLOURS.map((colour) => (
            <button
              key={colour}
              type="button"
              className={styles.colour}
              aria-pressed={person.colour === colour}
              aria-label={`${words.colour} ${String(colour + 1)}`}
              onClick={() => void run('identity.changePerson', { id: person.id, patch: { colour } })}
            >
              <span className={styles.dot} style={{ backgroundColor: personColour(colour) }} />
            </button>
          ))}
        </fieldset>
        <Button type="submit" disabled={!isChanged || name.trim() === ''} className={styles.submit}>
          {words.save}
        </Button>
      </form>
    </Section>
  )
}
