/** What the tools of bpmn-js offer, and is not executed: it stays in files that have it, and is not drawn anew. */
const NOT_OFFERED = new Set([
  ...['create.data-object', 'create.data-store', 'create.group'],
  ...['replace-with-parallel-event-based-instantiate-gateway', 'replace-with-exclusive-event-based-gateway'],
  ...['replace-with-event-based-instantiating-gateway', 'toggle-participant-multiplicity'],
])

type Entries = Readonly<Record<string, unknown>>
type Registry = { readonly registerProvider: (...of: readonly unknown[]) => void }

/** After the tools of bpmn-js have said what they offer. */
const LAST = 200

function withoutUnexecuted(entries: Entries): Entries {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => !NOT_OFFERED.has(name)))
}

/** Takes out of the palette and the menu of kinds what is not executed. */
class ExecutedParts {
  static readonly $inject = ['palette', 'popupMenu']

  constructor(palette: Registry, popupMenu: Registry) {
    palette.registerProvider(LAST, { getPaletteEntries: () => withoutUnexecuted })
    popupMenu.registerProvider('bpmn-replace', LAST, {
      getPopupMenuEntries: () => withoutUnexecuted,
      getPopupMenuHeaderEntries: () => withoutUnexecuted,
    })
  }
}

/** A part of bpmn-js that leaves out what is not executed. */
export const executedParts = {
  __init__: ['millraceExecutedParts'],
  millraceExecutedParts: ['type', ExecutedParts],
}
