// Files that people save and open.
import { csv } from '../core/runs/csv.ts'
import type { Experiment } from '../core/runs/experiment.ts'
import { spelledOut } from './edits.ts'
import type { Lab } from './lab.ts'

/** The table of what is shown. */
export function csvOf(lab: Lab): string {
  const { shown } = lab.store.getState()
  return shown ? csv(shown.traces, shown.prepared.loss.variables) : ''
}

/** The experiment as a file. */
export function jsonOf(lab: Lab): string {
  const { experiment, playhead } = lab.store.getState()
  return `${JSON.stringify(spelledOut(experiment, Math.floor(playhead)), null, 2)}\n`
}

/** Hands a text to the browser as a file. */
export function download(name: string, text: string): void {
  const type = name.endsWith('.csv') ? 'text/csv' : 'application/json'
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'number')

/** Whether a value has the form of its key. What it means is checked later, with all the rest. */
const forms: Readonly<Record<string, (value: unknown) => boolean>> = {
  lab: (value) => typeof value === 'string',
  f: (value) => typeof value === 'string',
  params: (value) =>
    isRecord(value) && Object.values(value).every((item) => typeof item === 'number'),
  start: isNumbers,
  steps: (value) => typeof value === 'number',
  at: (value) => typeof value === 'number' && value >= 0,
  runs: (value) =>
    Array.isArray(value) &&
    value.every(
      (run) =>
        isRecord(run) &&
        typeof run.optimizer === 'string' &&
        (run.hyper === undefined || isRecord(run.hyper)),
    ),
}

/** Reads a saved experiment. Never throws: what is not one is complained about. */
export function readExperiment(
  text: string,
  file: string,
): { experiment: Partial<Experiment>; complaints: string[] } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    value = undefined
  }
  if (!isRecord(value))
    return { experiment: {}, complaints: [`${file} is not an experiment saved by Descent`] }
  const complaints: string[] = []
  const experiment: Record<string, unknown> = {}
  for (const [key, part] of Object.entries(value)) {
    const fits = Object.hasOwn(forms, key) ? forms[key] : undefined
    if (!fits) complaints.push(`\`${key}\` in ${file} is not known and was ignored`)
    else if (!fits(part)) complaints.push(`\`${key}\` in ${file} cannot be read`)
    else experiment[key] = part
  }
  return { experiment: experiment as Partial<Experiment>, complaints }
}
