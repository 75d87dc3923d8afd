export { isTrelloBoard, readTrello } from './read-trello.ts'
