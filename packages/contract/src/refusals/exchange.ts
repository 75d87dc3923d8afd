import type { RefusalEntry } from './entry.ts'

export const exchangeRefusals = {
  'exchange.file_missing': {
    status: 400,
    sentence: 'The request holds no file.',
    remedy: 'Send one file as multipart/form-data.',
  },
  'exchange.file_empty': { status: 422, sentence: '{file} is empty.', remedy: 'Export it again.' },
  'exchange.file_too_large': {
    status: 413,
    sentence: 'The file is larger than {max} MB.',
    remedy: 'Split it, or ask an administrator to raise IMPORT_MAX_MB.',
  },
  'exchange.format_unknown': {
    status: 422,
    sentence:
      '{file} is neither a table (CSV, XLSX), nor a plan (Microsoft Project XML, Primavera XER), nor the export of a known tracker; it looks like {found}.',
    remedy: 'Save it as XLSX or CSV, as XML from Microsoft Project, or export the board as JSON.',
  },
  'exchange.file_unreadable': {
    status: 422,
    sentence: '{file} cannot be read: {reason}',
    remedy: 'Export it again and upload the new file.',
  },
  'exchange.file_gone': {
    status: 409,
    sentence: 'The uploaded file {file} is no longer stored.',
    remedy: 'Upload it again.',
  },
  'exchange.state_wrong': {
    status: 409,
    sentence: 'This import is {state}; that cannot be done with it now.',
    remedy: 'Look at the import as it is now.',
  },
  'exchange.not_checked': {
    status: 409,
    sentence: 'The dry run of this import is not finished yet.',
    remedy: 'Wait a moment, and look at its result first.',
  },
  'exchange.nothing_to_import': {
    status: 422,
    sentence: 'No row of the file can be imported with this mapping.',
    remedy: 'Look at the problems of the dry run, and map the columns differently.',
  },
  'exchange.title_unmapped': {
    status: 422,
    sentence: 'No column holds the title.',
    remedy: 'Choose the column that names the items.',
  },
  'exchange.column_unknown': {
    status: 422,
    sentence: 'The file has no column {column}.',
    remedy: 'Choose among its {count} columns, counted from 0.',
  },
  'exchange.sheet_unknown': {
    status: 422,
    sentence: 'The file has no such sheet, or nothing stands in it.',
    remedy: 'Choose among the sheets of its profile.',
  },
  'exchange.mapping_twice': {
    status: 422,
    sentence: 'Two columns are meant for the field {field}.',
    remedy: 'Keep one of them.',
  },
  'exchange.plan_needs_project': {
    status: 422,
    sentence: 'A plan can only become part of a project, and {name} is none.',
    remedy: 'Choose a project, or make a new one.',
  },
  'exchange.export_column_unknown': {
    status: 422,
    sentence: 'Items have no column {column}.',
    remedy: 'Choose among: {known}.',
  },
  'exchange.export_too_large': {
    status: 422,
    sentence: 'More than {max} items are found, and a file holds no more.',
    remedy: 'Narrow the query, and export the parts one by one.',
  },
  'exchange.organisation_export_running': {
    status: 409,
    sentence: 'The organisation is being exported already.',
    remedy: 'Wait until that is done, or cancel it.',
  },
  'exchange.organisation_export_unready': {
    status: 409,
    sentence: 'This export is not ready.',
    remedy: 'Wait until it is, or begin another one.',
  },
} as const satisfies Record<string, RefusalEntry>
