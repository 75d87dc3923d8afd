import type { MuteView } from '@millrace/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../../platform/api.ts'
import { useCommands, useStore } from '../../../platform/store/index.ts'

/** A kind of news that can be muted. */
export type MutableKind = Exclude<NonNullable<MuteView['kind']>, 'reminder'>
/** What is muted or heard again. */
export type Muted = { readonly containerId: string | null; readonly kind: MutableKind | null }

/** What the person does not want to hear of, and how to change that. */
export function useMutes() {
  const { organisationId } = useStore()
  const { run } = useCommands()
  const queries = useQueryClient()
  const queryKey = ['notify.listMutes', organisationId]
  const asked = useQuery({
    queryKey,
    queryFn: ({ signal }) => call('notify.listMutes', {}, { organisationId, signal }),
  })
  const mutes = asked.data?.mutes
  const isSame = (a: MuteView, b: Muted) => a.containerId === b.containerId && a.kind === b.kind

  /** Shown at once; what the server says counts in the end. */
  async function change(next: readonly MuteView[], send: () => Promise<unknown>) {
    queries.setQueryData(queryKey, { mutes: next })
    await send()
    await queries.invalidateQueries({ queryKey })
  }

  return {
    mutes,
    error: asked.error,
    retry: () => void asked.refetch(),
    isMuted: (muted: Muted) => mutes?.some((each) => isSame(each, muted)) ?? false,
    mute: (muted: Muted, undoLabel: string) =>
      change([...(mutes ?? []), muted], () => run('notify.mute', muted, { undoLabel })),
    unmute: (muted: Muted, undoLabel: string) =>
      change(mutes?.filter((each) => !isSame(each, muted)) ?? [], () =>
        run('notify.unmute', muted, { undoLabel }),
      ),
  }
}

export type Mutes = ReturnType<typeof useMutes>
