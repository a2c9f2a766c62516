// Opens saved experiments, lessons and talks; comes when someone opens one.

import { shortened } from '../core/quote.ts'
import type { Entry, Opener } from '../scenes/entry.ts'
import { labPattern } from '../scenes/labPattern.ts'
import { labIn, readExperiment, textOf } from '../state/files.ts'
import type { Lab } from '../state/lab/lab.ts'
import { arrival } from '../ui/parts/arrival.ts'

interface Page {
  readonly labs: readonly Entry[]
  readonly current: () => { readonly lab: Lab }
  /** Shows a lab. */
  readonly show: (id: string) => Lab
  /** Whether nobody has gone elsewhere since. */
  readonly isWanted: () => boolean
}

/** What someone chose or dropped. */
export type OpenedFile = Pick<File, 'name' | 'size' | 'text'>

/**
 * Opens a saved experiment in its lab. What is none leaves everything as it was.
 * @returns whether the lab that it is for has come, unless it is wanted no more
 */
export async function openFile(file: OpenedFile, page: Page): Promise<boolean> {
  const { labs, current, show, isWanted } = page
  if (isLesson(file)) return openLesson(file, { labs, current })
  const text = await textOf(file)
  if (typeof text === 'object') {
    current().lab.complain(text.refusal)
    return true
  }
  if (/"scenes"\s*:/.test(text) && labIn(text) === undefined) return openTalk(file, current)
  const entry = (await entryFor(text, labs)) ?? labs.find(({ id }) => id === current().lab.id)
  const opener = entry?.opener.here() ?? (await entry?.opener.soon().catch(() => undefined))
  if (!isWanted()) return true
  if (!entry || !opener) return false
  const { experiment, complaints } = opener.read(readExperiment, text, file.name)
  if (experiment) show(entry.id).open(experiment, complaints)
  else current().lab.complain(...complaints)
  return true
}

const isLesson = ({ name }: OpenedFile) => /\.(md|markdown)$/i.test(name)

const lessons = arrival(async () => (await import('../lessons/kept/own.ts')).openLesson)

/** Opens a lesson, or says why it is none. @returns whether what reads lessons has come */
async function openLesson(file: OpenedFile, { labs, current }: Pick<Page, 'labs' | 'current'>) {
  const open = await lessons.soon().catch(() => undefined)
  if (!open) return false
  const isLab = (link: string) => labs.some(({ id }) => new RegExp(labPattern(id)).test(link))
  const why = await open(file, isLab)
  current().lab.complain(...(why === undefined ? [] : [why]))
  return true
}

const talks = arrival(async () => (await import('../presenting/openTalk.ts')).openTalk)

/** Opens a talk, and says what of it cannot be read. @returns whether what reads talks has come */
async function openTalk(file: OpenedFile, current: Page['current']) {
  const open = await talks.soon().catch(() => undefined)
  if (!open) return false
  const complaints = await open(file)
  current().lab.complain(
    ...(complaints ?? [`${shortened(file.name)} is not a talk saved by Descent`]),
  )
  return true
}

/** The lab that a file names, or else the first that takes it. */
async function entryFor(text: string, labs: readonly Entry[]): Promise<Entry | undefined> {
  const named = labIn(text)
  if (named !== undefined) return labs.find(({ id }) => id === named)
  const isHere = ({ opener }: Entry) => opener.here() !== undefined
  // What is no experiment for any lab brings none.
  if (!labs.some(({ opener }) => opener.here()?.read(readExperiment, text, '').experiment))
    return undefined
  for (const entry of labs.toSorted((a, b) => Number(isHere(b)) - Number(isHere(a)))) {
    const opener = entry.opener.here() ?? (await entry.opener.soon().catch(() => undefined))
    if (opener && isFor(opener, text)) return entry
  }
  return undefined
}

/** Whether a file that names no lab is for this one. */
export function isFor({ read, takes }: Opener, text: string): boolean {
  const { experiment } = read(readExperiment, text, '')
  return experiment !== undefined && takes(experiment)
}
