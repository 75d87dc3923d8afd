import { type CheckedField, compileFieldValue, type FieldKind, type FormulaNode } from '@millrace/core/work'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../../../platform/api.ts'
import { useStore } from '../../../../platform/store/index.ts'
import { useLookup } from '../../hooks/use-lookup.ts'
import { customText } from '../../model/columns/custom-text.ts'
import { worldOf } from '../../model/field-values.ts'
import { settingsTexts } from '../../texts-settings.ts'
import styles from './settings.module.css'

type Props = { readonly checked: CheckedField }

const SHOWN = 5

/** What a formula comes to for the items that were changed last. */
export function FormulaPreview({ checked }: Props) {
  const words = settingsTexts.fields
  const node = checked.kind === 'formula' ? checked.node : null
  return (
    <div className={styles.preview} aria-live="polite">
      <p className={styles.soft}>{words.comesTo(words.results[checked.result])}</p>
      {node && <Examples node={node} />}
    </div>
  )
}

function Examples({ node }: { readonly node: FormulaNode }) {
  const { organisationId } = useStore()
  const lookup = useLookup()
  const recent = useQuery({
    queryKey: ['work.listItems', organisationId, 'examples'],
    queryFn: async ({ signal }) =>
      await call(
        'work.listItems',
        { query: 'order by updated desc', limit: SHOWN },
        { organisationId, signal },
      ),
  })
  const items = recent.data?.items ?? []
  const read = compileFieldValue(node, worldOf(lookup), 'shown')
  const kind: FieldKind = 'formula'
  const field = { ...NO_FIELD, kind, result: node.type === 'person' ? ('text' as const) : node.type }
  return (
    <dl className={styles.examples}>
      {items.map((item) => (
        <div key={item.id}>
          <dt>
            <code>{item.key}</code> {item.title}
          </dt>
          <dd>{customText(field, read(item) ?? undefined, lookup) || settingsTexts.fields.nothing}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A value is shown by what it comes to; whose field it is does not matter here. */
const NO_FIELD = {
  id: '',
  key: '',
  name: '',
  options: [],
  formula: null,
  rollUp: null,
  seenBy: null,
  changedBy: null,
  isLocked: false,
  rank: '',
  origin: 'own',
  archivedAt: null,
  version: 1,
} as const
