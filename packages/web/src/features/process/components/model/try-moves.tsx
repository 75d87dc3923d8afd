import type { ProcessStatus, SimulationAnswer, SimulationMove } from '@millrace/core/process'
import { useState } from 'react'
import { Button, Checkbox } from '../../../../ui/index.ts'
import { sayProblem } from '../../model/finding-words.ts'
import { tryTexts as texts } from '../../texts-try.ts'
import styles from './model.module.css'

type OnMove = (move: SimulationMove, answer?: Partial<SimulationAnswer>) => void

type Props = {
  readonly moves: readonly SimulationMove[]
  readonly status: ProcessStatus
  readonly nameOf: (id: string) => string
  readonly onMove: OnMove
}

/** Everything that may come next, as buttons. */
export function TryMoves({ moves, status, nameOf, onMove }: Props) {
  return (
    <section className={styles.part} aria-label={texts.next} aria-live="polite">
      <h3 className={styles.kind}>{texts.next}</h3>
      {moves.length === 0 && <p className={styles.soft}>{texts.over[status]}</p>}
      <ul className={styles.moves}>
        {moves.map((move) => (
          <li key={keyOf(move)}>
            <Move {...{ move, nameOf, onMove }} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What a move is about: a token, something that is waited for, a part. */
function keyOf(move: SimulationMove): string {
  const about = 'tokenId' in move ? move.tokenId : 'waitId' in move ? move.waitId : (move.at ?? '')
  return `${move.kind} ${String(about)}`
}

type MoveProps = Pick<Props, 'nameOf' | 'onMove'> & { readonly move: SimulationMove }

function Move({ move, nameOf, onMove }: MoveProps) {
  if (move.kind === 'choose') return <Choice {...{ move, nameOf, onMove }} />
  const name = move.name || nameOf(move.at ?? '')
  return (
    <>
      {move.kind === 'stuck' && <p className={styles.soft}>{texts.stuck(sayProblem(move.text))}</p>}
      <Button size="xs" variant="default" onClick={() => onMove(move)}>
        {labelOf(move, name)}
      </Button>
      {move.kind === 'stuck' && (
        <Button size="xs" variant="subtle" onClick={() => onMove(move, { isSkipped: true })}>
          {texts.move.skip}
        </Button>
      )}
    </>
  )
}

function labelOf(move: Exclude<SimulationMove, { readonly kind: 'choose' }>, name: string): string {
  switch (move.kind) {
    case 'start':
      return texts.move.start(move.at === null ? '' : name)
    case 'happen':
      return texts.move.happen[move.what](name)
    case 'stuck':
      return texts.move.retry(name)
    default:
      return texts.move[move.kind](name)
  }
}

type ChoiceProps = Pick<Props, 'nameOf' | 'onMove'> & {
  readonly move: Extract<SimulationMove, { readonly kind: 'choose' }>
}

function Choice({ move, nameOf, onMove }: ChoiceProps) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  if (!move.isSeveral) {
    return (
      <div className={styles.choice}>
        <span>{move.name}</span>
        {move.flowIds.map((id) => (
          <Button key={id} size="xs" variant="default" onClick={() => onMove(move, { flowIds: [id] })}>
            {texts.move.choose('', nameOf(id))}
          </Button>
        ))}
      </div>
    )
  }
  return (
    <div className={styles.choice}>
      <span>{move.name}</span>
      {move.flowIds.map((id) => (
        <Checkbox
          key={id}
          size="xs"
          label={nameOf(id)}
          checked={chosen.includes(id)}
          onChange={() =>
            setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
          }
        />
      ))}
      <Button size="xs" variant="default" onClick={() => onMove(move, { flowIds: chosen })}>
        {texts.move.take}
      </Button>
    </div>
  )
}
