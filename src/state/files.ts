// Files that people save and open.
import { csv } from '../core/runs/csv.ts'
import type { Experiment } from '../core/runs/experiment.ts'
import { experimentForm, isRecord } from '../core/runs/form.ts'
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

const types: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  json: 'application/json',
  svg: 'image/svg+xml',
  py: 'text/x-python',
  tex: 'text/x-tex',
}

/** Hands a text, or a file that is made already, to the browser. */
export function download(name: string, content: string | Blob): void {
  const type = types[name.split('.').at(-1) ?? ''] ?? 'text/plain'
  const blob =
    typeof content === 'string' ? new Blob([content], { type: `${type};charset=utf-8` }) : content
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
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
    const form = experimentForm.get(key)
    if (!form) complaints.push(`\`${key}\` in ${file} is not known and was ignored`)
    else if (!form.fits(part)) complaints.push(`\`${key}\` in ${file} must be ${form.words}`)
    else experiment[key] = part
  }
  return { experiment: experiment as Partial<Experiment>, complaints }
}

/** Opens a saved experiment. */
export async function openFile(lab: Lab, file: File | undefined): Promise<void> {
  if (!file) return
  const { experiment, complaints } = readExperiment(await file.text(), file.name)
  lab.open(experiment, complaints)
}
