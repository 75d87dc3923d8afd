import {
  findState,
  foldText,
  type ItemType,
  initialState,
  type StateGroup,
  type WorkflowState,
} from '@millrace/core/work'

/** Words by which programs call the stages of work: English, German, French, Spanish, Russian. */
const WORDS: Readonly<Record<StateGroup, string>> = {
  backlog:
    'backlog, new, open, opened, to do, todo, not started, planned, draft, neu, offen, geplant, a faire, nouveau, ouvert, pendiente, por hacer, nuevo, abierto, новая, новый, открыта, открыто, к выполнению',
  ready: 'ready, selected, selected for development, next, approved, bereit, pret, listo, готова к работе',
  inProgress:
    'in progress, doing, started, active, wip, working, in development, in arbeit, in bearbeitung, laufend, en cours, en curso, en progreso, в работе, в процессе, выполняется',
  waiting:
    'waiting, blocked, on hold, paused, deferred, wartet, wartend, blockiert, pausiert, en attente, bloque, en espera, bloqueado, ожидание, заблокирована, отложена',
  inReview:
    'in review, review, testing, in test, qa, verification, in prufung, im test, en revue, en revision, на проверке, тестирование',
  done: 'done, closed, complete, completed, finished, canceled, cancelled, resolved, released, 100%, erledigt, fertig, geschlossen, abgeschlossen, termine, ferme, fait, resolu, hecho, terminado, cerrado, completado, готово, закрыта, закрыто, выполнено, завершено, решена',
}

const GROUP_OF = new Map(
  // Object.entries widens the keys to string; they are the groups listed above.
  (Object.entries(WORDS) as [StateGroup, string][]).flatMap(([group, words]) =>
    words.split(', ').map((word) => [foldText(word), group] as const),
  ),
)

/** The state a value means: its id or name, or the first state of the stage that the word stands for. */
export function matchState(type: ItemType, written: string): WorkflowState | null {
  const folded = foldText(written)
  const { states } = type.workflow
  const named = states.find(({ id, name }) => id === written || foldText(name) === folded)
  if (named) return named
  const group = GROUP_OF.get(folded.replace(/[_-]+/g, ' '))
  return states.find((state) => state.group === group) ?? null
}

/** The state with this id, or the one in which items of the type begin. */
export function stateOrFirst(type: ItemType, stateId: string | undefined): WorkflowState {
  const named = stateId === undefined ? undefined : findState(type.workflow, stateId)
  const state = named ?? initialState(type.workflow)
  if (!state) throw new Error('a type of item without states')
  return state
}
