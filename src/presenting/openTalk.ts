// Opens a talk's file.
import { textOf } from '../state/files.ts'
import { addressOf, isPresent, readAddress } from './talk/address.ts'
import { expanded } from './talk/expanded.ts'
import { readTalk } from './talk/file.ts'
import { changeTalk } from './talk/kept.ts'

/** Makes a saved talk the one that is being made; what was made before comes back by Undo. @returns what could not be read */
async function takeTalk(text: string, fileName: string): Promise<readonly string[] | undefined> {
  const read = readTalk(text, fileName)
  if (!read) return undefined
  // In the place of the talk that is being made nothing comes.
  if (read.talk.scenes.length === 0) return read.complaints
  const talk = await expanded(read.talk)
  changeTalk(() => talk)
  // Where talks are made the address follows by itself.
  const isThere = isPresent(location.hash) && readAddress(location.hash).view === 'edit'
  if (!isThere) location.hash = addressOf({ view: 'edit', talk })
  return read.complaints
}

/**
 * Opens a file if it holds a talk, and goes where it is made.
 * @returns what could not be read, in sentences; nothing where the file is no talk
 */
export async function openTalk(
  file: Pick<File, 'name' | 'size' | 'text'>,
): Promise<readonly string[] | undefined> {
  const text = await textOf(file)
  return typeof text === 'string' ? takeTalk(text, file.name) : undefined
}
