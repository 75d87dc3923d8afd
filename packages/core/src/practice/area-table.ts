/** How well a cell of the 3x3 table is done. One failing cell can undo what the best ones do. */
export const AREA_MARKS = ['best', 'satisfactory', 'failing', 'notApplicable'] as const
/** One of them. */
export type AreaMark = (typeof AREA_MARKS)[number]

/** What is known of the cells. `Area` is the name of a cell. */
export type AreaFacts<Area extends string> = {
  /** All cells, in their order. */
  readonly areas: readonly Area[]
  readonly practices: readonly {
    readonly id: string
    readonly areas: readonly Area[]
    readonly roles: readonly { readonly name: string }[]
  }[]
  readonly artifacts: readonly {
    readonly id: string
    readonly areas: readonly Area[]
    readonly isMade: boolean
  }[]
  readonly marks: ReadonlyMap<Area, AreaMark>
  readonly work: ReadonlyMap<Area, { readonly openCount: number; readonly spentMin: number }>
}

/** What is missing in a cell: somebody who knows how, something that comes out, or somebody who makes it. */
export type AreaGap =
  | { readonly kind: 'noPractice' }
  | { readonly kind: 'noArtifact' }
  | { readonly kind: 'nobodyMakes'; readonly artifactId: string }

/** A cell of the 3x3 table. */
export type AreaCell<Area extends string> = {
  readonly area: Area
  readonly mark: AreaMark | null
  readonly practiceIds: readonly string[]
  readonly artifactIds: readonly string[]
  /** By name, each once. */
  readonly roles: readonly string[]
  readonly openCount: number
  readonly spentMin: number
  /** Of all the time that was spent, from 0 to 1; null: none was. */
  readonly share: number | null
  readonly gaps: readonly AreaGap[]
}

/**
 * The 3x3 table. Every cell wants at least one practice and one artifact, or to be marked as not applicable, and
 * every artifact wants a practice that makes it.
 */
export function areaTable<Area extends string>(facts: AreaFacts<Area>): readonly AreaCell<Area>[] {
  const spent = [...facts.work.values()].reduce((sum, { spentMin }) => sum + spentMin, 0)
  return facts.areas.map((area) => {
    const practices = facts.practices.filter((practice) => practice.areas.includes(area))
    const artifacts = facts.artifacts.filter((artifact) => artifact.areas.includes(area))
    const { openCount, spentMin } = facts.work.get(area) ?? { openCount: 0, spentMin: 0 }
    const mark = facts.marks.get(area) ?? null
    const roles = practices.flatMap((practice) => practice.roles.map(({ name }) => name))
    return {
      ...{ area, mark, openCount, spentMin, share: spent === 0 ? null : spentMin / spent },
      practiceIds: practices.map(({ id }) => id),
      artifactIds: artifacts.map(({ id }) => id),
      roles: [...new Set(roles)],
      gaps: mark === 'notApplicable' ? [] : gapsOf(practices, artifacts),
    }
  })
}

function gapsOf(
  practices: readonly unknown[],
  artifacts: readonly { readonly id: string; readonly isMade: boolean }[],
): readonly AreaGap[] {
  return [
    ...(practices.length === 0 ? [{ kind: 'noPractice' } as const] : []),
    ...(artifacts.length === 0 ? [{ kind: 'noArtifact' } as const] : []),
    ...artifacts.flatMap(({ id, isMade }) =>
      isMade ? [] : [{ kind: 'nobodyMakes', artifactId: id } as const],
    ),
  ]
}
