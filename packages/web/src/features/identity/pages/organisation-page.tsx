import { type SyntheticEvent, useState } from 'react'
import { useCommands, useDirectory } from '../../../platform/store/index.ts'
import { Button, Section, Select, Switch, TextInput } from '../../../ui/index.ts'
import { RemoveDemo } from '../components/remove-demo.tsx'
import styles from '../components/settings-form.module.css'
import { useMay } from '../hooks/use-may.ts'
import { currencies, timeZones } from '../model/region.ts'
import { settingsTexts } from '../texts-settings.ts'

/** Name, currency, time zone and first day of the week. */
export function OrganisationPage() {
  const { organisation } = useDirectory()
  const may = useMay()
  const { run } = useCommands()
  const [name, setName] = useState(organisation.name)
  const words = settingsTexts.organisation
  const isFixed = !may.manageOrganisation
  const change = (patch: {
    currency?: string
    timeZone?: string
    weekStart?: number
    name?: string
    isSecondFactorRequired?: boolean
  }) => void run('identity.changeOrganisation', { patch }, { undoLabel: words.did })
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    change({ name: name.trim() })
  }
  return (
    <>
      <Section title={words.title} sentence={isFixed ? words.readOnly : words.sentence}>
        <form className={styles.form} onSubmit={handleSubmit}>
          <TextInput
            label={words.name}
            value={name}
            required
            disabled={isFixed}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button
            type="submit"
            className={styles.submit}
            disabled={isFixed || name.trim() === '' || name.trim() === organisation.name}
          >
            {words.save}
          </Button>
          <Select
            label={words.currency}
            description={words.currencyHint}
            searchable
            allowDeselect={false}
            disabled={isFixed}
            value={organisation.currency}
            data={currencies()}
            limit={50}
            onChange={(currency) => currency !== null && change({ currency })}
          />
          <Select
            label={words.timeZone}
            searchable
            allowDeselect={false}
            disabled={isFixed}
            value={organisation.timeZone}
            data={[...new Set([organisation.timeZone, ...timeZones()])]}
            limit={50}
            onChange={(timeZone) => timeZone !== null && change({ timeZone })}
          />
          <Select
            label={words.weekStart}
            allowDeselect={false}
            disabled={isFixed}
            value={String(organisation.weekStart)}
            data={Object.entries(words.weekdays).map(([value, label]) => ({ value, label }))}
            onChange={(weekStart) => weekStart !== null && change({ weekStart: Number(weekStart) })}
          />
          <Switch
            label={words.factor}
            description={words.factorHint}
            disabled={isFixed}
            checked={organisation.isSecondFactorRequired}
            onChange={(event) => change({ isSecondFactorRequired: event.currentTarget.checked })}
          />
        </form>
      </Section>
      {may.manageOrganisation && <RemoveDemo />}
    </>
  )
}
