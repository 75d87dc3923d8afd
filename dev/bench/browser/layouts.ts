import type { Browser } from '@playwright/test'
import { median } from './cost.ts'
import type { Figure } from './figure.ts'
import { type At, openLayout, ready } from './open-layout.ts'
import { press, times } from './pressing.ts'
import { costOfScrolling } from './scrolling.ts'
import type { Visitor } from './visitor.ts'

const MOVE = { cpu: 15, event: 50 }
const EDIT = { cpu: 30, event: 50 }
const FRAME_MS = 16

/** The list: scrolling, moving by keyboard, changing a state by keyboard. */
export async function benchList(browser: Browser, at: At): Promise<readonly Figure[]> {
  const visitor = await openLayout(browser, at, '')
  const scroll = await costOfScrolling(visitor, '[role=grid]', 'down')
  await visitor.page.reload()
  await ready(visitor)
  const move = await press(visitor, times(12, 'j'))
  const opened: number[] = []
  const picked: number[] = []
  const events: number[] = []
  for (const word of STATES) {
    const open = await press(visitor, ['s'])
    await visitor.page.keyboard.type(word)
    const pick = await press(visitor, ['Enter'])
    opened.push(open.cpu)
    picked.push(pick.cpu)
    events.push(pick.eventMs)
  }
  const palette = await benchPalette(visitor)
  await visitor.context.close()
  return [
    { name: 'list, scroll, CPU per frame', value: scroll.cpu, unit: 'ms', limit: FRAME_MS },
    { name: 'list, keyboard move, CPU', value: move.cpu, unit: 'ms', limit: MOVE.cpu },
    { name: 'list, keyboard move, event', value: move.eventMs, unit: 'ms', limit: MOVE.event },
    { name: 'list, open the states of an item, CPU', value: median(opened), unit: 'ms', limit: EDIT.cpu },
    { name: 'list, choose a state, CPU', value: median(picked), unit: 'ms', limit: EDIT.cpu },
    { name: 'list, choose a state, event', value: median(events), unit: 'ms', limit: EDIT.event },
    ...palette,
  ]
}

const STATES = ['in prog', 'waiting', 'in rev', 'ready', 'backlog']

/** The table: scrolling, moving from cell to cell, writing into one. */
export async function benchTable(browser: Browser, at: At): Promise<readonly Figure[]> {
  const visitor = await openLayout(browser, at, '?view=table')
  const scroll = await costOfScrolling(visitor, '[role=grid]', 'down')
  await visitor.page.reload()
  await ready(visitor)
  await visitor.page.locator('[role=gridcell][data-column=title]').nth(3).click()
  const move = await press(visitor, times(12, 'ArrowDown'))
  const saved: number[] = []
  for (let round = 0; round < 5; round += 1) {
    await visitor.page.keyboard.type(`Retitled ${round}`)
    saved.push((await press(visitor, ['Enter'])).cpu)
  }
  await visitor.context.close()
  return [
    { name: 'table, scroll, CPU per frame', value: scroll.cpu, unit: 'ms', limit: FRAME_MS },
    { name: 'table, move to the next cell, CPU', value: move.cpu, unit: 'ms', limit: MOVE.cpu },
    { name: 'table, move to the next cell, event', value: move.eventMs, unit: 'ms', limit: MOVE.event },
    { name: 'table, write a title, CPU', value: median(saved), unit: 'ms', limit: EDIT.cpu },
  ]
}

/** The board of 10,000 cards: scrolling a column, moving by keyboard. */
export async function benchBoard(browser: Browser, at: At): Promise<readonly Figure[]> {
  const visitor = await openLayout(browser, at, '?view=board')
  const scroll = await costOfScrolling(visitor, '[data-board] :has(> [role=list])', 'down')
  const move = await press(visitor, times(12, 'j'))
  await visitor.context.close()
  return [
    { name: 'board, scroll a column, CPU per frame', value: scroll.cpu, unit: 'ms', limit: FRAME_MS },
    { name: 'board, keyboard move, CPU', value: move.cpu, unit: 'ms', limit: MOVE.cpu },
    { name: 'board, keyboard move, event', value: move.eventMs, unit: 'ms', limit: MOVE.event },
  ]
}

/** 4,000 cards on 250 lists: scrolling over the lists, moving by keyboard. */
export async function benchLists(browser: Browser, at: At): Promise<readonly Figure[]> {
  const visitor = await openLayout(browser, at, '?view=board&group=label')
  const scroll = await costOfScrolling(visitor, '[data-board]', 'sideways')
  await visitor.page.reload()
  await ready(visitor)
  const move = await press(visitor, times(12, 'ArrowRight'))
  await visitor.context.close()
  return [
    { name: '250 lists, scroll sideways, CPU per frame', value: scroll.cpu, unit: 'ms', limit: FRAME_MS },
    { name: '250 lists, move to the next list, CPU', value: move.cpu, unit: 'ms', limit: MOVE.cpu },
  ]
}

async function benchPalette(visitor: Visitor): Promise<readonly Figure[]> {
  const opened: number[] = []
  const letters: number[] = []
  for (let round = 0; round < 3; round += 1) {
    opened.push((await press(visitor, ['Control+k'])).cpu)
    letters.push((await press(visitor, ['c', 'r', 'a', 'n', 'e'])).cpu)
    await visitor.page.keyboard.press('Escape')
  }
  return [
    { name: 'palette, open, CPU', value: median(opened), unit: 'ms', limit: 50 },
    { name: 'palette, a letter, CPU', value: median(letters), unit: 'ms', limit: 20 },
  ]
}
