import { Download, Pencil } from 'lucide-react'
import { Suspense, useMemo, useRef, useState } from 'react'
import { useSearchText, useSetSearch } from '../../../../platform/navigation.ts'
import { useEntity } from '../../../../platform/store/index.ts'
import { BpmnViewer, type Picture } from '../../../../ui/bpmn/index.ts'
import { Button, EmptyState, ErrorState, Menu, Skeleton } from '../../../../ui/index.ts'
import { useLiveBadges } from '../../hooks/use-live-badges.ts'
import { useModel } from '../../hooks/use-model.ts'
import { useProcess } from '../../hooks/use-process.ts'
import { drawn } from '../../model/drawn.ts'
import { namesOf } from '../../model/model-names.ts'
import { takeFile, takePng, takeSvg } from '../../model/take-picture.ts'
import { modelTexts as texts } from '../../texts-model.ts'
import { DrawModel } from './draw-model.tsx'
import styles from './model.module.css'
import { StartModel } from './start-model.tsx'

type Props = { readonly containerId: string }

/** The model of a process: how it stands, with what goes on in it, or on the drawing board. */
export function ModelTab({ containerId }: Props) {
  const search = useSearchText()
  const setSearch = useSetSearch()
  const container = useEntity('container', containerId)
  const process = useProcess(containerId)
  const isDrawing = search['draw'] === 'yes'
  const published = useModel(containerId, 'published')
  const draft = useModel(containerId, 'draft')
  const [begun, setBegun] = useState<string | null>(null)
  const isManager = container?.myRole === 'manager' && container.archivedAt === null
  const name = container?.name ?? ''
  const failed = published.error ?? draft.error
  if (failed !== null)
    return <ErrorState title={texts.notDrawn} error={failed} onRetry={() => void published.refetch()} />
  if (!published.data || !draft.data) return <Skeleton rows={8} />
  const { model } = published.data
  const written = draft.data.model
  const draw = (xml: string | null) => {
    setBegun(xml)
    setSearch({ draw: 'yes' })
  }
  const close = () => {
    setBegun(null)
    setSearch({ draw: undefined })
    void Promise.all([published.refetch(), draft.refetch(), process.refetch()])
  }
  const toDraw = begun ?? written?.xml ?? model?.xml
  if (isDrawing && isManager && toDraw !== undefined) {
    return (
      <DrawModel
        key={containerId}
        {...{ containerId, name }}
        xml={drawn(toDraw)}
        version={written?.version ?? null}
        onClose={close}
      />
    )
  }
  if (model) {
    return (
      <ModelPicture
        {...{ containerId, name }}
        xml={model.xml}
        number={model.number ?? 1}
        hasDraft={written !== null}
        onDraw={isManager ? () => draw(null) : null}
      />
    )
  }
  if (!isManager) return <EmptyState title={texts.start.title} sentence={texts.start.reader} />
  return <StartModel name={name} hasDraft={written !== null} onBegin={draw} />
}

type PictureProps = {
  readonly containerId: string
  readonly name: string
  readonly xml: string
  readonly number: number
  readonly hasDraft: boolean
  readonly onDraw: (() => void) | null
}

function ModelPicture({ containerId, name, xml, number, hasDraft, onDraw }: PictureProps) {
  const setSearch = useSetSearch()
  const picture = useRef<Picture | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const shown = useMemo(() => drawn(xml), [xml])
  const nameOf = useMemo(() => namesOf(xml), [xml])
  const { badges, sayOf, stepOf } = useLiveBadges(containerId)
  const open = (id: string | null) => {
    const step = id === null ? null : stepOf(id)
    if (step !== null) setSearch({ tab: 'instances', step })
  }
  const take = [
    { label: texts.takeFile, onClick: () => takeFile(name, xml) },
    { label: texts.takeSvg, onClick: () => void takeSvg(name, picture.current) },
    { label: texts.takePng, onClick: () => void takePng(name, picture.current) },
  ]
  return (
    <div className={styles.tab}>
      <div className={styles.bar}>
        <strong>{texts.version(number)}</strong>
        {hasDraft && <span className={styles.soft}>{texts.hasDraft}</span>}
        <span className={styles.barEnd}>
          <Menu>
            <Menu.Target>
              <Button size="xs" variant="default" leftSection={<Download size={14} aria-hidden />}>
                {texts.take}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {take.map(({ label, onClick }) => (
                <Menu.Item key={label} onClick={onClick}>
                  {label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          {onDraw && (
            <Button size="xs" leftSection={<Pencil size={14} aria-hidden />} onClick={onDraw}>
              {hasDraft ? texts.draw : texts.edit}
            </Button>
          )}
        </span>
      </div>
      {failure !== null ? (
        <EmptyState title={texts.notDrawn} sentence={texts.notRead} />
      ) : (
        <Suspense fallback={<Skeleton rows={8} />}>
          <BpmnViewer
            {...{ xml: shown, badges }}
            label={texts.picture(name)}
            say={({ id }) => [nameOf(id), sayOf(id)].filter(Boolean).join(', ')}
            outline={{ label: texts.asSteps, onOpen: () => setSearch({ tab: 'steps' }) }}
            onReady={(ready) => {
              picture.current = ready
            }}
            onOpen={open}
            onFailed={setFailure}
          />
        </Suspense>
      )}
    </div>
  )
}
