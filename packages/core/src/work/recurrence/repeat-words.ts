import type { Weekday } from '../../kernel/index.ts'

/*
 * The words in which people say that something repeats, folded (small letters, no marks), all languages
 * together: nobody has to say first in which one they write. A further language adds its words here.
 */

type Unit = 'day' | 'week' | 'month' | 'year'

/** `key: word word, key: word`, turned round: each word with its key. */
function byWord<Key>(groups: readonly (readonly [Key, string])[]): ReadonlyMap<string, Key> {
  return new Map(groups.flatMap(([key, words]) => words.split(' ').map((word) => [word, key] as const)))
}

const WEEKDAYS: readonly (readonly [Weekday, string])[] = [
  [1, 'monday mon mondays montag mo'],
  [2, 'tuesday tue tues tuesdays dienstag di'],
  [3, 'wednesday wed wednesdays mittwoch mi'],
  [4, 'thursday thu thur thurs thursdays donnerstag do'],
  [5, 'friday fri fridays freitag fr'],
  [6, 'saturday sat saturdays samstag sonnabend sa'],
  [7, 'sunday sun sundays sonntag so'],
]

export const REPEAT_WORDS = {
  every: ['every', 'each', 'jeden', 'jede', 'jedes', 'jeder', 'alle'],
  afterDone: ['after done', 'after completion', 'when done', 'nach erledigung', 'nach abschluss'],
  workday: ['weekday', 'workday', 'werktag', 'arbeitstag', 'wochentag'],
  on: ['on', 'am'],
  the: ['the', 'dem'],
  and: ['and', '&', ',', 'und'],
  ofTheMonth: ['of the month', 'of every month', 'of each month', 'in the month', 'im monat', 'des monats'],
  /** Places in a month that need no `of the month`. */
  placeAlone: ['first', '1st', 'last', 'ersten', 'erster', 'letzten', 'letzter'],
  counts: byWord<number>([
    [1, 'single'],
    [2, 'other second 2nd two zweiten zweite zweites zwei anderen'],
    [3, 'third 3rd three dritten dritte drittes drei'],
    [4, 'fourth 4th four vierten vierte viertes vier'],
    [5, 'fifth five funf'],
    [6, 'sixth six sechs'],
  ]),
  ordinals: byWord<1 | 2 | 3 | 4 | -1>([
    [1, 'first 1st 1. ersten erster erste'],
    [2, 'second 2nd 2. zweiten zweiter zweite'],
    [3, 'third 3rd 3. dritten dritter dritte'],
    [4, 'fourth 4th 4. vierten vierter vierte'],
    [-1, 'last letzten letzter letzte'],
  ]),
  units: byWord<Unit>([
    ['day', 'day days tag tage tagen'],
    ['week', 'week weeks woche wochen'],
    ['month', 'month months monat monate monaten'],
    ['year', 'year years jahr jahre jahren'],
  ]),
  adverbs: byWord<Unit>([
    ['day', 'daily taglich'],
    ['week', 'weekly wochentlich'],
    ['month', 'monthly monatlich'],
    ['year', 'yearly annually jahrlich'],
  ]),
  weekdays: byWord(WEEKDAYS),
  /** Days of the week that say by themselves that it is every one of them. */
  onWeekdays: byWord<Weekday>([
    [1, 'mondays montags'],
    [2, 'tuesdays dienstags'],
    [3, 'wednesdays mittwochs'],
    [4, 'thursdays donnerstags'],
    [5, 'fridays freitags'],
    [6, 'saturdays samstags sonnabends'],
    [7, 'sundays sonntags'],
  ]),
  months: byWord<number>([
    [1, 'january jan januar'],
    [2, 'february feb februar'],
    [3, 'march mar marz'],
    [4, 'april apr'],
    [5, 'may mai'],
    [6, 'june jun juni'],
    [7, 'july jul juli'],
    [8, 'august aug'],
    [9, 'september sep sept'],
    [10, 'october oct oktober okt'],
    [11, 'november nov'],
    [12, 'december dec dezember dez'],
  ]),
}
