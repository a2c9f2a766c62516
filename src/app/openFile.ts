// Opens saved experiments; comes when someone opens one.
import { labIn, readExperiment, textOf } from '../state/files.ts'
import type { Lab } from '../state/lab/lab.ts'
import type { Entry } from './entry.ts'

interface Page {
  readonly labs: readonly Entry[]
  readonly current: () => { readonly lab: Lab }
  /** Shows a lab. */
  readonly show: (id: string) => Lab
}

/** What someone chose or dropped. */
export type OpenedFile = Pick<File, 'name' | 'size' | 'text'>

/** Opens a saved experiment in its lab. What is none leaves everything as it was. */
export async function openFile(file: OpenedFile, { labs, current, show }: Page): Promise<void> {
  const text = await textOf(file)
  if (typeof text === 'object') return current().lab.complain(text.refusal)
  const entry = entryFor(text, labs) ?? labs.find(({ id }) => id === current().lab.id)
  if (!entry) return
  const { experiment, complaints } = entry.read(readExperiment, text, file.name)
  if (experiment) show(entry.id).open(experiment, complaints)
  else current().lab.complain(...complaints)
}

/** The lab that a file names, or else the first that takes it. */
function entryFor(text: string, labs: readonly Entry[]): Entry | undefined {
  const named = labIn(text)
  return labs.find((entry) => (named === undefined ? isFor(entry, text) : entry.id === named))
}

/** Whether a file that names no lab is for this one. */
export function isFor({ read, takes }: Entry, text: string): boolean {
  const { experiment } = read(readExperiment, text, '')
  return experiment !== undefined && takes(experiment)
}
