import type { CasePlanView } from '@millrace/contract'
import type { Input } from '../../../../platform/api.ts'
import { useDirectory } from '../../../../platform/store/index.ts'
import { Checkbox, Select } from '../../../../ui/index.ts'
import { closingTexts as texts } from '../../texts-closing.ts'
import styles from './closing.module.css'

type Props = {
  readonly closing: CasePlanView['closing']
  readonly onChange: (patch: Input<'case.setClosing'>['patch']) => void
}

/** What closing the case asks for beside its plan. */
export function ClosingDemands({ closing, onChange }: Props) {
  const { people } = useDirectory()
  return (
    <fieldset className={styles.part}>
      <legend>{texts.asks}</legend>
      <Checkbox
        label={texts.needsAcceptance}
        checked={closing.needsAcceptance}
        onChange={(event) => onChange({ needsAcceptance: event.currentTarget.checked })}
      />
      {closing.needsAcceptance && (
        <Select
          label={texts.requester}
          placeholder={texts.owner}
          searchable
          clearable
          value={closing.requesterId}
          data={[...people.values()]
            .filter((person) => person.status !== 'inactive')
            .map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(requesterId) => onChange({ requesterId })}
        />
      )}
      <Checkbox
        label={texts.needsNotice}
        checked={closing.needsNotice}
        onChange={(event) => onChange({ needsNotice: event.currentTarget.checked })}
      />
    </fieldset>
  )
}
