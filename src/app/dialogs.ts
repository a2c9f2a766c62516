// Both in one piece, since they share what makes a dialog.
export { KeyList } from './KeyList.tsx'
export { LinkToCopy } from './LinkToCopy.tsx'
