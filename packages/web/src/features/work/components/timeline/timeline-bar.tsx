import { SegmentedControl, ZOOMS, type Zoom } from '../../../../ui/index.ts'
import { textsTimeline } from '../../texts-timeline.ts'
import styles from './timeline.module.css'

type Props = {
  readonly zoom: Zoom
  /** None of the items has a day yet. */
  readonly isUndated: boolean
  readonly onZoom: (zoom: Zoom) => void
  readonly onToday: () => void
}

/** How much time is shown, and the way back to today. */
export function TimelineBar({ zoom, isUndated, onZoom, onToday }: Props) {
  return (
    <div className={styles.bar} role="toolbar" aria-label={textsTimeline.bar}>
      <button type="button" className={styles.tool} onClick={onToday}>
        {textsTimeline.today}
      </button>
      {isUndated && <span className={styles.hint}>{textsTimeline.undated}</span>}
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
