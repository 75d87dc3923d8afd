import { isMoveAllowed } from '@millrace/core/work'
import { MultiSelect, Switch } from '../../../../ui/index.ts'
import { allMoves, type TypeDraft, withNext } from '../../model/type-draft.ts'
import { settingsTexts } from '../../texts-settings.ts'

type Props = { readonly draft: TypeDraft; readonly onChange: (draft: TypeDraft) => void }

/** Which states may follow which. */
export function TypeMoves({ draft, onChange }: Props) {
  const words = settingsTexts.types
  const { states, moves } = draft
  const nameOf = (state: { readonly name: string }) => (state.name === '' ? words.stateName : state.name)
  return (
    <>
      <Switch
        label={words.anyMove}
        description={words.anyMoveHint}
        checked={moves === 'any'}
        onChange={(event) =>
          onChange({ ...draft, moves: event.currentTarget.checked ? 'any' : allMoves(states) })
        }
      />
      {moves !== 'any' &&
        states.map((state) => (
          <MultiSelect
            key={state.id}
            label={words.nextOf(nameOf(state))}
            data={states
              .filter(({ id }) => id !== state.id)
              .map((other) => ({ value: other.id, label: nameOf(other) }))}
            value={states
              .filter(({ id }) => id !== state.id && isMoveAllowed({ states, moves }, state.id, id))
              .map(({ id }) => id)}
            clearable
            onChange={(next) => onChange(withNext(draft, state.id, next))}
          />
        ))}
    </>
  )
}
