/** Month names and usual short forms, per language: English, German, French, Spanish, Russian. */
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'januar', 'janner', 'janvier', 'enero', 'января', 'январь'],
  ['february', 'februar', 'feber', 'fevrier', 'fevr', 'febrero', 'февраля', 'февраль'],
  ['march', 'marz', 'maerz', 'mrz', 'mars', 'marzo', 'марта', 'март'],
  ['april', 'avril', 'abril', 'апреля', 'апрель'],
  ['may', 'mai', 'mayo', 'мая', 'май'],
  ['june', 'juni', 'juin', 'junio', 'июня', 'июнь'],
  ['july', 'juli', 'juillet', 'julio', 'июля', 'июль'],
  ['august', 'aout', 'agosto', 'августа', 'август'],
  ['september', 'sept', 'septembre', 'septiembre', 'setiembre', 'сентября', 'сентябрь'],
  ['october', 'oktober', 'octobre', 'octubre', 'октября', 'октябрь'],
  ['november', 'novembre', 'noviembre', 'ноября', 'ноябрь'],
  ['december', 'dezember', 'decembre', 'diciembre', 'декабря', 'декабрь'],
]

const WEEKDAYS: readonly string[] = [
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  ...['montag', 'dienstag', 'mittwoch', 'donnerstag', 'freitag', 'samstag', 'sonnabend', 'sonntag'],
  ...['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  ...['lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado', 'domingo'],
  ...['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'],
  ...['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'],
].map(foldLetters)

/** Shorter beginnings are shared by too many months; two letters are enough for a weekday (Mo, Di). */
const SHORTEST_MONTH = 3
const SHORTEST_WEEKDAY = 2

const MONTH_BY_BEGINNING = monthsByBeginning()

/** Lower case, without accents and the dots of abbreviations: `Févr.` and `févr` become `fevr`. */
export function foldLetters(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
}

/**
 * The month 1..12 a word names, in full or by an unambiguous beginning of three letters or more
 * (`Dec`, `déc.`, `Mrz`, `дек`). `undefined` for other words, and for `jui` (juin or juillet).
 */
export function monthByName(word: string): number | undefined {
  const month = MONTH_BY_BEGINNING.get(foldLetters(word))
  return month === 0 ? undefined : month
}

/** Whether the word is a weekday, or the beginning of one (`Mon`, `Do`, `вт`). */
export function isWeekday(word: string): boolean {
  const folded = foldLetters(word)
  return folded.length >= SHORTEST_WEEKDAY && WEEKDAYS.some((day) => day.startsWith(folded))
}

/** Every beginning of every name; 0 marks one that two different months share. */
function monthsByBeginning(): ReadonlyMap<string, number> {
  const months = new Map<string, number>()
  MONTHS.forEach((names, index) => {
    for (const name of names.map(foldLetters)) {
      for (let length = SHORTEST_MONTH; length <= name.length; length += 1) {
        const beginning = name.slice(0, length)
        const known = months.get(beginning)
        months.set(beginning, known === undefined || known === index + 1 ? index + 1 : 0)
      }
    }
  })
  return months
}
