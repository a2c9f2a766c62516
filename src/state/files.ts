// Files that people save and open.

import type { Experiment } from '../core/experiment/experiment.ts'
import { experimentForm, isRecord, runForm } from '../core/experiment/form.ts'
import { csv } from '../core/export/csv.ts'
import { spelledOut } from './edits/experiment.ts'
import type { Lab } from './lab/lab.ts'

/** The table of what is shown. */
export function csvOf(lab: Lab): string {
  const { shown } = lab.store.getState()
  return shown ? csv(shown.traces, shown.prepared.loss.variables) : ''
}

/** The experiment as a file. */
export function jsonOf(lab: Lab): string {
  const { experiment, playhead } = lab.store.getState()
  const whole = { ...experiment, lab: lab.id }
  return `${JSON.stringify(spelledOut(whole, Math.floor(playhead)), null, 2)}\n`
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
  const read = (whole: Record<string, unknown>, forms: typeof experimentForm, place: string) => {
    const right: Record<string, unknown> = {}
    for (const [key, part] of Object.entries(whole)) {
      const form = forms.get(key)
      if (!form) complaints.push(`\`${key}\` in ${place} is not known and was ignored`)
      else if (!form.fits(part)) complaints.push(`\`${key}\` in ${place} must be ${form.words}`)
      else right[key] = part
    }
    return right
  }
  const experiment = read(value, experimentForm, file)
  if (value.f === undefined) complaints.push(`${file} has no \`f\`, the function to descend`)
  if (Array.isArray(experiment.runs))
    experiment.runs = experiment.runs.map((run) => read(run, runForm, `a run of ${file}`))
  return { experiment: experiment as Partial<Experiment>, complaints }
}
