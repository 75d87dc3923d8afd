import { useState } from 'react'
import { Button, Select, TextInput, useFocusFirst } from '../../../ui/index.ts'
import { useFoundOrganisation } from '../hooks/use-found-organisation.ts'
import { useSubmit } from '../hooks/use-submit.ts'
import { currencies, ownCurrency, ownTimeZone, timeZones } from '../model/region.ts'
import { texts } from '../texts.ts'
import { TEMPLATES } from '../texts-templates.ts'
import styles from './found-form.module.css'
import { ProblemAlert } from './problem-alert.tsx'

type Props = {
  readonly asksForTemplate: boolean
  readonly submit: string
  readonly onFounded: (slug: string) => void
}

/** Name, currency, time zone and what to begin with: all that a new organisation is asked. */
export function FoundForm({ asksForTemplate, submit, onFounded }: Props) {
  const [name, setName] = useState('')
  const [currency, setCurrency] = useState(ownCurrency)
  const [timeZone, setTimeZone] = useState(ownTimeZone)
  const [templateId, setTemplateId] = useState<string | null>(TEMPLATES[0]?.id ?? null)
  const first = useFocusFirst()
  const found = useFoundOrganisation()
  const { isBusy, problem, handleSubmit } = useSubmit(async () => {
    const template = TEMPLATES.find(({ id }) => asksForTemplate && id === templateId) ?? TEMPLATES[0]
    if (!template) return
    onFounded(await found({ name: name.trim(), currency, timeZone, template }))
  })
  const words = texts.welcome
  return (
    <form className={styles.form} onSubmit={handleSubmit}>
      <TextInput
        label={words.name}
        placeholder={words.namePlaceholder}
        value={name}
        required
        ref={first}
        maxLength={200}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {asksForTemplate && (
        <Select
          label={words.template}
          allowDeselect={false}
          value={templateId}
          onChange={setTemplateId}
          data={TEMPLATES.map((template) => ({ value: template.id, label: template.name }))}
        />
      )}
      <div className={styles.pair}>
        <Select
          label={words.currency}
          searchable
          allowDeselect={false}
          value={currency}
          onChange={(value) => value !== null && setCurrency(value)}
          data={currencies()}
          limit={50}
        />
        <Select
          label={words.timeZone}
          searchable
          allowDeselect={false}
          value={timeZone}
          onChange={(value) => value !== null && setTimeZone(value)}
          data={timeZones()}
          limit={50}
        />
      </div>
      <ProblemAlert problem={problem} />
      <Button type="submit" size="md" loading={isBusy} disabled={name.trim() === ''}>
        {submit}
      </Button>
    </form>
  )
}
