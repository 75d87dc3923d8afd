import { List, Minus, Network, Plus, Waypoints } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useKeys } from '../../../../platform/use-keys.ts'
import { Checkbox, EmptyState } from '../../../../ui/index.ts'
import { usePlanDays } from '../../hooks/use-plan-days.ts'
import { SIZES, USUAL_SIZE } from '../../model/network/sizes.ts'
import { textsNetwork } from '../../texts-network.ts'
import type { PlanViewProps } from '../plan-view-props.ts'
import styles from './network.module.css'
import { NetworkList } from './network-list.tsx'
import { NetworkPicture } from './network-picture.tsx'
import { useNetwork } from './use-network.ts'

/** The precedence diagram of a plan, from left to right, and the same in words. */
export function NetworkView({ plan, rows }: PlanViewProps) {
  const [withLoose, setWithLoose] = useState(false)
  const [isList, setList] = useState(false)
  const [size, setSize] = useState(USUAL_SIZE)
  const [cursor, setCursor] = useState<string | null>(null)
  const net = useNetwork(rows, plan.links, withLoose)
  const days = usePlanDays(plan, rows)
  const resize = useCallback(
    (by: 1 | -1) => setSize((before) => Math.min(SIZES.length - 1, Math.max(0, before + by))),
    [],
  )
  if (net.arrows.length === 0) return <NoNetwork />
  return (
    <div className={styles.network}>
      <div className={styles.bar}>
        <span className={styles.count}>{textsNetwork.linked(net.rows.length, net.arrows.length)}</span>
        {net.looseCount > 0 && (
          <Checkbox
            size="xs"
            label={textsNetwork.showLoose(net.looseCount)}
            checked={withLoose}
            onChange={(event) => setWithLoose(event.currentTarget.checked)}
          />
        )}
        <span className={styles.barEnd} role="toolbar" aria-label={textsNetwork.group}>
          {!isList && <SizeButtons size={size} onResize={resize} />}
          <ListButton isList={isList} onList={setList} />
        </span>
      </div>
      {isList ? (
        <NetworkList net={net} days={days} outside={plan.outside.links} />
      ) : (
        <NetworkPicture
          net={net}
          days={days}
          size={size}
          cursor={cursor}
          onCursor={setCursor}
          onResize={resize}
        />
      )}
    </div>
  )
}

function NoNetwork() {
  return (
    <EmptyState
      glyph={<Network size={20} strokeWidth={1.75} />}
      title={textsNetwork.emptyTitle}
      sentence={textsNetwork.emptySentence}
    />
  )
}

type SizeProps = { readonly size: number; readonly onResize: (by: 1 | -1) => void }

function SizeButtons({ size, onResize }: SizeProps) {
  return (
    <>
      <button
        type="button"
        className="plain-button"
        aria-label={textsNetwork.smaller}
        title={`${textsNetwork.smaller} (−)`}
        disabled={size === 0}
        onClick={() => onResize(-1)}
      >
        <Minus size={14} aria-hidden />
      </button>
      <button
        type="button"
        className="plain-button"
        aria-label={textsNetwork.larger}
        title={`${textsNetwork.larger} (+)`}
        disabled={size === SIZES.length - 1}
        onClick={() => onResize(1)}
      >
        <Plus size={14} aria-hidden />
      </button>
    </>
  )
}

type ListProps = { readonly isList: boolean; readonly onList: (isList: boolean) => void }

function ListButton({ isList, onList }: ListProps) {
  const label = isList ? textsNetwork.asPicture : textsNetwork.asList
  useKeys([{ id: 'network.list', keys: 'l', label, group: textsNetwork.group, run: () => onList(!isList) }])
  return (
    <button type="button" className={styles.tool} title={`${label} (L)`} onClick={() => onList(!isList)}>
      {isList ? <Waypoints size={14} aria-hidden /> : <List size={14} aria-hidden />}
      {label}
    </button>
  )
}
