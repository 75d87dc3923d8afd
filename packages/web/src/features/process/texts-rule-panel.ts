import { words } from '../../platform/language/model-words.ts'

/** What stands beside the rules: what is wrong, trying them, examples, and what they decided. */
export const textsRulePanel = words('features/process/texts-rule-panel', {
  panel: 'Beside the rules',
  check: 'Check',
  tryIt: 'Try it',
  examples: 'Examples',
  log: 'Decided',
  fine: 'Every combination of inputs is decided, and nothing is wrong.',
  wrong: 'What is wrong',
  gaps: 'What no rule covers',
  gapsHint: 'Without a rule the answer is nothing (null).',
  anything: 'anything at all',
  addGap: 'Add a rule for it',
  overlaps: 'What several rules cover',
  overlap: (first: number, second: number) => `Rules ${String(first)} and ${String(second)} both match`,
  onlyOne: 'Only one may: then there is no answer. Narrow one of the two.',
  mustAgree: 'They must give the same result, or there is no answer.',
  masked: 'What is never reached',
  maskedRule: (rule: number) => `Rule ${String(rule)} never counts: those before it match all that it does.`,
  undecided: (count: number) =>
    count === 1
      ? 'One cell depends on more than fixed values; it is not looked through.'
      : `${String(count)} cells depend on more than fixed values; they are not looked through.`,
  incomplete: 'There is more than is listed here.',
  where: (name: string, test: string) => `${name}: ${test}`,
  column: (name: string) => `Column ${name}`,
  whole: 'The table',
  asked: 'What it is asked with',
  askedNothing: 'This decision asks for nothing.',
  yes: 'yes',
  no: 'no',
  nothing: '–',
  result: 'Result',
  none: 'nothing (null)',
  rules: (rules: readonly number[]) =>
    rules.length === 0
      ? 'no rule matched'
      : rules.length === 1
        ? `rule ${String(rules[0])} matched`
        : `rules ${rules.join(', ')} matched`,
  why: 'Answered with nothing, because',
  keepName: 'Name of the example',
  keepHint: 'Small order',
  keep: 'Keep as an example',
  keepWhat: 'Its result is what is expected from now on.',
  noExamples:
    'No examples yet. Try something, and keep it: whenever the rules change you see at once whether it still holds.',
  passes: 'holds',
  fails: 'does not hold',
  expected: (value: string) => `expected ${value}`,
  got: (value: string) => `came out ${value}`,
  load: (name: string) => `Try ${name}`,
  remove: (name: string) => `Remove ${name}`,
  removed: (name: string) => `Removed the example ${name}`,
  noLog:
    'Nothing was decided yet. Once the decision is published and an instance comes to its task, it is told here by which rules.',
  logFailed: 'What was decided could not be loaded',
  version: (number: number) => `version ${String(number)}`,
  from: (name: string, number: number, title: string) => `${name} for no. ${String(number)}, ${title}`,
  outside: 'asked from outside',
  faulty: (sentence: string) => `No answer: ${sentence}`,
  more: 'Show more',
  texts: 'This decision is no table. Its expressions:',
  expression: 'Expression',
  noTexts: 'Nothing of this decision can be changed here; it stays as the file has it.',
})
