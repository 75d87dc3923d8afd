export {
  BOARD_FILE,
  type FocalboardBoardFile,
  type FocalboardFiles,
  isFocalboardArchive,
  isFocalboardLines,
  readFocalboard,
} from './read-focalboard.ts'
