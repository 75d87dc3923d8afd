import { SegmentedControl, ZOOMS, type Zoom } from '../../../../ui/index.ts'
import { textsTimeline } from '../../texts-timeline.ts'
import styles from './timeline.module.css'

type Props = {
  readonly zoom: Zoom
  /** What is to be known about the bars that are not there; null: nothing. */
  readonly hint: string | null
  readonly onZoom: (zoom: Zoom) => void
  readonly onToday: () => void
}

/** How much time is shown, and the way back to today. */
export function TimelineBar({ zoom, hint, onZoom, onToday }: Props) {
  return (
    <div className={styles.bar} role="toolbar" aria-label={textsTimeline.bar}>
      <button type="button" className={styles.tool} onClick={onToday}>
        {textsTimeline.today}
      </button>
      {hint !== null && (
        <span className={styles.hint} role="status">
          {hint}
        </span>
      )}
      <span className={styles.barEnd}>
        <SegmentedControl
          size="xs"
          aria-label={textsTimeline.zoomLabel}
          value={zoom}
          onChange={(value) => onZoom(ZOOMS.find((known) => known === value) ?? zoom)}
          data={ZOOMS.map((each) => ({ value: each, label: textsTimeline.zoom[each] }))}
        />
      </span>
    </div>
  )
}
