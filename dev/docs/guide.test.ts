import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PICTURES } from '../pictures/pages.ts'

const docs = new URL('../../docs/', import.meta.url)
const pages = readdirSync(docs).filter((name) => name.endsWith('.md'))
const textOf = (name: string) => readFileSync(new URL(name, docs), 'utf8')

test('the guide shows every picture that is taken, and no other', () => {
  const shown = [...textOf('guide.md').matchAll(/\]\(pictures\/([\w-]+)\.png\)/g)].map(([, name]) => name)
  expect(shown).toEqual(PICTURES.map(({ name }) => name))
  for (const name of shown) expect(existsSync(new URL(`pictures/${name}.png`, docs))).toBe(true)
})

test('what the pages link to is there', () => {
  for (const page of pages) {
    const links = [...textOf(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#]+)(?:#[^)]*)?\)/g)]
    for (const [, target = ''] of links) {
      expect(existsSync(new URL(target, docs)), `${page} links to ${target}`).toBe(true)
    }
  }
})
