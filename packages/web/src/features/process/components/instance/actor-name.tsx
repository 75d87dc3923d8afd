import type { HistoryEntryView } from '@millrace/contract'
import { useDirectory } from '../../../../platform/store/index.ts'
import { textsRepair as texts } from '../../texts-repair.ts'

type Props = { readonly actor: HistoryEntryView['actor'] }

/** Who did something: a person, or the engine by itself. */
export function ActorName({ actor }: Props) {
  const { people } = useDirectory()
  return <>{people.get(actor.personId ?? '')?.name ?? texts.engine}</>
}
