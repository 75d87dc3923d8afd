import { editorWords } from './texts-editor.ts'

const KNOWN: Readonly<Record<string, string>> = editorWords

/** What bpmn-js says, in the language of the page; what it says in English stands where it is not known. */
export const translated = {
  translate: [
    'value',
    (template: string, values: Readonly<Record<string, string>> = {}) =>
      (KNOWN[template] ?? template).replace(/\{(\w+)\}/g, (all, name: string) => values[name] ?? all),
  ],
}
