/** What a column of a table of work usually holds. */
export type ColumnMeaning =
  | 'key'
  | 'title'
  | 'description'
  | 'parent'
  | 'type'
  | 'state'
  | 'priority'
  | 'assignee'
  | 'reporter'
  | 'label'
  | 'created'
  | 'start'
  | 'due'
  | 'finished'
  | 'duration'
  | 'effort'
  | 'spent'
  | 'progress'
  | 'cost'
  | 'predecessor'
  | 'project'
  | 'comment'

/** How sure the header is: the whole name is known, or only one of its words. */
export type MeaningMatch = { readonly meaning: ColumnMeaning; readonly match: 'name' | 'word' }

/** Header names by meaning: English, German, French, Spanish, Russian; folded as by `foldHeader`. */
const SYNONYMS: Readonly<Record<ColumnMeaning, string>> = {
  key: 'key, id, issue key, issue id, task id, item id, number, no, nr, ref, reference, code, uid, wbs, schlussel, nummer, lfd nr, vorgangsnummer, kennung, cle, numero, identifiant, n°, clave, identificador, num, ключ, номер, ид, код, артикул',
  title:
    'title, name, activity, activity name, summary, subject, task, task name, item, item name, issue, headline, what, card name, titel, bezeichnung, betreff, aufgabe, vorgang, vorgangsname, zusammenfassung, titre, nom, objet, tache, resume, intitule, titulo, nombre, asunto, tarea, resumen, название, наименование, имя, заголовок, тема, задача',
  description:
    'description, details, detail, notes, body, text, content, beschreibung, notizen, inhalt, descriptif, contenu, descripcion, detalles, contenido, notas, описание, подробности, содержание, заметки',
  parent:
    'parent, parent id, parent key, parent task, epic, epic link, epic name, subtask of, ubergeordnet, ubergeordnete aufgabe, ubergeordneter vorgang, eltern, teil von, tache parente, parente, tache mere, padre, tarea padre, tarea principal, родитель, родительская задача, эпик',
  type: 'type, issue type, kind, work item type, tracker, category, typ, art, vorgangstyp, kategorie, categorie, genre, tipo, clase, categoria, тип, вид, категория, трекер',
  state:
    'state, status, stage, list, column, bucket, board column, zustand, spalte, stand, etat, statut, colonne, estado, situacion, columna, статус, состояние, этап, стадия, колонка',
  priority:
    'priority, prio, urgency, severity, importance, prioritat, dringlichkeit, wichtigkeit, priorite, urgence, prioridad, urgencia, приоритет, важность, срочность',
  assignee:
    'assignee, assigned to, owner, responsible, resource, resource names, resources, who, person, member, members, assignees, performer, zugewiesen an, zugewiesen, bearbeiter, verantwortlich, verantwortlicher, zustandig, ressource, ressourcennamen, mitarbeiter, assigne a, assigne, responsable, attribue a, personne, asignado a, asignado, recurso, recursos, persona, encargado, исполнитель, ответственный, назначен, назначено, ресурс, ресурсы, сотрудник',
  reporter:
    'reporter, author, creator, created by, requester, requested by, opened by, customer, ersteller, erstellt von, melder, autor, anforderer, gemeldet von, rapporteur, auteur, createur, cree par, demandeur, informador, creador, creado por, solicitante, автор, создатель, заявитель, создал, инициатор',
  label:
    'label, labels, tag, tags, keyword, keywords, etikett, etiketten, stichwort, stichworter, schlagwort, schlagworter, etiquette, etiquettes, mots cles, libelle, etiqueta, etiquetas, palabras clave, метка, метки, тег, теги, ярлык, ярлыки',
  created:
    'created, created at, created on, created date, creation date, opened, date opened, reported, erstellt, erstellt am, angelegt, angelegt am, erstelldatum, cree le, cree, date de creation, creado, creado el, fecha de creacion, создано, дата создания, создан',
  start:
    'start, start date, start time, begin, begin date, starts, planned start, scheduled start, from, anfang, beginn, startdatum, startet am, von, geplanter beginn, debut, date de debut, commence, inicio, fecha de inicio, comienzo, desde, начало, дата начала, старт, с',
  due: 'due, due date, due on, deadline, end, end date, finish, finish date, target date, until, to, fallig, fallig am, falligkeit, falligkeitsdatum, frist, termin, ende, enddatum, bis, fertigstellen, echeance, date d echeance, date limite, fin, date de fin, vencimiento, fecha de vencimiento, fecha limite, fecha de fin, fecha fin, срок, дедлайн, дата окончания, окончание, конец, крайний срок, завершение, по',
  finished:
    'finished, end time, finish time, complete time, finished at, completed, completed at, completed on, completion date, closed, closed at, date closed, done, done at, resolved, resolution date, actual finish, erledigt am, abgeschlossen, abgeschlossen am, erledigt, fertig am, gelost, geschlossen, termine le, termine, ferme le, cloture, resolu, terminado, terminado el, completado, cerrado, resuelto, завершено, дата завершения, закрыто, выполнено, решено',
  duration:
    'duration, days, length, dauer, laufzeit, tage, duree, jours, duracion, dias, длительность, продолжительность, дней',
  effort:
    'effort, estimate, estimated hours, estimation, original estimate, work, hours, story points, points, planned hours, size, aufwand, schatzung, arbeit, stunden, geschatzter aufwand, geplanter aufwand, punkte, charge, effort estime, travail, heures, estime, esfuerzo, estimacion, trabajo, horas, puntos, трудоемкость, трудозатраты, оценка, часы, объем, труд',
  spent:
    'spent, time spent, hours spent, actual hours, actual work, logged, time logged, aufgewendet, aufgewendete zeit, ist stunden, ist aufwand, gebuchte zeit, temps passe, heures reelles, travail reel, tiempo empleado, tiempo dedicado, horas reales, затрачено, затраченное время, факт, фактические часы',
  progress:
    'progress, % complete, percent complete, % done, complete, percentage, fortschritt, % abgeschlossen, prozent, erledigt %, avancement, progression, % acheve, % termine, progreso, avance, % completado, прогресс, % выполнения, процент выполнения, готовность, % завершения',
  cost: 'cost, costs, price, budget, amount, total cost, planned cost, kosten, preis, betrag, summe, cout, couts, prix, montant, coste, costo, precio, importe, presupuesto, стоимость, цена, бюджет, затраты, сумма',
  predecessor:
    'predecessor, predecessors, depends on, dependencies, dependency, blocked by, after, vorganger, abhangig von, abhangigkeiten, blockiert durch, predecesseur, predecesseurs, depend de, dependances, bloque par, predecesor, predecesores, predecesora, predecesoras, depende de, dependencias, предшественник, предшественники, зависит от, зависимости, предшествующие',
  project:
    'project, project name, project key, board, projekt, projektname, projet, proyecto, tablero, проект, доска',
  comment:
    'comment, comments, remark, remarks, kommentar, kommentare, bemerkung, bemerkungen, anmerkung, commentaire, commentaires, remarque, remarques, comentario, comentarios, observaciones, комментарий, комментарии, примечание, примечания',
}

