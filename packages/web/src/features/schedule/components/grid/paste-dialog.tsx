import { BATCH_MAX } from '@millrace/contract'
import { Button, formatCount, formatDay, Modal, PlainTable } from '../../../../ui/index.ts'
import { DAY_COLUMNS } from '../../model/grid/ground.ts'
import type { Pasting } from '../../model/grid/paste.ts'
import type { LineChange } from '../../model/grid/write-lines.ts'
import type { WrittenCell } from '../../model/grid/write-row.ts'
import { textsGrid } from '../../texts-grid.ts'
import styles from './grid.module.css'

type Props = {
  readonly title: string
  readonly pasting: Pasting
  readonly onApply: () => void
  readonly onClose: () => void
}

const { paste: words } = textsGrid
/** More lines than anybody reads; those with faults come first. */
const SHOWN_MAX = 200
const INDENT_PX = 14

/** What writing lines will make and change, and which cells do not fit, before anything is done. */
export function PasteDialog({ title, pasting, onApply, onClose }: Props) {
  const { calls, lines, newCount, changedCount, wrongCount, passedOver } = pasting
  const isTooMuch = calls.length > BATCH_MAX
  const shown = lines.toSorted((a, b) => Number(hasFault(b)) - Number(hasFault(a))).slice(0, SHOWN_MAX)
  const left = lines.length - shown.length
  return (
    <Modal opened onClose={onClose} title={title} size={820}>
      <div className={styles.paste}>
        <p>{calls.length === 0 ? words.nothing : words.reading(newCount, changedCount)}</p>
        {wrongCount > 0 && <p className={styles.pasteWrong}>{words.wrong(wrongCount)}</p>}
        {isTooMuch && <p className={styles.pasteWrong}>{words.tooMany(formatCount(BATCH_MAX))}</p>}
        {passedOver.length > 0 && (
          <p className={styles.pasteNote}>{words.passedOver(passedOver.join(', '))}</p>
        )}
        {shown.length > 0 && (
          <div className={styles.pasteTable} tabIndex={0} role="region" aria-label={words.what}>
            <PlainTable label={title} columns={[textsGrid.line, words.item, words.what]}>
              {shown.map((line) => (
                <LineRow key={line.itemId} line={line} />
              ))}
            </PlainTable>
          </div>
        )}
        {left > 0 && <p className={styles.pasteNote}>{words.more(left)}</p>}
        <div className={styles.pasteButtons}>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button data-autofocus disabled={calls.length === 0 || isTooMuch} onClick={onApply}>
            {wrongCount > 0 ? words.applyWithout(wrongCount) : words.apply}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

function hasFault(line: LineChange): boolean {
  return line.cells.some(({ wrong }) => wrong !== null)
}

function LineRow({ line }: { readonly line: LineChange }) {
  const { level, levelBefore } = line
  return (
    <tr>
      <td className={styles.pasteLine}>{line.line === 0 ? '' : line.line}</td>
      <td style={{ paddingInlineStart: level * INDENT_PX }}>
        {line.title} {line.isNew && <span className={styles.new}>{words.isNew}</span>}
      </td>
      <td>
        {levelBefore !== null && (
          <div className={styles.change}>
            {words.change(words.level, { from: String(levelBefore), to: String(level) })}
          </div>
        )}
        {line.cells
          .filter(({ column, wrong }) => wrong !== null || !line.isNew || column !== 'title')
          .map((cell) => (
            <CellChange key={cell.column} cell={cell} />
          ))}
      </td>
    </tr>
  )
}

function CellChange({ cell: { column, before, text, wrong } }: { readonly cell: WrittenCell }) {
  const shown = (said: string) => (DAY_COLUMNS.has(column) && said !== '' && !wrong ? formatDay(said) : said)
  const to = text === '' ? words.emptied : shown(text)
  return (
    <div className={styles.change} data-wrong={wrong !== null || undefined}>
      {wrong === null
        ? words.change(textsGrid.column[column], { from: shown(before), to })
        : `${textsGrid.column[column]}: ${textsGrid.fault[wrong.fault](wrong.piece)}`}
    </div>
  )
}
