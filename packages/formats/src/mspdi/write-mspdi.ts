import type { MspdiProject } from './mspdi-project.ts'
import { createProjectWriter, type ProjectWriter } from './project-writer.ts'
import { writeAssignment } from './write-assignment.ts'
import { writeCalendar } from './write-calendar.ts'
import { writeDefinitions } from './write-definitions.ts'
import { writeProperties } from './write-properties.ts'
import { writeResource } from './write-resource.ts'
import { writeTask } from './write-task.ts'

/** What a project file is written from; what was wrong with the file it came from is no part of it. */
export type MspdiContent = Pick<
  MspdiProject,
  'properties' | 'attributeDefinitions' | 'calendars' | 'tasks' | 'resources' | 'assignments'
>

/**
 * A project as Microsoft Project XML, in the order of elements the schema asks for. Reading it back
 * gives the same project, but for line numbers and for what `readMspdi` did not take over. Links
 * are written with their successors (`tasks[].predecessors`), also those left out when reading.
 *
 * @param project minutes rounded to thousandths, money in minor units of `properties.currency`
 * @returns the document; UTF-8 when stored
 * @see Microsoft Project XML Data Interchange Schema, namespace http://schemas.microsoft.com/project
 */
export function writeMspdi(project: MspdiContent): string {
  const to = createProjectWriter(project.properties.currency)
  writeProperties(project.properties, to)
  writeDefinitions(project.attributeDefinitions, to)
  section('Calendars', project.calendars, { each: writeCalendar, to })
  section('Tasks', project.tasks, { each: writeTask, to })
  section('Resources', project.resources, { each: writeResource, to })
  section('Assignments', project.assignments, { each: writeAssignment, to })
  return to.end()
}

/** All rows of a kind; an empty section is written too, as Microsoft Project does. */
function section<Row>(
  name: string,
  rows: readonly Row[],
  writing: { readonly each: (row: Row, to: ProjectWriter) => void; readonly to: ProjectWriter },
): void {
  const { each, to } = writing
  to.group(name, () => {
    for (const row of rows) each(row, to)
  })
}