const BY_NAME = new Map<string, ColumnMeaning>(
  // Object.entries widens the keys to string; they are the meanings listed above.
  (Object.entries(SYNONYMS) as readonly (readonly [ColumnMeaning, string])[]).flatMap(([meaning, names]) =>
    names.split(', ').map((name) => [foldHeader(name), meaning] as const),
  ),
)

/** Words too general to stand for a column when other words surround them. */
const WEAK_WORDS = new Set(
  'name id no nr what text type art typ to from von bis by with с по work item task list from end num tage days jours dias код имя вид тип'.split(
    ' ',
  ),
)

/** Lower case, no accents, words separated by one blank: `Fällig_am:` becomes `fallig am`. */
export function foldHeader(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}%°]+/gu, ' ')
    .trim()
}

/** What a header name says about its column; `undefined` when it says nothing known. */
export function meaningOfHeader(name: string): MeaningMatch | undefined {
  const folded = foldHeader(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
  const exact = BY_NAME.get(folded) ?? BY_NAME.get(foldHeader(name))
  if (exact !== undefined) return { meaning: exact, match: 'name' }
  const words = folded.split(' ')
  for (const word of [...words.slice(-1), ...words]) {
    const meaning = WEAK_WORDS.has(word) ? undefined : BY_NAME.get(word)
    if (meaning !== undefined) return { meaning, match: 'word' }
  }
  return undefined
}
