import { useState } from 'react'
import { useDirectory } from '../../../platform/store/index.ts'
import { DayPicker, formatInstant, Menu, useNow } from '../../../ui/index.ts'
import { laterThan, morningOf } from '../model/come-back.ts'
import { texts } from '../texts.ts'
import styles from './inbox.module.css'

type Props = { readonly title: string; readonly onPick: (at: number) => void }

/** The near moments to come back at, and any day. For the inside of a menu. */
export function LaterItems({ title, onPick }: Props) {
  const { weekStart } = useDirectory().organisation
  const now = useNow()
  const [hasDays, setHasDays] = useState(false)
  if (hasDays) {
    return (
      <div className={styles.days}>
        <DayPicker
          value={null}
          weekStart={weekStart}
          label={texts.later.dayLabel}
          onChange={(day) => {
            if (day !== null) onPick(morningOf(day))
          }}
        />
      </div>
    )
  }
  return (
    <>
      <Menu.Label>{title}</Menu.Label>
      {laterThan(now).map(({ id, at }) => (
        <Menu.Item
          key={id}
          rightSection={<span className={styles.moment}>{formatInstant(at)}</span>}
          onClick={() => onPick(at)}
        >
          {texts.later[id]}
        </Menu.Item>
      ))}
      <Menu.Item closeMenuOnClick={false} onClick={() => setHasDays(true)}>
        {texts.later.day}
      </Menu.Item>
    </>
  )
}
