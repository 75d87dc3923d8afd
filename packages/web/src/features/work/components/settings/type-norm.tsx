import type { TypeDefaults } from '@millrace/core/work'
import { useState } from 'react'
import { formatEffort, readEffort, TextInput } from '../../../../ui/index.ts'
import { textsNorm as words } from '../../texts-norm.ts'

type Props = {
  readonly defaults: TypeDefaults
  readonly onChange: (defaults: TypeDefaults) => void
}

/** The norm of production of a type: how much work one unit of it takes. */
export function TypeNorm({ defaults, onChange }: Props) {
  const { normMin, normUnit } = defaults
  const [norm, setNorm] = useState(normMin === undefined ? '' : formatEffort(normMin))
  const keepNorm = () => {
    const read = readEffort(norm)
    const next = read === undefined || read === 0 ? undefined : read
    onChange({ ...defaults, normMin: next })
    setNorm(next === undefined ? '' : formatEffort(next))
  }
  return (
    <>
      <TextInput
        label={words.norm}
        description={words.normHint}
        placeholder="2h"
        value={norm}
        onChange={(event) => setNorm(event.currentTarget.value)}
        onBlur={keepNorm}
      />
      <TextInput
        label={words.unit}
        placeholder="m²"
        maxLength={20}
        value={normUnit ?? ''}
        onChange={(event) => onChange({ ...defaults, normUnit: event.currentTarget.value || undefined })}
      />
    </>
  )
}
