import { FileUp, Workflow } from 'lucide-react'
import { useState } from 'react'
import { Button, FileButton, notifications } from '../../../../ui/index.ts'
import { blankModel } from '../../model/blank-model.ts'
import { readModel } from '../../model/read-model.ts'
import { TEMPLATES } from '../../model/templates.ts'
import { modelTexts as texts } from '../../texts-model.ts'
import { templateTexts } from '../../texts-templates.ts'
import styles from './model.module.css'

type Props = {
  readonly name: string
  readonly hasDraft: boolean
  /** Begins to draw: with a model, or with the draft that is there. */
  readonly onBegin: (xml: string | null) => void
}

/** Ways to begin a process: an empty picture, a file of another program, a regulation to adapt. */
export function StartModel({ name, hasDraft, onBegin }: Props) {
  const [isOver, setOver] = useState(false)
  const take = async (file: File | null | undefined) => {
    if (!file) return
    const xml = await file.text()
    if (readModel(xml) === null) notifications.show({ message: texts.notRead })
    else onBegin(xml)
  }
  return (
    <section
      className={`${styles.start} ${styles.drop}`}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void take(event.dataTransfer.files[0])
      }}
    >
      <h2>
        <Workflow size={20} strokeWidth={1.75} aria-hidden /> {texts.start.title}
      </h2>
      <p>{texts.start.sentence}</p>
      <div className={styles.startWays}>
        {hasDraft && <Button onClick={() => onBegin(null)}>{texts.draw}</Button>}
        <Button variant={hasDraft ? 'default' : 'filled'} onClick={() => onBegin(blankModel(name))}>
          {texts.start.blank}
        </Button>
        <span>{texts.start.drop}</span>
        <FileButton accept=".bpmn,.xml,application/xml" onChange={(file) => void take(file)}>
          {(props) => (
            <Button {...props} variant="default" leftSection={<FileUp size={14} aria-hidden />}>
              {texts.start.choose}
            </Button>
          )}
        </FileButton>
      </div>
      <h3 className={styles.kind}>{texts.start.templates}</h3>
      <ul className={styles.templates}>
        {TEMPLATES.map(({ key, xmlOf }) => {
          const words = templateTexts[key]
          return (
            <li key={key}>
              <button type="button" className={styles.template} onClick={() => onBegin(xmlOf(words))}>
                <strong>{words.title}</strong>
                <span className={styles.soft}>{words.about}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
