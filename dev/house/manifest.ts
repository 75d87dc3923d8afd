import type { House } from './house.ts'
import type { Tree } from './source.ts'
import type { Violation } from './violation.ts'

type Manifest = {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** The packages a workspace names, those included that may fail to install on some machines. */
export function dependenciesOf(tree: Tree, floor: string): ReadonlySet<string> {
  // npm checks the shape; a list that is not there is an empty one.
  const manifest = JSON.parse(tree.get(`packages/${floor}/package.json`) ?? '{}') as Manifest
  return new Set(Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies }))
}

/** The manifests name no floor and no outside package that house.json does not allow. */
export function checkManifests(house: House, tree: Tree): Violation[] {
  return Object.entries(house.floors).flatMap(([floor, { reads, packages }]) =>
    [...dependenciesOf(tree, floor)].flatMap((name) => {
      const violation = { file: `packages/${floor}/package.json`, line: 1, detail: `depends on ${name}` }
      if (name.startsWith('@millrace/')) {
        return reads.includes(name.slice('@millrace/'.length)) ? [] : [{ ...violation, rule: 'manifest' }]
      }
      const isKnown = packages === 'declared' || Object.hasOwn(packages, name)
      return isKnown ? [] : [{ ...violation, rule: 'third-party' }]
    }),
  )
}
