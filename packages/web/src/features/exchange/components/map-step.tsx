import type { ImportMapping, ImportView } from '@millrace/contract'
import { useState } from 'react'
import { useDirectory } from '../../../platform/store/index.ts'
import { Button, Select, Skeleton } from '../../../ui/index.ts'
import type { ImportRun } from '../hooks/use-imports.ts'
import { firstMapping, missingPart } from '../model/mapping.ts'
import { texts } from '../texts.ts'
import { BoardPreview } from './board-preview.tsx'
import { ColumnTable } from './column-table.tsx'
import styles from './exchange.module.css'
import { PlanPreview } from './plan-preview.tsx'
import { ProblemList } from './problem-list.tsx'
import { SheetTable } from './sheet-table.tsx'
import { TargetFields } from './target-fields.tsx'

type Props = { readonly run: ImportView; readonly imported: ImportRun; readonly onMapped: () => void }

/** Where the file goes and what its columns mean; then the dry run. */
export function MapStep({ run, imported, onMapped }: Props) {
  const { containers, types } = useDirectory()
  const { profile } = run
  const [own, setOwn] = useState<ImportMapping | null>(run.mapping)
  if (profile === null) {
    return run.fileProblems ? (
      <ProblemList found={run.fileProblems} />
    ) : (
      <Skeleton rows={6} label={texts.readingFile} />
    )
  }
  const keys = new Set([...containers.values()].map((container) => container.key))
  const mapping = own ?? firstMapping(profile, run.fileName, keys)
  const missing = missingPart(mapping, profile.format)
  const handleCheck = async () => {
    if (await imported.map(mapping)) onMapped()
  }
  return (
    <>
      {run.fileProblems && run.fileProblems.problemCount > 0 && <ProblemList found={run.fileProblems} />}
      <section className={styles.block}>
        <h2>{texts.target}</h2>
        <TargetFields
          target={mapping.target}
          isPlan={profile.format === 'mspdi'}
          onChange={(target) => setOwn({ ...mapping, target })}
        />
        <div className={styles.fields}>
          <Select
            label={texts.type}
            placeholder={texts.usualType}
            clearable
            data={[...types.values()]
              .filter((type) => type.archivedAt === null)
              .map(({ id, name }) => ({ value: id, label: name }))}
            value={mapping.typeId}
            onChange={(typeId) => setOwn({ ...mapping, typeId })}
          />
          <Select
            label={texts.people}
            allowDeselect={false}
            data={(['placeholder', 'leave'] as const).map((value) => ({
              value,
              label: texts.peopleChoice[value],
            }))}
            value={mapping.people}
            onChange={(value) => setOwn({ ...mapping, people: value === 'leave' ? 'leave' : 'placeholder' })}
          />
        </div>
      </section>
      {profile.format === 'csv' ? (
        <ColumnTable profile={profile} encoding={profile.encoding} mapping={mapping} onChange={setOwn} />
      ) : profile.format === 'xlsx' ? (
        <SheetTable profile={profile} mapping={mapping} onChange={setOwn} />
      ) : profile.format === 'mspdi' ? (
        <PlanPreview profile={profile} />
      ) : (
        <BoardPreview profile={profile} mapping={mapping} onChange={setOwn} />
      )}
      <div className={styles.actions}>
        <Button disabled={missing !== null} loading={imported.isBusy} onClick={() => void handleCheck()}>
          {texts.check}
        </Button>
      </div>
    </>
  )
}
