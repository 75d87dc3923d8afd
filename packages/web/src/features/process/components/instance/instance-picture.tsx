import type { InstanceView, StandingView } from '@millrace/contract'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { call } from '../../../../platform/api.ts'
import { useStore } from '../../../../platform/store/index.ts'
import { type Badge, BpmnViewer, type Mark } from '../../../../ui/bpmn/index.ts'
import { useHistory } from '../../hooks/use-repair.ts'
import { placeName } from '../../model/standing-words.ts'
import { textsRepair as texts } from '../../texts-repair.ts'
import styles from './instance.module.css'

type Props = { readonly instance: InstanceView; readonly standing: StandingView }

/** The model of an instance: where it has been is marked, and where it is bears a sign. Without a picture there is none. */
export function InstancePicture({ instance, standing }: Props) {
  const { organisationId } = useStore()
  const [isFailed, setFailed] = useState(false)
  const { containerId, modelId } = instance
  const { data } = useQuery({
    queryKey: ['process.getModel', organisationId, containerId, standing.modelNumber],
    queryFn: async ({ signal }) => {
      const input = { containerId, which: standing.modelNumber }
      return await call('process.getModel', input, { organisationId, signal })
    },
  })
  const { entries } = useHistory(instance.id)
  const badges = useMemo(() => badgesOf(standing), [standing])
  const marks = useMemo(() => {
    const been = entries?.flatMap(({ happened }) => happened.map(({ elementId }) => elementId)) ?? []
    return [...new Set(been)].map((id): readonly [string, Mark] => [id, 'usual'])
  }, [entries])
  const xml = data?.model?.xml
  if (isFailed || xml === undefined || !xml.includes('BPMNDiagram')) return null
  return (
    <div className={styles.picture}>
      <BpmnViewer
        key={modelId}
        {...{ xml, badges, marks }}
        label={texts.part.standing}
        onFailed={() => setFailed(true)}
      />
    </div>
  )
}

function badgesOf({ tokens }: StandingView): readonly Badge[] {
  return tokens
    .filter(({ why }) => why !== 'inside' && why !== 'turn')
    .map(({ elementId, why, ...token }) => ({
      ...{ elementId, text: why === 'stuck' ? texts.stuck : texts.isHere },
      kind: why === 'stuck' ? 'incident' : 'token',
      title: placeName({ elementId, ...token }),
    }))
}
